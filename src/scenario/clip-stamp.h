/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A comment in a sound file that marks it as synthesised rather than recorded, with the text and the voice.
 * It is valid only while the file has its original length: a clip that somebody has cut is theirs. */

G_BEGIN_DECLS

typedef struct {
  char *voice;  /* as it was asked for: "female-2" */
  char *digest; /* of the text and its language */
} DeskClipStamp;

/* The digest of `text` in `language`. (transfer full) */
char *desk_clip_stamp_digest (const char *text, const char *language);

/* The comment for a clip of `n_frames`. (transfer full) */
char *desk_clip_stamp_write (const char *voice, const char *digest, gint64 n_frames);

/* The stamp of the sound file at `path`; NULL if it has none, or none that is valid. */
DeskClipStamp *desk_clip_stamp_read (const char *path);
void desk_clip_stamp_free (DeskClipStamp *stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClipStamp, desk_clip_stamp_free)

G_END_DECLS
