/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/ledger.h"

#include <glib/gi18n-lib.h>

#include "history/sql.h"

#define LONGEST_WAIT_MS 10000

struct _DeskLedger {
  DeskSql sql;
  sqlite3_stmt *has; /* owned, as the next */
  sqlite3_stmt *add;
};

static const char table[] =
    "CREATE TABLE IF NOT EXISTS handed_in (journal TEXT NOT NULL, folder TEXT NOT NULL,"
    " PRIMARY KEY (journal, folder)) WITHOUT ROWID";

static void
fail (DeskSql *sql, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("What was handed in cannot be written down: %s"), sqlite3_errmsg (sql->database));
}

static gboolean
prepare (DeskLedger *self, sqlite3_stmt **statement, const char *words, GError **error)
{
  *statement = desk_sql_prepare (&self->sql, words, error);
  return *statement != NULL;
}

DeskLedger *
desk_ledger_open (const char *path, GError **error)
{
  g_autoptr (DeskLedger) self = g_new0 (DeskLedger, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  self->sql.fail = fail;
  g_mkdir_with_parents (folder, 0700);
  if (sqlite3_open (path, &self->sql.database) != SQLITE_OK) {
    desk_sql_fail (&self->sql, error);
    return NULL;
  }
  sqlite3_busy_timeout (self->sql.database, LONGEST_WAIT_MS);
  if (!desk_sql_execute (&self->sql, table, error) ||
      !prepare (self, &self->has, "SELECT 1 FROM handed_in WHERE journal = ? AND folder = ?",
                error) ||
      !prepare (self, &self->add, "INSERT OR IGNORE INTO handed_in VALUES (?, ?)", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_ledger_close (DeskLedger *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->has);
  sqlite3_finalize (self->add);
  sqlite3_close (self->sql.database);
  g_free (self);
}

static int
run (sqlite3_stmt *statement, const char *journal, const char *folder)
{
  int result;

  desk_sql_bind_text (statement, 1, journal);
  desk_sql_bind_text (statement, 2, folder);
  result = sqlite3_step (statement);
  sqlite3_reset (statement);
  return result;
}

gboolean
desk_ledger_has (DeskLedger *self, const char *journal, const char *folder)
{
  return run (self->has, journal, folder) == SQLITE_ROW;
}

gboolean
desk_ledger_add (DeskLedger *self, const char *journal, const char *folder, GError **error)
{
  return run (self->add, journal, folder) == SQLITE_DONE || desk_sql_fail (&self->sql, error);
}
