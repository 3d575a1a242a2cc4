/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* What a session that is played again brings about, held against the journal of the first time. */

G_BEGIN_DECLS

typedef enum {
  DESK_REPLAY_RECORDED, /* the journal has it, in this place */
  DESK_REPLAY_MISSING,  /* the journal ends before it */
  DESK_REPLAY_ANOTHER,  /* the journal has something else there */
} DeskReplayMatch;

/* A plain value; `next` is the record that should come next. */
typedef struct {
  const DeskRecording *recording; /* borrowed */
  guint next;
  gboolean differs; /* for good, once something else came than was recorded */
} DeskReplay;

/* Takes what happens next, and moves on where it is recorded. Records are equal when they are written
 * in the same bytes. */
DeskReplayMatch desk_replay_take_event (DeskReplay *self, const DeskEvent *event);
DeskReplayMatch
desk_replay_take_command (DeskReplay *self, const DeskCommand *command, gint64 t_ms);

/* Whether all that was recorded has come again, and nothing else. */
gboolean desk_replay_is_whole (const DeskReplay *self);

/* The line of the journal at which it was otherwise. */
guint desk_replay_get_line (const DeskReplay *self);

G_END_DECLS
