/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

/* The file's version stands in SQLite's own `user_version`: 0 is a file that was just made. It is
 * looked at inside a write transaction, so that of two programs that start together one makes the
 * table and the other finds it. A session's text is always bound, never part of a statement. */

#define VERSION 1
#define BUSY_TIMEOUT_MS 5000

static const char schema[] = "CREATE TABLE sessions ("
                             " id TEXT PRIMARY KEY NOT NULL,"
                             " trainee TEXT NOT NULL,"
                             " scenario TEXT NOT NULL,"
                             " started TEXT NOT NULL,"
                             " started_us INTEGER NOT NULL," /* the same moment, to sort by */
                             " mode TEXT NOT NULL,"
                             " accommodations TEXT NOT NULL,"
                             " score REAL NOT NULL,"
                             " passed INTEGER NOT NULL,"
                             " response REAL,"
                             " message REAL,"
                             " journal TEXT);"
                             "CREATE INDEX sessions_by_trainee ON sessions (trainee, started_us);"
                             "PRAGMA user_version = 1;";

G_DEFINE_QUARK (desk_history_error, desk_history_error)

struct _DeskHistory {
  char *path;
  sqlite3 *database;
};

static gboolean
fail (DeskHistory *self, GError **error)
{
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The history %s cannot be used: %s"), self->path,
               self->database != NULL ? sqlite3_errmsg (self->database) : g_strerror (ENOMEM));
  return FALSE;
}

static gboolean
execute (DeskHistory *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  return TRUE;
}

static sqlite3_stmt *
prepare (DeskHistory *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (self, error);
  return statement;
}

static gboolean
read_version (DeskHistory *self, int *version, GError **error)
{
  sqlite3_stmt *statement = prepare (self, "PRAGMA user_version", error);
  gboolean read;

  if (statement == NULL)
    return FALSE;
  read = sqlite3_step (statement) == SQLITE_ROW || fail (self, error);
  *version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return read;
}

static gboolean
settle_version (DeskHistory *self, GError **error)
{
  int version = 0;

  if (!read_version (self, &version, error))
    return FALSE;
  if (version == 0)
    return execute (self, schema, error);
  if (version == VERSION)
    return TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_NEWER,
               _ ("The history %s was written by a newer Frontdesk; update this one to use it"),
               self->path);
  return FALSE;
}

static gboolean
settle_schema (DeskHistory *self, GError **error)
{
  if (!execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!settle_version (self, error)) {
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
    return FALSE;
  }
  return execute (self, "COMMIT", error);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, DESK_HISTORY_ERROR, DESK_HISTORY_ERROR_FAILED,
               _ ("The folder %s for the history cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

char *
desk_history_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "history.db", NULL);
}

DeskHistory *
desk_history_open (const char *path, GError **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  g_autoptr (DeskHistory) self = NULL;

  if (!make_folder (path, error))
    return NULL;

  self = g_new0 (DeskHistory, 1);
  self->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &self->database, flags, NULL) != SQLITE_OK) {
    fail (self, error);
    return NULL;
  }
  sqlite3_busy_timeout (self->database, BUSY_TIMEOUT_MS);
  if (!settle_schema (self, error) || !execute (self, "PRAGMA journal_mode = WAL", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_history_close (DeskHistory *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self);
}

static char *
session_id (const char *journal)
{
  g_autofree char *name = NULL;

  if (journal == NULL)
    return g_uuid_string_random ();
  name = g_path_get_basename (journal);
  if (g_str_has_suffix (name, ".journal"))
    name[strlen (name) - strlen (".journal")] = '\0';
  return g_steal_pointer (&name);
}

/* What cannot be read sorts before everything. */
static gint64
moment_us (const char *iso8601)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso8601, utc);

  if (moment == NULL)
    return 0;
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
}

static void
bind_text (sqlite3_stmt *statement, int n, const char *text)
{
  sqlite3_bind_text (statement, n, text, -1, SQLITE_TRANSIENT);
}

static void
bind_figure (sqlite3_stmt *statement, int n, const DeskFigure *figure)
{
  if (figure->n > 0)
    sqlite3_bind_double (statement, n, desk_round_2 (figure->value));
}

static void
bind_session (sqlite3_stmt *statement, const DeskScorecard *scorecard, const char *journal)
{
  const DeskJournalHeader *header = scorecard->header;
  g_autofree char *id = session_id (journal);
  g_autofree char *accommodations = g_strjoinv (", ", header->accommodations);

  bind_text (statement, 1, id);
  bind_text (statement, 2, header->trainee);
  bind_text (statement, 3, scorecard->scenario->id);
  bind_text (statement, 4, header->started);
  sqlite3_bind_int64 (statement, 5, moment_us (header->started));
  bind_text (statement, 6, desk_mode_name (header->mode));
  bind_text (statement, 7, accommodations);
  sqlite3_bind_double (statement, 8, desk_round_2 (scorecard->score));
  sqlite3_bind_int (statement, 9, scorecard->passed);
  bind_figure (statement, 10, &scorecard->totals.response);
  bind_figure (statement, 11, &scorecard->totals.message);
  bind_text (statement, 12, journal);
}

