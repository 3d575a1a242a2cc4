/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static gboolean
means_damage (sqlite3 *database)
{
  const int code = sqlite3_errcode (database) & 0xff;

  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

gboolean
desk_history_fail (DeskHistory *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->file);

  if (self->database != NULL && means_damage (self->database))
    self->damaged = TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The history %s cannot be used: %s"), name,
               self->database != NULL ? sqlite3_errmsg (self->database) : g_strerror (ENOMEM));
  return FALSE;
}

gboolean
desk_history_execute (DeskHistory *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK ||
         desk_history_fail (self, error);
}

sqlite3_stmt *
desk_history_prepare (DeskHistory *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    desk_history_fail (self, error);
  return statement;
}

gboolean
desk_history_finish (DeskHistory *self, sqlite3_stmt *statement, GError **error)
{
  const gboolean done = sqlite3_step (statement) == SQLITE_DONE || desk_history_fail (self, error);

  sqlite3_finalize (statement);
  return done;
}

gboolean
desk_history_read_integer (DeskHistory *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = desk_history_prepare (self, sql, error);
  gboolean read;

  if (statement == NULL)
    return FALSE;
  read = sqlite3_step (statement) == SQLITE_ROW || desk_history_fail (self, error);
  *value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return read;
}

void
desk_history_bind_text (sqlite3_stmt *statement, int n, const char *text)
{
  sqlite3_bind_text (statement, n, text, -1, SQLITE_TRANSIENT);
}

char *
desk_history_column_text (sqlite3_stmt *statement, int n)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, n));
}

gboolean
desk_history_transact (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error)
{
  if (!desk_history_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (step (self, data, error) && desk_history_execute (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

gboolean
desk_history_get_setting (DeskHistory *self, const char *name, char **value, GError **error)
{
  sqlite3_stmt *statement =
      desk_history_prepare (self, "SELECT value FROM settings WHERE name = ?", error);
  int result;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  desk_history_bind_text (statement, 1, name);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *value = desk_history_column_text (statement, 0);
  else if (result != SQLITE_DONE)
    desk_history_fail (self, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

gboolean
desk_history_set_setting (DeskHistory *self, const char *name, const char *value, GError **error)
{
  sqlite3_stmt *statement =
      desk_history_prepare (self,
                            value != NULL ? "INSERT OR REPLACE INTO settings VALUES (?, ?)"
                                          : "DELETE FROM settings WHERE name = ?",
                            error);

  if (statement == NULL)
    return FALSE;
  desk_history_bind_text (statement, 1, name);
  if (value != NULL)
    desk_history_bind_text (statement, 2, value);
  return desk_history_finish (self, statement, error);
}
