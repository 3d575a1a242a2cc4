/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* Shifts that were interrupted because the program was killed or the power failed. Their journals do not
 * end with `finished` and are not being written. */

G_BEGIN_DECLS

/* A plain value; strings are owned. */
typedef struct {
  char *path;     /* of the journal */
  char *fault;    /* why it can be neither resumed nor shown, for the user; NULL: it can */
  char *obstacle; /* why it cannot be resumed, likewise; NULL: it can */
  DeskJournalHeader *header; /* owned; NULL where there is a fault, as the next */
  char *title;
  gint64 t_ms;      /* how far it got: the last record */
  gint64 stopped_s; /* the wall clock then, seconds since 1970 */
  guint n_done;     /* calls */
  guint n_calls;
} DeskInterrupted;

void desk_interrupted_free (DeskInterrupted *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskInterrupted, desk_interrupted_free)

/* At most this many, the newest, are read: somebody may have copied in the whole school's. */
#define DESK_INTERRUPTED_MOST 20

/* The interrupted shifts whose journals are in `folder` itself, newest first. Only the end of a finished
 * journal is read. May block on the disk; any thread. (transfer full) (element-type DeskInterrupted) */
GPtrArray *desk_interrupted_find (const char *folder, GCancellable *cancellable);

/* When the journal at `path` was written last, by the wall clock: seconds since 1970, now at the
 * latest. */
gint64 desk_interrupted_stopped_s (const char *path);

/* desk_recording_may_go_on(), with an error in the user's words. Sets a GIOError. */
gboolean desk_interrupted_check (const DeskRecording *recording, GError **error);

/* The folder with the clips of `recording`: the folder of `shelves` (NULL-terminated), or one of that name
 * in them, that holds its scenario unchanged; NULL: none does. (transfer full) */
char *desk_interrupted_find_clips (const DeskRecording *recording, const char *const *shelves);

/* Where desk_interrupted_put_aside() moves the journal at `path`. (transfer full) */
char *desk_interrupted_aside_folder (const char *path);

/* Moves the journal at `path`, and what was recorded of the shift, into "aside" beside it, where
 * nobody is asked about it. Sets a GIOError. */
gboolean desk_interrupted_put_aside (const char *path, GError **error);

G_END_DECLS
