/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

/* A thin layer over SQLite for everyone who keeps such a file: whatever fails becomes an error of the
 * owner's domain. */

G_BEGIN_DECLS

typedef struct _DeskSql DeskSql;

struct _DeskSql {
  sqlite3 *database; /* owned by whoever embeds this; NULL: not opened */

  /* Sets an error from what SQLite says of `database`. */
  void (*fail) (DeskSql *self, GError **error);
};

/* A part of a transaction; FALSE, with an error set, rolls the whole back. */
typedef gboolean (*DeskSqlStep) (DeskSql *self, gpointer data, GError **error);

/* Sets the owner's error. Returns FALSE, to be returned at once. */
gboolean desk_sql_fail (DeskSql *self, GError **error);

/* Runs statements that return no rows and have no parameters. */
gboolean desk_sql_execute (DeskSql *self, const char *statements, GError **error);

/* NULL sets the error. (transfer full) */
sqlite3_stmt *desk_sql_prepare (DeskSql *self, const char *statement, GError **error);

/* Binds parameter `n` (from 1). The text is copied; NULL is bound as SQL's NULL. */
void desk_sql_bind_text (sqlite3_stmt *statement, int n, const char *text);

/* The text of column `n` (from 0); NULL for SQL's NULL. (transfer full) */
char *desk_sql_column_text (sqlite3_stmt *statement, int n);

/* Runs a statement that returns no rows, and frees it. */
gboolean desk_sql_finish (DeskSql *self, sqlite3_stmt *statement, GError **error);

/* Prepares and runs a statement with one text as parameter that returns no rows. */
gboolean desk_sql_run (DeskSql *self, const char *statement, const char *text, GError **error);

/* Sets `found` to whether `statement` returns a row, and frees it. FALSE: it failed, and the error is set. */
gboolean desk_sql_ask (DeskSql *self, sqlite3_stmt *statement, gboolean *found, GError **error);

/* Reads the first column of the first row, which must be there. */
gboolean desk_sql_integer (DeskSql *self, const char *statement, gint64 *value, GError **error);

/* Runs `step` inside one write transaction. */
gboolean desk_sql_transact (DeskSql *self, DeskSqlStep step, gpointer data, GError **error);

/* Whether a result code of SQLite means that the file is damaged, or not one of SQLite's. */
gboolean desk_sql_means_damage (int result);

G_END_DECLS
