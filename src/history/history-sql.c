/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static void
fail (DeskSql *sql, GError **error)
{
  DeskHistory *self = (DeskHistory *) sql;
  g_autofree char *name = g_filename_display_name (self->file);

  if (sql->database != NULL && desk_sql_means_damage (sqlite3_errcode (sql->database)))
    self->damaged = TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The history %s cannot be used: %s"), name,
               sql->database != NULL ? sqlite3_errmsg (sql->database) : g_strerror (ENOMEM));
}

void
desk_history_sql_begin (DeskHistory *self)
{
  self->sql.fail = fail;
}

/* A step and its arguments. */
typedef struct {
  DeskHistoryStep step;
  gpointer data;
} Inner;

static gboolean
do_inner (DeskSql *sql, gpointer data, GError **error)
{
  const Inner *inner = data;

  return inner->step ((DeskHistory *) sql, inner->data, error);
}

gboolean
desk_history_transact (DeskHistory *self, DeskHistoryStep step, gpointer data, GError **error)
{
  Inner inner = { step, data };

  return desk_sql_transact (&self->sql, do_inner, &inner, error);
}

gboolean
desk_history_get_setting (DeskHistory *self, const char *name, char **value, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql, "SELECT value FROM settings WHERE name = ?", error);
  int result;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, name);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *value = desk_sql_column_text (statement, 0);
  else if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

gboolean
desk_history_set_setting (DeskHistory *self, const char *name, const char *value, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql,
                        value != NULL ? "INSERT OR REPLACE INTO settings VALUES (?, ?)"
                                      : "DELETE FROM settings WHERE name = ?",
                        error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, name);
  if (value != NULL)
    desk_sql_bind_text (statement, 2, value);
  return desk_sql_finish (&self->sql, statement, error);
}
