/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/sql.h"
#include "records/outbox.h"

/* The file of an outbox: opened, judged, and put aside where it is damaged. For those who keep one alone. */

G_BEGIN_DECLS

struct _DeskOutbox {
  DeskSql sql; /* its database is owned */
};

/* "state" of the table "statement". */
enum {
  DESK_OUTBOX_WAITING = 0,
  DESK_OUTBOX_DELIVERED = 1,
  DESK_OUTBOX_REFUSED = 2,
};

/* The condition of a statement that waits. "state <> 1" beside "state = 0" is for SQLite, which then sees that the
 * index of what is undelivered serves. */
#define DESK_OUTBOX_WAITS "state = 0 AND state <> 1"

/* Opens the file at `path`, with its tables, for this program and others at once. `notice`: as for
 * desk_outbox_open(). Sets a GIOError. */
gboolean desk_outbox_file_open (DeskSql *sql, const char *path, char **notice, GError **error);

G_END_DECLS
