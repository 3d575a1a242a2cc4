/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"
#include "app/shift.h"
#include "app/window-keys.h"
#include "app/window-recording.h"
#include "audio/audio.h"

/* The shift in the window, from beginning to end: who follows it, its console, the questions before it is
 * abandoned or restarted, and how it is left. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_SHIFT (desk_window_shift_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowShift, desk_window_shift, DESK, WINDOW_SHIFT, GObject)

/**
 * Signals of DeskWindowShift:
 *  - "entered" (DeskConsolePage *page): it is on, and this is to be shown
 *  - "left" (): there is no shift any more
 *  - "finished" (DeskShift *shift, DeskShiftRecorder *recorder): it was left because it is finished;
 *    `recorder` recorded it and may have yet to end, or is NULL
 *  - "again" (const char *trainee): it was left to be begun anew; NULL: the trainee is to say so, since
 *    it was recorded
 */

/* `window` lives longer. */
DeskWindowShift *desk_window_shift_new (GtkApplicationWindow *window,
                                        GSettings *settings,
                                        DeskAudio *audio,
                                        DeskWindowKeys *keys,
                                        DeskWindowRecording *recording);

/* The current shift; NULL: none. (transfer none) */
DeskShift *desk_window_shift_get (DeskWindowShift *self);

/* Begins a shift. FALSE, with `error` set, if its journal could not be written: then there is none. */
gboolean desk_window_shift_begin (DeskWindowShift *self,
                                  DeskScenario *scenario,
                                  DeskShiftVoices *voices,
                                  const char *trainee,
                                  const DeskTerms *terms,
                                  GError **error);

/* Resumes a shift that was interrupted. */
void desk_window_shift_join (DeskWindowShift *self, DeskShift *shift, DeskShiftVoices *voices);

/* The program is about to end: writes what is under way and being typed, without drawing. */
void desk_window_shift_settle (DeskWindowShift *self);

/* Whether the window may close, as far as the shift is concerned. If not, the trainee is asked, and the
 * window closes once that is answered; or the end of the shift is not on the disk yet, and is reported as
 * such. */
gboolean desk_window_shift_may_close (DeskWindowShift *self);

G_END_DECLS
