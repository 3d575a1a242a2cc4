/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/sql.h"

gboolean
desk_sql_fail (DeskSql *self, GError **error)
{
  self->fail (self, error);
  return FALSE;
}

gboolean
desk_sql_execute (DeskSql *self, const char *statements, GError **error)
{
  return sqlite3_exec (self->database, statements, NULL, NULL, NULL) == SQLITE_OK ||
         desk_sql_fail (self, error);
}

sqlite3_stmt *
desk_sql_prepare (DeskSql *self, const char *statement, GError **error)
{
  sqlite3_stmt *prepared = NULL;

  if (sqlite3_prepare_v2 (self->database, statement, -1, &prepared, NULL) != SQLITE_OK)
    desk_sql_fail (self, error);
  return prepared;
}

void
desk_sql_bind_text (sqlite3_stmt *statement, int n, const char *text)
{
  sqlite3_bind_text (statement, n, text, -1, SQLITE_TRANSIENT);
}

char *
desk_sql_column_text (sqlite3_stmt *statement, int n)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, n));
}

gboolean
desk_sql_finish (DeskSql *self, sqlite3_stmt *statement, GError **error)
{
  const gboolean done = sqlite3_step (statement) == SQLITE_DONE || desk_sql_fail (self, error);

  sqlite3_finalize (statement);
  return done;
}

gboolean
desk_sql_run (DeskSql *self, const char *statement, const char *text, GError **error)
{
  sqlite3_stmt *prepared = desk_sql_prepare (self, statement, error);

  if (prepared == NULL)
    return FALSE;
  desk_sql_bind_text (prepared, 1, text);
  return desk_sql_finish (self, prepared, error);
}

gboolean
desk_sql_ask (DeskSql *self, sqlite3_stmt *statement, gboolean *found, GError **error)
{
  const int result = sqlite3_step (statement);
  const gboolean answered =
      result == SQLITE_ROW || result == SQLITE_DONE || desk_sql_fail (self, error);

  *found = result == SQLITE_ROW;
  sqlite3_finalize (statement);
  return answered;
}

gboolean
desk_sql_integer (DeskSql *self, const char *statement, gint64 *value, GError **error)
{
  sqlite3_stmt *prepared = desk_sql_prepare (self, statement, error);
  gboolean read;

  if (prepared == NULL)
    return FALSE;
  read = sqlite3_step (prepared) == SQLITE_ROW || desk_sql_fail (self, error);
  *value = sqlite3_column_int64 (prepared, 0);
  sqlite3_finalize (prepared);
  return read;
}

/* Commits on success, rolls back otherwise. */
gboolean
desk_sql_transact (DeskSql *self, DeskSqlStep step, gpointer data, GError **error)
{
  if (!desk_sql_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (step (self, data, error) && desk_sql_execute (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
desk_sql_means_damage (int result)
{
  return (result & 0xff) == SQLITE_CORRUPT || (result & 0xff) == SQLITE_NOTADB;
}
