/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/sql.h"
#include "records/outbox.h"

/* The file of an outbox: opened, checked, and set aside where it is damaged. Only for the files that
 * implement the outbox. */

G_BEGIN_DECLS

struct _DeskOutbox {
  DeskSql sql; /* its database is owned */
};

/* The column "state" of the table "statement". */
enum {
  DESK_OUTBOX_WAITING = 0,
  DESK_OUTBOX_DELIVERED = 1,
  DESK_OUTBOX_REFUSED = 2,
};

/* The SQL condition for a statement that waits. "state <> 1" beside "state = 0" lets SQLite see that the
 * index of the undelivered ones serves. */
#define DESK_OUTBOX_WAITS "state = 0 AND state <> 1"

/* Opens the file at `path`, with its tables, for this program and others at once. `notice`: as for
 * desk_outbox_open(). Sets a GIOError. */
gboolean desk_outbox_file_open (DeskSql *sql, const char *path, char **notice, GError **error);

G_END_DECLS
