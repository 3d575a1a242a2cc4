/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/window-shift.h"
#include "app/window-sound.h"
#include "app/window-voices.h"

/* From the wish to begin a shift to the shift: waits for the voices and, in an exam, for the state of the
 * sound and for the trainee to confirm the terms. Until then the wish can be dropped. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_START (desk_window_start_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowStart, desk_window_start, DESK, WINDOW_START, GObject)

/* Begins shifts through `work`. All are borrowed and outlive it. */
DeskWindowStart *desk_window_start_new (GtkWindow *window,
                                        DeskWindowShift *work,
                                        DeskAudio *audio,
                                        DeskWindowSound *sound,
                                        DeskWindowVoices *voices);

/* Sets the scenario of the next shift, and drops an earlier wish. */
void desk_window_start_set_scenario (DeskWindowStart *self, DeskScenario *scenario);

/* `trainee` wants to begin on `terms`. Ignored while a question is open. */
void desk_window_start_wish (DeskWindowStart *self, const char *trainee, const DeskTerms *terms);

/* Who waits to begin, and waits no more; NULL: nobody does. */
char *desk_window_start_take_waiting (DeskWindowStart *self) G_GNUC_WARN_UNUSED_RESULT;

/* `trainee`, who was taken from here, waits again, on the terms of before. */
void desk_window_start_wait_again (DeskWindowStart *self, const char *trainee);

/* `trainee` begins once more, on the terms of before. */
void desk_window_start_begin_again (DeskWindowStart *self, const char *trainee);

/* `shift`, which was interrupted, goes on as soon as the voices are ready. */
void desk_window_start_resume (DeskWindowStart *self, DeskShift *shift);

/* Drops the wish. */
void desk_window_start_forget (DeskWindowStart *self);

G_END_DECLS
