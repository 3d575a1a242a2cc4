/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/shift.h"
#include "audio/audio.h"

/* Records a shift until its end: keeps the microphone open, and the recorder in step with the shift's
 * time. */

G_BEGIN_DECLS

#define DESK_TYPE_SHIFT_RECORDER (desk_shift_recorder_get_type ())
G_DECLARE_FINAL_TYPE (DeskShiftRecorder, desk_shift_recorder, DESK, SHIFT_RECORDER, GObject)

/**
 * Signals of DeskShiftRecorder:
 *  - "notice" (const char *words): something is missing from the recording, and why
 *  - "ended": the file is closed, or given up on, two seconds after the stop at the latest
 */

/* `shift` has been started. Sets a GFileError. */
DeskShiftRecorder *desk_shift_recorder_new (DeskShift *shift, DeskAudio *audio, GError **error);

/* Stops for good; what was recorded is kept. The end of the shift does the same. Returns at once: recorder
 * and audio are kept alive until "ended". */
void desk_shift_recorder_stop (DeskShiftRecorder *self);

/* Whether "ended" was emitted. */
gboolean desk_shift_recorder_has_ended (DeskShiftRecorder *self);

/* What the recording lacks, after it has ended; NULL: nothing. */
const char *desk_shift_recorder_get_fault (DeskShiftRecorder *self);

G_END_DECLS
