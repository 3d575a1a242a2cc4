/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift-voices.h"
#include "app/shift.h"
#include "app/window-keys.h"
#include "app/window-recording.h"
#include "audio/audio.h"

/* The shift as the window has it, from its beginning to its end: who follows it, its console, the questions
 * before it is given up or begun anew, and how it is left. */

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

/* The shift that is on; NULL: none. (transfer none) */
DeskShift *desk_window_shift_get (DeskWindowShift *self);

/* Begins one. FALSE, with the reason, when it could not be recorded: then none is on. */
gboolean desk_window_shift_begin (DeskWindowShift *self,
                                  DeskScenario *scenario,
                                  DeskShiftVoices *voices,
                                  const char *trainee,
                                  const DeskTerms *terms,
                                  GError **error);

/* Goes on with one that was interrupted. */
void desk_window_shift_join (DeskWindowShift *self, DeskShift *shift, DeskShiftVoices *voices);

/* The program is about to end: what is under way, and what is being typed, is written down now, and
 * nothing is drawn. */
void desk_window_shift_settle (DeskWindowShift *self);

/* Whether the window may be closed as far as the shift goes. Else the trainee is asked, and the window
 * closes once that is answered; or the shift's end is not on the disk yet, and is shown for what it is. */
gboolean desk_window_shift_may_close (DeskWindowShift *self);

G_END_DECLS