gboolean
desk_history_add (DeskHistory *self,
                  const DeskScorecard *scorecard,
                  const char *journal,
                  GError **error)
{
  sqlite3_stmt *statement =
      prepare (self, "INSERT OR REPLACE INTO sessions VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", error);
  gboolean added;

  if (statement == NULL)
    return FALSE;
  bind_session (statement, scorecard, journal);
  added = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);
  sqlite3_finalize (statement);
  return added;
}

static char *
column_text (sqlite3_stmt *statement, int n)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, n));
}

static double
column_figure (sqlite3_stmt *statement, int n)
{
  if (sqlite3_column_type (statement, n) == SQLITE_NULL)
    return -1;
  return sqlite3_column_double (statement, n);
}

static DeskMode
column_mode (sqlite3_stmt *statement, int n)
{
  const char *name = (const char *) sqlite3_column_text (statement, n);
  DeskMode mode = DESK_MODE_PRACTICE;

  if (name != NULL)
    desk_mode_from_name (name, &mode);
  return mode;
}

static gpointer
read_entry (sqlite3_stmt *statement)
{
  DeskHistoryEntry *entry = g_new0 (DeskHistoryEntry, 1);

  entry->id = column_text (statement, 0);
  entry->trainee = column_text (statement, 1);
  entry->scenario = column_text (statement, 2);
  entry->started = column_text (statement, 3);
  entry->mode = column_mode (statement, 4);
  entry->accommodations = column_text (statement, 5);
  entry->score = sqlite3_column_double (statement, 6);
  entry->passed = sqlite3_column_int (statement, 7);
  entry->response = column_figure (statement, 8);
  entry->message = column_figure (statement, 9);
  entry->journal = column_text (statement, 10);
  return entry;
}

static gpointer
read_progress (sqlite3_stmt *statement)
{
  DeskHistoryProgress *progress = g_new0 (DeskHistoryProgress, 1);

  progress->trainee = column_text (statement, 0);
  progress->mode = column_mode (statement, 1);
  progress->adjusted = sqlite3_column_int (statement, 2);
  progress->n = (guint) sqlite3_column_int (statement, 3);
  progress->n_passed = (guint) sqlite3_column_int (statement, 4);
  progress->mean = sqlite3_column_double (statement, 5);
  progress->best = sqlite3_column_double (statement, 6);
  progress->first = sqlite3_column_double (statement, 7);
  progress->latest = sqlite3_column_double (statement, 8);
  return progress;
}

/* Every row of `sql`, whose first parameter is a trainee or NULL for all. */
static GPtrArray *
query (DeskHistory *self,
       const char *sql,
       const char *trainee,
       gpointer (*read_row) (sqlite3_stmt *statement),
       GDestroyNotify row_free,
       GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  sqlite3_stmt *statement = prepare (self, sql, error);
  int result;

  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, trainee);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, read_row (statement));
  if (result != SQLITE_DONE)
    fail (self, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
desk_history_list (DeskHistory *self, const char *trainee, GError **error)
{
  return query (self,
                "SELECT id, trainee, scenario, started, mode, accommodations, score, passed,"
                " response, message, journal FROM sessions WHERE ?1 IS NULL OR trainee = ?1"
                " ORDER BY started_us DESC, rowid DESC",
                trainee, read_entry, (GDestroyNotify) desk_history_entry_free, error);
}

GPtrArray *
desk_history_progress (DeskHistory *self, const char *trainee, GError **error)
{
  return query (self,
                "SELECT DISTINCT trainee, mode, accommodations <> '' AS adjusted, count(*) OVER"
                " grp, sum(passed) OVER grp, avg(score) OVER grp, max(score) OVER grp,"
                " first_value(score) OVER grp, last_value(score) OVER grp FROM sessions"
                " WHERE ?1 IS NULL OR trainee = ?1 WINDOW grp AS (PARTITION BY trainee, mode,"
                " accommodations <> '' ORDER BY started_us, rowid ROWS BETWEEN UNBOUNDED"
                " PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY trainee, mode, adjusted",
                trainee, read_progress, (GDestroyNotify) desk_history_progress_free, error);
}

void
desk_history_entry_free (DeskHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->trainee);
  g_free (entry->scenario);
  g_free (entry->started);
  g_free (entry->accommodations);
  g_free (entry->journal);
  g_free (entry);
}

void
desk_history_progress_free (DeskHistoryProgress *progress)
{
  if (progress == NULL)
    return;
  g_free (progress->trainee);
  g_free (progress);
}
