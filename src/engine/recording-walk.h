/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* Goes through what was recorded once more, for those who joined the session late. */

G_BEGIN_DECLS

/* `event` led to `state`, as when it happened; both are borrowed for the call. */
typedef void (*DeskRecordingStep) (const DeskState *state, const DeskEvent *event, gpointer data);

/* Calls `step` for every event in order, at the cost of the events alone: nothing is decided anew. */
void desk_recording_walk (const DeskRecording *recording, DeskRecordingStep step, gpointer data);

G_END_DECLS
