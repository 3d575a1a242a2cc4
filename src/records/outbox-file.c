/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox-file.h"

#include <glib/gi18n-lib.h>

#include "history/history-aside.h"
#include "history/history-files.h"
#include "history/history-lock.h"

/* SQLite keeps its journal of changes in a file beside this one until a change is on the disk
 * (journal_mode DELETE, synchronous EXTRA): slower than WAL and good for any disk, a share among them.
 * A change is made once for a batch, so that the speed is of no importance. */

#define VERSION 3
#define LONGEST_WAIT_MS 10000

/* Statements go out as they came in, by rowid. A journal that is `resultless` was one as long as it has that
 * stamp. */
static const char tables[] =
    "CREATE TABLE IF NOT EXISTS terms (text TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS session (journal TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS statement (id TEXT PRIMARY KEY NOT NULL, state INTEGER NOT NULL,"
    " body BLOB, words TEXT);"
    "CREATE TABLE IF NOT EXISTS resultless (journal TEXT PRIMARY KEY, stamp TEXT NOT NULL)"
    " WITHOUT ROWID;";

/* Versions 1 and 2 knew of nothing that was put off; not_before is in seconds since 1970. */
static const char columns[] =
    "ALTER TABLE statement ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE statement ADD COLUMN put_off INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE statement ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE statement ADD COLUMN was_refused INTEGER NOT NULL DEFAULT 0;"
    "DROP INDEX IF EXISTS undelivered;"
    "CREATE INDEX undelivered ON statement (state, failed) WHERE state <> 1;"
    "CREATE INDEX put_off ON statement (not_before) WHERE put_off > 0;"
    "PRAGMA user_version = 3";

static const char settings[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                               "PRAGMA secure_delete = ON";

/* The files that this program has looked through and knows no harm of since: to read the whole of one takes
 * the longer the more waits in it, and a store that is away is tried again every half an hour. */
static GMutex whole_lock;
static GHashTable *whole_files; /* of paths */

static gboolean
is_known_as_whole (const char *path)
{
  gboolean known;

  g_mutex_lock (&whole_lock);
  known = whole_files != NULL && g_hash_table_contains (whole_files, path);
  g_mutex_unlock (&whole_lock);
  return known;
}

static void
remember_as_whole (const char *path)
{
  g_mutex_lock (&whole_lock);
  if (whole_files == NULL)
    whole_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (whole_files, g_strdup (path));
  g_mutex_unlock (&whole_lock);
}

static void
forget_whole (void)
{
  g_mutex_lock (&whole_lock);
  g_clear_pointer (&whole_files, g_hash_table_unref);
  g_mutex_unlock (&whole_lock);
}

/* Whatever failed, the next opening looks through its file. */
static void
fail (DeskSql *sql, GError **error)
{
  forget_whole ();
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The outbox of the learning record store cannot be used: %s"),
               sqlite3_errmsg (sql->database));
}

static gboolean
is_whole (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (database, "PRAGMA quick_check(1)", -1, &statement, NULL);
  gboolean whole = TRUE;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return whole && !desk_sql_means_damage (code);
}

static void
close_again (DeskSql *sql)
{
  g_clear_pointer (&sql->database, sqlite3_close);
}

/* As it is. */
static gboolean
open_as_it_is (DeskSql *sql, const char *path, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  if (sqlite3_open_v2 (path, &sql->database, flags, NULL) == SQLITE_OK) {
    sqlite3_busy_timeout (sql->database, LONGEST_WAIT_MS);
    return TRUE;
  }
  desk_sql_fail (sql, error);
  close_again (sql);
  return FALSE;
}

static gboolean
put_aside (const char *path, char **notice, GError **error)
{
  g_autofree char *aside = desk_history_set_aside (path, error);
  g_autofree char *shown = NULL;

  if (aside == NULL)
    return FALSE;
  shown = g_filename_display_name (aside);
  *notice = g_strdup_printf (
      _ ("The outbox of the learning record store was damaged. It is kept as “%s”, "
         "and filled again from the sessions on this computer."),
      shown);
  return TRUE;
}

static gboolean
make_tables (DeskSql *sql, gpointer data, GError **error)
{
  return desk_sql_execute (sql, tables, error) && desk_sql_execute (sql, columns, error);
}

static gboolean
settle (DeskSql *sql, GError **error)
{
  gint64 version;

  if (!desk_sql_integer (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > VERSION) {
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _ ("The outbox of the learning record store was made by a newer version of Frontdesk."));
    return FALSE;
  }
  return desk_sql_execute (sql, settings, error) &&
         (version == VERSION || desk_sql_transact (sql, make_tables, NULL, error));
}

static gboolean
open_whole (DeskSql *sql, const char *path, char **notice, GError **error)
{
  if (!open_as_it_is (sql, path, error))
    return FALSE;
  if (!is_known_as_whole (path) && !is_whole (sql->database)) {
    close_again (sql);
    if (!put_aside (path, notice, error) || !open_as_it_is (sql, path, error))
      return FALSE;
  }
  remember_as_whole (path);
  if (settle (sql, error))
    return TRUE;
  close_again (sql);
  return FALSE;
}

gboolean
desk_outbox_file_open (DeskSql *sql, const char *path, char **notice, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean opened;
  gboolean taken;
  int turn;

  *notice = NULL;
  sql->fail = fail;
  if (!desk_history_make_folder (folder, error))
    return FALSE;
  turn = desk_history_lock (path, DESK_HISTORY_TURN_SETTLE, LONGEST_WAIT_MS, &taken);
  opened = open_whole (sql, path, notice, error);
  desk_history_unlock (turn);
  return opened;
}
