/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A file beside the history by which programs, and threads of one, take turns at what SQLite's own
 * locks do not cover: replacing the file as a whole. */

G_BEGIN_DECLS

typedef enum {
  DESK_HISTORY_TURN_SETTLE, /* opening: judging, setting aside, making the tables */
  DESK_HISTORY_TURN_FILL,   /* filling a new one from the journals */
} DeskHistoryTurn;

/* Waits for its turn for up to `wait_ms`. Returns what to give back with desk_history_unlock(), or -1
 * when another has it, `*taken` then being TRUE; -1 and FALSE where files cannot be locked. */
int desk_history_lock (const char *history, DeskHistoryTurn turn, guint wait_ms, gboolean *taken);
void desk_history_unlock (int lock);

G_END_DECLS
