/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox-file.h"

#include <glib/gi18n-lib.h>

#include "history/history-files.h"
#include "history/history-lock.h"

/* SQLite keeps its journal of changes in a file beside this one until a change is on the disk
 * (journal_mode DELETE, synchronous EXTRA): slower than WAL and good for any disk, a share among them.
 * A change is made once for a batch, so that the speed is of no importance. */

#define VERSION 1
#define LONGEST_WAIT_MS 10000

/* state: 0 waiting, 1 delivered, 2 refused. Statements go out as they came in, by rowid. */
static const char tables[] =
    "CREATE TABLE IF NOT EXISTS terms (text TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS session (journal TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS statement (id TEXT PRIMARY KEY NOT NULL, state INTEGER NOT NULL,"
    " body BLOB, words TEXT);"
    "CREATE INDEX IF NOT EXISTS undelivered ON statement (state) WHERE state <> 1;"
    "PRAGMA user_version = 1";

static const char settings[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                               "PRAGMA secure_delete = ON";

gboolean
desk_outbox_file_fail (sqlite3 *database, GError **error)
{
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

/* The first column of the first row as a number; -1, and the code, where there is none. */
static int
ask_number (sqlite3 *database, const char *sql, int *code)
{
  sqlite3_stmt *statement = NULL;
  int number = -1;

  *code = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
  if (*code == SQLITE_OK)
    *code = sqlite3_step (statement);
  if (*code == SQLITE_ROW)
    number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return number;
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
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;

  if (sqlite3_open_v2 (path, &database, flags, NULL) == SQLITE_OK) {
    sqlite3_busy_timeout (database, LONGEST_WAIT_MS);
    return database;
  }
  desk_outbox_file_fail (database, error);
  sqlite3_close (database);
  return NULL;
}

/* With what SQLite had not finished with, which belongs to the old file and would spoil the new. */
static gboolean
put_aside (const char *path, char **notice, GError **error)
{
  g_autofree char *wanted = g_strconcat (path, ".damaged", NULL);
  g_autofree char *aside = desk_history_free_path (wanted);
  g_autofree char *changes = g_strconcat (path, "-journal", NULL);
  g_autofree char *changes_aside = g_strconcat (aside, "-journal", NULL);
  g_autofree char *shown = g_filename_display_name (aside);

  if (!desk_history_move_file (path, aside, error))
    return FALSE;
  if (g_file_test (changes, G_FILE_TEST_EXISTS))
    desk_history_move_file (changes, changes_aside, NULL);
  *notice = g_strdup_printf (
      _ ("The outbox of the learning record store was damaged. It is kept as “%s”, "
         "and filled again from the sessions on this computer."),
      shown);
  return TRUE;
}

static sqlite3 *
settle (sqlite3 *database, GError **error)
{
  int code;
  const int version = ask_number (database, "PRAGMA user_version", &code);

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

  if (database != NULL && !is_whole (database)) {
    sqlite3_close (database);
    database = put_aside (path, notice, error) ? open_as_it_is (path, error) : NULL;
  }
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
