/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/scenario.h"

/* The clips that a scenario lacks, spoken ahead of a shift and kept for the next. */

G_BEGIN_DECLS

#define DESK_SPOKEN_CLIPS_MAX_BYTES (256 << 20) /* of the folder; some 24 hours of speech */

typedef struct _DeskSpokenClips DeskSpokenClips;

/* `done` of `all` clips are there; on the worker threads, one call at a time. */
typedef void (*DeskSpokenClipsProgress) (guint done, guint all, gpointer data);

/* Speaks every reply of a call or a person that has no clip of its own, those due first first, on as
 * many threads as there are processors; blocks until the last is there. `folder` is where they are
 * kept (the user's cache is desk_spoken_clips_folder()); one that cannot be written is replaced by a
 * temporary one. Clips that are there and whole are not spoken again; those not used for longest are
 * deleted when the folder is larger than `max_bytes`.
 *
 * Always returns what there is; `error` tells why it is not all: the first failure ends the work, as
 * does `cancellable`. (transfer full) */
DeskSpokenClips *desk_spoken_clips_new (const DeskScenario *scenario,
                                        const char *folder,
                                        goffset max_bytes,
                                        DeskSpokenClipsProgress progress,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);

DeskSpokenClips *desk_spoken_clips_ref (DeskSpokenClips *self);
void desk_spoken_clips_unref (DeskSpokenClips *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSpokenClips, desk_spoken_clips_unref)

/* The file of `reply`, and how long it lasts; NULL where none was spoken. */
const char *desk_spoken_clips_get_path (const DeskSpokenClips *self, const DeskReply *reply);
gint64 desk_spoken_clips_get_length_ms (const DeskSpokenClips *self, const DeskReply *reply);

/* How many there are. */
guint desk_spoken_clips_count (const DeskSpokenClips *self);

/* The user's: ~/.cache/frontdesk/clips. (transfer full) */
char *desk_spoken_clips_folder (void);

G_END_DECLS
