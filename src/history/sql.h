/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

/* A file of SQLite, as all who keep one use it: whatever fails is an error of its owner's. */

G_BEGIN_DECLS

typedef struct _DeskSql DeskSql;

struct _DeskSql {
  sqlite3 *database; /* owned by whoever has this; NULL: not opened */

  /* Sets an error of what SQLite says of `database`. */
  void (*fail) (DeskSql *self, GError **error);
};

/* Does a part of a transaction; FALSE with an error takes the whole of it back. */
typedef gboolean (*DeskSqlStep) (DeskSql *self, gpointer data, GError **error);

/* Returns FALSE. */
gboolean desk_sql_fail (DeskSql *self, GError **error);

/* Statements that give no row and take no value. */
gboolean desk_sql_execute (DeskSql *self, const char *statements, GError **error);

/* NULL: the error is set. (transfer full) */
sqlite3_stmt *desk_sql_prepare (DeskSql *self, const char *statement, GError **error);

/* The text is copied; NULL is bound as such. */
void desk_sql_bind_text (sqlite3_stmt *statement, int n, const char *text);

/* NULL where there is none. (transfer full) */
char *desk_sql_column_text (sqlite3_stmt *statement, int n);

/* Runs a statement that gives no row, and frees it. */
gboolean desk_sql_finish (DeskSql *self, sqlite3_stmt *statement, GError **error);

/* Prepares and runs a statement that takes one text and gives no row. */
gboolean desk_sql_run (DeskSql *self, const char *statement, const char *text, GError **error);

/* Whether `statement` gives a row; frees it. FALSE: the error is set, which is no answer. */
gboolean desk_sql_ask (DeskSql *self, sqlite3_stmt *statement, gboolean *found, GError **error);

/* The first column of the first row, which must be there. */
gboolean desk_sql_integer (DeskSql *self, const char *statement, gint64 *value, GError **error);

/* Does `step` inside one write transaction. */
gboolean desk_sql_transact (DeskSql *self, DeskSqlStep step, gpointer data, GError **error);

/* Whether a result of SQLite says that the file is damaged, or none of its own. */
gboolean desk_sql_means_damage (int result);

G_END_DECLS
