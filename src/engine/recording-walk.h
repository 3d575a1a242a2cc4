/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* Replays the events of a recording, for objects that join a session late. */

G_BEGIN_DECLS

/* `state` is as `event` left it; both are borrowed for the call. */
typedef void (*DeskRecordingStep) (const DeskState *state, const DeskEvent *event, gpointer data);

/* Calls `step` for every event in order. Nothing is decided again, so this costs no more than applying the
 * events. */
void desk_recording_walk (const DeskRecording *recording, DeskRecordingStep step, gpointer data);

G_END_DECLS
