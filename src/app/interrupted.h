/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* Shifts whose program ended before they did: killed, or the power went. Their journals do not end
 * with `finished`, and no program writes them. */

G_BEGIN_DECLS

/* A plain value; strings are owned. */
typedef struct {
  char *path;     /* of the journal */
  char *fault;    /* why it can be neither gone on with nor shown, for the user; NULL: it can */
  char *obstacle; /* why it cannot be gone on with, likewise; NULL: it can */
  DeskJournalHeader *header; /* owned; NULL where there is a fault, as the next */
  char *title;
  gint64 t_ms;      /* how far it got: the last record */
  gint64 stopped_s; /* the wall clock then, seconds since 1970 */
  guint n_done;     /* calls */
  guint n_calls;
} DeskInterrupted;

void desk_interrupted_free (DeskInterrupted *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskInterrupted, desk_interrupted_free)

/* More than these, the newest, are not read: somebody may have brought the whole school's. */
#define DESK_INTERRUPTED_MOST 20

/* The interrupted shifts whose journals lie in `folder` itself, newest first. Of a finished one no more
 * than its end is read. May wait for the disk, and may run on any thread. (transfer full) (element-type
 * DeskInterrupted) */
GPtrArray *desk_interrupted_find (const char *folder, GCancellable *cancellable);

/* When the journal at `path` was written last, by the wall clock: seconds since 1970, now at the
 * latest. */
gint64 desk_interrupted_stopped_s (const char *path);

/* desk_recording_may_go_on(), with an error in the user's words. Sets a GIOError. */
gboolean desk_interrupted_check (const DeskRecording *recording, GError **error);

/* The folder where the clips of `recording` lie, if its scenario is there unchanged, in a folder of
 * `shelves` (NULL-terminated) that is called like it; NULL: nowhere. (transfer full) */
char *desk_interrupted_find_clips (const DeskRecording *recording, const char *const *shelves);

/* Where desk_interrupted_put_aside() moves the journal at `path`. (transfer full) */
char *desk_interrupted_aside_folder (const char *path);

/* Moves the journal at `path`, and what was recorded of the shift, into "aside" beside it, where
 * nobody is asked about it. Sets a GIOError. */
gboolean desk_interrupted_put_aside (const char *path, GError **error);

G_END_DECLS
