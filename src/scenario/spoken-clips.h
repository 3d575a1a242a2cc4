/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "scenario/scenario.h"

/* The clips that a scenario lacks, synthesised before a shift and kept for the next. */

G_BEGIN_DECLS

#define DESK_SPOKEN_CLIPS_MAX_BYTES (256 << 20) /* size of the folder: some 24 hours of speech */

typedef struct _DeskSpokenClips DeskSpokenClips;

/* `done` of `all` clips are there. Called on the worker threads, by one at a time. */
typedef void (*DeskSpokenClipsProgress) (guint done, guint all, gpointer data);

/* Synthesises every reply of a call or a person that has no clip of its own, in the order in which they are
 * due, on one thread for each processor; blocks until all are there. They are kept in `folder` (usually
 * desk_spoken_clips_folder()); if that is not writable, a temporary one is used. Complete clips are reused;
 * the least recently used are deleted when the folder exceeds `max_bytes`. The first failure ends the work,
 * as does `cancellable`: then `error` is set, and what there is is returned all the same. (transfer full) */
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

/* The file of `reply`, and its length in ms; NULL if none was synthesised. */
const char *desk_spoken_clips_get_path (const DeskSpokenClips *self, const DeskReply *reply);
gint64 desk_spoken_clips_get_length_ms (const DeskSpokenClips *self, const DeskReply *reply);

/* How many there are. */
guint desk_spoken_clips_count (const DeskSpokenClips *self);

/* The user's: ~/.cache/frontdesk/clips. (transfer full) */
char *desk_spoken_clips_folder (void);

G_END_DECLS
