/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/console-page.h"
#include "app/shift-recorder.h"
#include "app/start-page.h"
#include "audio/audio.h"

/* Recording as the window has it: consent on the start page, a sign on the console that can be
 * stopped, and what there is to tell of it. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_RECORDING (desk_window_recording_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowRecording, desk_window_recording, DESK, WINDOW_RECORDING, GObject)

DeskWindowRecording *desk_window_recording_new (DeskAudio *audio);

/* `page`, which is new, is where the trainee may consent from now on; so far they have not. */
void desk_window_recording_ask (DeskWindowRecording *self, DeskStartPage *page);

/* `shift` has been started and is shown on `page`: it is recorded if the trainee consented, as soon as the recording
 * of an earlier one has ended. */
void
desk_window_recording_begin (DeskWindowRecording *self, DeskShift *shift, DeskConsolePage *page);

/* Takes back a consent that was given for another shift. */
void desk_window_recording_decline (DeskWindowRecording *self);

/* Whether the shift is being recorded, or is about to be. */
gboolean desk_window_recording_is_on (DeskWindowRecording *self);

/* The recording of the shift that has finished, which may have yet to end; NULL: there is none. Owned by
 * `self`, until the next. */
DeskShiftRecorder *desk_window_recording_get_recorder (DeskWindowRecording *self);

/* The shift is given up or done with. The program stays until its recording has ended. */
void desk_window_recording_end (DeskWindowRecording *self);

G_END_DECLS
