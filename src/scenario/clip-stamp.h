/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The mark by which a clip that was synthesised is told from a recording: a comment in the file, with
 * what was said in which voice. It holds only as long as the sound is as long as it was made, so
 * that a clip that somebody cut afterwards is theirs. */

G_BEGIN_DECLS

typedef struct {
  char *voice;  /* as it was asked for: "female-2" */
  char *digest; /* of the text and its language */
} DeskClipStamp;

/* What `text` in `language` is known by. (transfer full) */
char *desk_clip_stamp_digest (const char *text, const char *language);

/* The comment for a clip of `n_frames`. (transfer full) */
char *desk_clip_stamp_write (const char *voice, const char *digest, gint64 n_frames);

/* The stamp of the sound file at `path`; NULL where there is none, or it holds no more. */
DeskClipStamp *desk_clip_stamp_read (const char *path);
void desk_clip_stamp_free (DeskClipStamp *stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClipStamp, desk_clip_stamp_free)

G_END_DECLS
