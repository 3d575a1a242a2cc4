/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/tap.h"
#include "audio/tape-track.h"

/* Records a shift into one FLAC file beside the journal: the callers on the left channel, the trainee on
 * the right. Its first frame is session time 0, and session time is the only clock: the recording stops
 * during a pause, and drifting device clocks are corrected to it. A thread writes it. A failure harms
 * nothing but the recording. */

G_BEGIN_DECLS

#define DESK_RECORDER_RATE DESK_TAPE_RATE

#define DESK_TYPE_RECORDER (desk_recorder_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecorder, desk_recorder, DESK, RECORDER, GObject)

/**
 * Signals of DeskRecorder, on the main context of the thread that made it:
 *  - "notice" (const char *words): something is missing from the recording, and why, in the user's
 *    language. Told once each.
 */

/* Creates the file, which must not exist, and starts the thread; nothing is recorded before
 * desk_recorder_run(). The taps are borrowed until the recorder is finished or freed. `microphone` may be
 * NULL: the right channel is silent. NULL with a GFileError if the file cannot be created. */
DeskRecorder *
desk_recorder_new (const char *path, DeskTap *callers, DeskTap *microphone, GError **error);

/* The same into an open file, which the recorder closes, also on failure. */
DeskRecorder *
desk_recorder_new_for_fd (int fd, DeskTap *callers, DeskTap *microphone, GError **error);

/* Session time was, or is, `session_ms` at `monotonic_us` (g_get_monotonic_time()), and is running. Call it
 * within half a second of that, as the next. */
void desk_recorder_run (DeskRecorder *self, gint64 session_ms, gint64 monotonic_us);

/* Session time stands still at `session_ms`. */
void desk_recorder_hold (DeskRecorder *self, gint64 session_ms);

/* Writes what is left up to `session_ms` and closes the file. Waits up to 0.3 s for the devices' last
 * blocks, and two seconds in all for the disk. FALSE with a GFileError if the recording is incomplete: the
 * message says all that is missing, in the user's language. What could be written is there. A recorder that
 * is freed unfinished is finished at the latest time it knows. */
gboolean desk_recorder_finish (DeskRecorder *self, gint64 session_ms, GError **error);

/* The same without blocking, on the thread that made the recorder. The taps are borrowed until `callback`
 * is called, on its main context, after at most two seconds. */
void desk_recorder_finish_async (DeskRecorder *self,
                                 gint64 session_ms,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/* As desk_recorder_finish(). */
gboolean desk_recorder_finish_finish (DeskRecorder *self, GAsyncResult *result, GError **error);

G_END_DECLS
