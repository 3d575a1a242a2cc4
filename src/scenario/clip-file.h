/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a clip's header tells, without decoding it. */

G_BEGIN_DECLS

#define DESK_CLIP_FILE_ERROR (desk_clip_file_error_quark ())
GQuark desk_clip_file_error_quark (void);

/* The limits of a clip that can be played; rates in Hz. */
#define DESK_CLIP_FILE_MOST_CHANNELS 8
#define DESK_CLIP_FILE_LOWEST_RATE 4000
#define DESK_CLIP_FILE_HIGHEST_RATE 384000

typedef enum {
  DESK_CLIP_FILE_ERROR_ABSENT,
  DESK_CLIP_FILE_ERROR_UNREADABLE, /* missing, not permitted, or nothing that can be decoded */
  DESK_CLIP_FILE_ERROR_TOO_BIG,
  DESK_CLIP_FILE_ERROR_TOO_LONG,
} DeskClipFileError;

/* The length in ms of the sound file at `path`, from its header. -1 with `error` set if it is none that a
 * scenario may use. Never blocks, whatever `path` turns out to be. */
gint64 desk_clip_file_length_ms (const char *path, GError **error);

/* The path of `clip` of the scenario in `folder`. (transfer full) */
char *desk_clip_file_path (const char *folder, const char *clip);

G_END_DECLS
