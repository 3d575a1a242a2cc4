/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/recording.h"

/* Compares the records of a session that is replayed with those in its journal. */

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
  gboolean differs; /* stays TRUE once a record was not the one in the journal */
} DeskReplay;

/* Compares the next record of the replay, and advances if the journal has it. Records are equal if they are
 * written as the same bytes. */
DeskReplayMatch desk_replay_take_event (DeskReplay *self, const DeskEvent *event);
DeskReplayMatch
desk_replay_take_command (DeskReplay *self, const DeskCommand *command, gint64 t_ms);

/* Whether every record of the journal has come again, and no other. */
gboolean desk_replay_is_whole (const DeskReplay *self);

/* The line of the journal where the replay departed from it; 0 at its end. */
guint desk_replay_get_line (const DeskReplay *self);

G_END_DECLS
