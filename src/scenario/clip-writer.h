/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* Makes a clip from a raw recording: trimmed, normalised, mono, Ogg/Opus. */

G_BEGIN_DECLS

#define DESK_CLIP_RATE 48000           /* Hz, of every clip we write */
#define DESK_CLIP_LOUDNESS (-23.0)     /* LUFS */
#define DESK_CLIP_PEAK (-1.0)          /* dBTP, never above */
#define DESK_CLIP_MAX_SECONDS (5 * 60) /* longer clips are refused */

/* The stamp of the clip, see clip-stamp.h; NULL: none. */
typedef struct {
  const char *voice;
  const char *digest;
} DeskClipMark;

/* Reads the sound file `source` and writes the clip `path`, completely or not at all. `speed`: how many
 * times as fast as recorded it is played (1: unchanged). Fails with a G_IO_ERROR:
 * G_IO_ERROR_MESSAGE_TOO_LARGE if the recording is longer than a clip may be. */
gboolean desk_clip_write (const char *source,
                          double speed,
                          const char *path,
                          const DeskClipMark *mark,
                          gint64 *length_ms,
                          GError **error);

/* Writes a clip of silence. Fails as desk_clip_write() does. */
gboolean desk_clip_write_silence (gint64 length_ms,
                                  const char *path,
                                  const DeskClipMark *mark,
                                  GError **error);

G_END_DECLS
