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

#define VERSION 2
#define LONGEST_WAIT_MS 10000

/* state: 0 waiting, 1 delivered, 2 refused. Statements go out as they came in, by rowid. A journal that is
 * `resultless` was one as long as it has that stamp. Version 1 did not know of those. */
static const char tables[] =
    "CREATE TABLE IF NOT EXISTS terms (text TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS session (journal TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS statement (id TEXT PRIMARY KEY NOT NULL, state INTEGER NOT NULL,"
    " body BLOB, words TEXT);"
    "CREATE INDEX IF NOT EXISTS undelivered ON statement (state) WHERE state <> 1;"
    "CREATE TABLE IF NOT EXISTS resultless (journal TEXT PRIMARY KEY, stamp TEXT NOT NULL)"
    " WITHOUT ROWID;"
    "PRAGMA user_version = 2";

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
gboolean
desk_outbox_file_fail (sqlite3 *database, GError **error)
{
  forget_whole ();
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The outbox of the learning record store cannot be used: %s"),
               sqlite3_errmsg (database));
  return FALSE;
}

gboolean
desk_outbox_file_run (sqlite3 *database, const char *sql, GError **error)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK ||
         desk_outbox_file_fail (database, error);
}

static gboolean
is_damage (int result)
{
  return (result & 0xff) == SQLITE_CORRUPT || (result & 0xff) == SQLITE_NOTADB;
}

/* -1: it cannot be read. */
static int
read_version (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (database, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
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
  return whole && !is_damage (code);
}

/* As it is; NULL where the file cannot be opened at all. */
static sqlite3 *
open_as_it_is (const char *path, GError **error)
{
  sqlite3 *database = NULL;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  if (sqlite3_open_v2 (path, &database, flags, NULL) == SQLITE_OK) {
    sqlite3_busy_timeout (database, LONGEST_WAIT_MS);
    return database;
  }
  desk_outbox_file_fail (database, error);
  sqlite3_close (database);
  return NULL;
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

static sqlite3 *
settle (sqlite3 *database, GError **error)
{
  const int version = read_version (database);

  if (version > VERSION)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("The outbox of the learning record store was made by a newer Frontdesk."));
  else if (desk_outbox_file_run (database, settings, error) &&
           (version == VERSION || desk_outbox_file_run (database, tables, error)))
    return database;
  sqlite3_close (database);
  return NULL;
}

static sqlite3 *
open_whole (const char *path, char **notice, GError **error)
{
  sqlite3 *database = open_as_it_is (path, error);

  if (database != NULL && !is_known_as_whole (path) && !is_whole (database)) {
    sqlite3_close (database);
    database = put_aside (path, notice, error) ? open_as_it_is (path, error) : NULL;
  }
  if (database != NULL)
    remember_as_whole (path);
  return database != NULL ? settle (database, error) : NULL;
}

sqlite3 *
desk_outbox_file_open (const char *path, char **notice, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  sqlite3 *database;
  gboolean taken;
  int turn;

  *notice = NULL;
  if (!desk_history_make_folder (folder, error))
    return NULL;
  turn = desk_history_lock (path, DESK_HISTORY_TURN_SETTLE, LONGEST_WAIT_MS, &taken);
  database = open_whole (path, notice, error);
  desk_history_unlock (turn);
  return database;
}
