/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A lock file beside the history, by which programs, and threads of one program, take turns at what
 * SQLite's own locks do not cover: replacing the file as a whole. */

G_BEGIN_DECLS

typedef enum {
  DESK_HISTORY_TURN_SETTLE, /* opening: judging, setting aside, making the tables */
  DESK_HISTORY_TURN_FILL,   /* filling a new one from the journals */
} DeskHistoryTurn;

/* Waits up to `wait_ms` for the lock. Returns a handle for desk_history_unlock(); or -1 with `*taken` TRUE
 * when another program or thread still has it, and -1 with `*taken` FALSE where files cannot be locked. */
int desk_history_lock (const char *history, DeskHistoryTurn turn, guint wait_ms, gboolean *taken);
void desk_history_unlock (int lock);

G_END_DECLS
