/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/console-page.h"
#include "app/shift-recorder.h"
#include "app/start-page.h"
#include "audio/audio.h"

/* Recording in the window: consent on the start page, an indicator on the console with which to stop it,
 * and messages about it. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_RECORDING (desk_window_recording_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowRecording, desk_window_recording, DESK, WINDOW_RECORDING, GObject)

DeskWindowRecording *desk_window_recording_new (DeskAudio *audio);

/* Asks for consent on the new `page`; until then there is none. */
void desk_window_recording_ask (DeskWindowRecording *self, DeskStartPage *page);

/* `shift`, which was started and is shown on `page`, is recorded if the trainee consented: once the
 * recording of an earlier one has ended. */
void
desk_window_recording_begin (DeskWindowRecording *self, DeskShift *shift, DeskConsolePage *page);

/* Withdraws a consent that was given for another shift. */
void desk_window_recording_decline (DeskWindowRecording *self);

/* Whether the shift is being recorded, or is about to be. */
gboolean desk_window_recording_is_on (DeskWindowRecording *self);

/* The recorder of the finished shift, which may not have ended yet; NULL: none. Owned by `self`, until the
 * next. */
DeskShiftRecorder *desk_window_recording_get_recorder (DeskWindowRecording *self);

/* The shift was abandoned or is over. The program is kept running until its recording has ended. */
void desk_window_recording_end (DeskWindowRecording *self);

G_END_DECLS
