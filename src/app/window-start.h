/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/window-shift.h"
#include "app/window-sound.h"
#include "app/window-voices.h"

/* The way from the wish to begin a shift to the shift: it waits for the voices and, in an exam, for what is known of
 * the sound and for the trainee's word on its settings. What was wished may be forgotten until then. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_START (desk_window_start_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowStart, desk_window_start, DESK, WINDOW_START, GObject)

/* Begins shifts by `work`. All are borrowed and live longer. */
DeskWindowStart *desk_window_start_new (GtkWindow *window,
                                        DeskWindowShift *work,
                                        DeskAudio *audio,
                                        DeskWindowSound *sound,
                                        DeskWindowVoices *voices);

/* What would begin is of `scenario` from now on, and a wish of before is none any more. */
void desk_window_start_set_scenario (DeskWindowStart *self, DeskScenario *scenario);

/* `trainee` wants to begin on `terms`. Nothing comes of it while a question is open. */
void desk_window_start_wish (DeskWindowStart *self, const char *trainee, const DeskTerms *terms);

/* Who waits to begin, and waits no more; NULL: nobody does. */
char *desk_window_start_take_waiting (DeskWindowStart *self) G_GNUC_WARN_UNUSED_RESULT;

/* `trainee`, who was taken from here, waits again, on the terms of before. */
void desk_window_start_wait_again (DeskWindowStart *self, const char *trainee);

/* `trainee` begins once more, on the terms of before. */
void desk_window_start_begin_again (DeskWindowStart *self, const char *trainee);

/* `shift`, which was interrupted, goes on as soon as the voices are ready. */
void desk_window_start_resume (DeskWindowStart *self, DeskShift *shift);

/* What was about to begin does not. */
void desk_window_start_forget (DeskWindowStart *self);

G_END_DECLS
