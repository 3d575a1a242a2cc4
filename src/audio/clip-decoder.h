/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/sound.h"
#include "audio/telephone-law.h"

/* Decodes sound files. */

G_BEGIN_DECLS

#define DESK_CLIP_MAX_BYTES (50 * 1024 * 1024)
#define DESK_CLIP_MAX_SECONDS (5 * 60)

#define DESK_CLIP_ERROR (desk_clip_error_quark ())
GQuark desk_clip_error_quark (void);

typedef enum {
  DESK_CLIP_ERROR_OPEN,     /* absent, or not a regular file */
  DESK_CLIP_ERROR_FORMAT,   /* not a sound file that can be read */
  DESK_CLIP_ERROR_TOO_LONG, /* over DESK_CLIP_MAX_SECONDS */
  DESK_CLIP_ERROR_TOO_BIG,  /* over DESK_CLIP_MAX_BYTES */
  DESK_CLIP_ERROR_EMPTY,
} DeskClipError;

/**
 * desk_clip_decode:
 * @law: what it is carried by; DESK_LAW_NONE: as it is
 * @cancellable: (nullable)
 *
 * Decodes the file at @path (WAV, FLAC, Vorbis, Opus, MP3) to mono at 48 kHz, as it sounds over the
 * telephone, its ends eased so that they do not click. On any thread; takes its time.
 *
 * Returns: (transfer full) (nullable): NULL with DESK_CLIP_ERROR or G_IO_ERROR_CANCELLED set
 */
DeskSound *
desk_clip_decode (const char *path, DeskLaw law, GCancellable *cancellable, GError **error);

G_END_DECLS
