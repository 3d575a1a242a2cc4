/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/tap.h"
#include "audio/tape-track.h"

/* Records a shift: the callers on the left channel, the trainee on the right, in one FLAC file
 * beside the journal, whose first frame is session time 0. Session time is the only clock: the
 * recording stands still in a pause, and a device whose clock wanders is brought back to it. A
 * thread of its own writes. Whatever fails harms nothing but the recording. */

G_BEGIN_DECLS

#define DESK_RECORDER_RATE DESK_TAPE_RATE

#define DESK_TYPE_RECORDER (desk_recorder_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecorder, desk_recorder, DESK, RECORDER, GObject)

/**
 * Signals of DeskRecorder, on the main context of the thread that made it:
 *  - "notice" (const char *words): something is missing from the recording, and why, in the user's
 *    language. Told once each.
 */

/* Creates the file, which must not be there yet, and starts the thread; nothing is recorded before
 * desk_recorder_run(). The taps are borrowed until it is finished or the recorder is gone. `microphone`
 * may be NULL: the right channel stays silent. NULL with a GFileError when the file cannot be made. */
DeskRecorder *
desk_recorder_new (const char *path, DeskTap *callers, DeskTap *microphone, GError **error);

/* The same into an open file, which the recorder closes. */
DeskRecorder *
desk_recorder_new_for_fd (int fd, DeskTap *callers, DeskTap *microphone, GError **error);

/* Session time `session_ms` was, or is, at `monotonic_us` (g_get_monotonic_time()), and runs. It is
 * told within half a second, as is the next. */
void desk_recorder_run (DeskRecorder *self, gint64 session_ms, gint64 monotonic_us);

/* It stands still at `session_ms`. */
void desk_recorder_hold (DeskRecorder *self, gint64 session_ms);

/* Writes what is still on its way up to `session_ms` and closes the file; waits for the last blocks of
 * the devices 0.3 s at most, and for the disk two seconds in all. FALSE with a GFileError when the
 * recording is not whole: the message says all that is missing, in the user's language. What could be
 * written is there. A recorder that goes without is finished at the latest time it was told of. */
gboolean desk_recorder_finish (DeskRecorder *self, gint64 session_ms, GError **error);

/* The same without waiting, for the thread that made the recorder: the taps are borrowed until `callback`
 * is called, on its main context, after two seconds at the latest. */
void desk_recorder_finish_async (DeskRecorder *self,
                                 gint64 session_ms,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/* As desk_recorder_finish(). */
gboolean desk_recorder_finish_finish (DeskRecorder *self, GAsyncResult *result, GError **error);

G_END_DECLS
