/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-schema.h"

/* The file's version stands in SQLite's own `user_version`. It is looked at inside a write
 * transaction, so that of two programs that start together one makes the tables and the other finds
 * them. A session's text is always bound, never part of a statement.
 *
 * `identity` is the SHA-256 of the journal's bytes, or "name:" and the id where the journal could not
 * be read. A figure is NULL where it does not apply or is not known. */

#define COLUMNS                                                                                        \
  "key, id, identity, trainee, scenario, title, started, started_us, mode, accommodations,"            \
  " rubric, score, pass, passed, band, n_calls, n_critical, response, n_response, message, n_message," \
  " handling, n_handling, handling_seconds, n_handling_seconds, imported, journal"

static const char tables[] =
    "CREATE TABLE sessions ("
    " key INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " identity TEXT NOT NULL UNIQUE,"
    " trainee TEXT NOT NULL,"
    " scenario TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " started TEXT NOT NULL,"
    " started_us INTEGER NOT NULL," /* the same moment, to sort by; 0 when it cannot be read */
    " mode TEXT NOT NULL,"
    " accommodations TEXT NOT NULL,"
    " rubric INTEGER NOT NULL,"
    " score REAL NOT NULL,"
    " pass REAL," /* points the scenario asked for */
    " passed INTEGER NOT NULL,"
    " band TEXT,"
    " n_calls INTEGER,"
    " n_critical INTEGER,"
    " response REAL,"
    " n_response INTEGER NOT NULL,"
    " message REAL,"
    " n_message INTEGER NOT NULL,"
    " handling REAL,"
    " n_handling INTEGER NOT NULL,"
    " handling_seconds REAL,"
    " n_handling_seconds INTEGER NOT NULL,"
    " imported INTEGER NOT NULL,"
    " journal TEXT);" /* relative to the folder of the sessions where it lies in there */
    "CREATE TABLE marks ("
    " session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,"
    " kind TEXT NOT NULL,"
    " n_calls INTEGER NOT NULL,"      /* to which it applied */
    " n_calls_lost INTEGER NOT NULL," /* of these, in which something was lost by it */
    " lost REAL NOT NULL,"            /* points of a call, their sum */
    " PRIMARY KEY (session, kind)) WITHOUT ROWID;"
    "CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;";

static const char indexes[] =
    "CREATE INDEX sessions_by_moment ON sessions (started_us);"
    "CREATE INDEX sessions_by_trainee ON sessions (trainee, started_us);"
    "CREATE INDEX sessions_by_scenario ON sessions (scenario, started_us);"
    "CREATE INDEX sessions_by_journal ON sessions (journal);"
    "PRAGMA user_version = 2;";

static const char carry_over_1[] =
    "INSERT INTO sessions (" COLUMNS ") SELECT rowid, id, 'name:' || id, trainee, scenario, '',"
    " started, started_us, mode, accommodations, 1, score, NULL, passed, NULL, NULL, NULL,"
    " response, 0, message, 0, NULL, 0, NULL, 0, 0, journal FROM sessions_1;"
    "DROP TABLE sessions_1;"
    "INSERT INTO settings VALUES ('" DESK_HISTORY_TO_COMPLETE "', '1');";

gboolean
desk_history_schema_read_version (DeskHistory *self, int *version, GError **error)
{
  gint64 value = 0;

  if (!desk_sql_integer (&self->sql, "PRAGMA user_version", &value, error))
    return FALSE;
  *version = (int) value;
  return TRUE;
}

/* A statement that names all our columns can be prepared only where they exist. */
static gboolean
can_prepare (DeskHistory *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  const gboolean can =
      sqlite3_prepare_v2 (self->sql.database, sql, -1, &statement, NULL) == SQLITE_OK;

  sqlite3_finalize (statement);
  return can;
}

gboolean
desk_history_schema_is_ours (DeskHistory *self, int version)
{
  gint64 n = 0;

  if (version == 0)
    return desk_sql_integer (&self->sql, "SELECT count(*) FROM sqlite_master", &n, NULL) && n == 0;
  if (version == 1)
    return can_prepare (self,
                        "SELECT id, trainee, scenario, started, started_us, mode, score,"
                        " accommodations, passed, response, message, journal FROM sessions") &&
           !can_prepare (self, "SELECT 1 FROM marks") &&
           !can_prepare (self, "SELECT 1 FROM settings");
  return can_prepare (self, "SELECT " COLUMNS " FROM sessions") &&
         can_prepare (self, "SELECT session, kind, n_calls, n_calls_lost, lost FROM marks") &&
         can_prepare (self, "SELECT name, value FROM settings");
}

static gboolean
begin (DeskHistory *self, GError **error)
{
  return desk_sql_execute (&self->sql, tables, error) &&
         desk_sql_execute (&self->sql, indexes, error) &&
         desk_history_set_setting (self, DESK_HISTORY_TO_FILL, "1", error);
}

/* Version 1 kept absolute paths. */
static gboolean
shorten_paths (DeskHistory *self, GError **error)
{
  g_autofree char *folder = g_strconcat (self->sessions, "/", NULL);
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql,
                        "UPDATE sessions SET journal = substr (journal, length (?1) + 1)"
                        " WHERE substr (journal, 1, length (?1)) = ?1",
                        error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, folder);
  return desk_sql_finish (&self->sql, statement, error);
}

static gboolean
upgrade_1 (DeskHistory *self, GError **error)
{
  return desk_sql_execute (&self->sql, "ALTER TABLE sessions RENAME TO sessions_1", error) &&
         desk_sql_execute (&self->sql, tables, error) &&
         desk_sql_execute (&self->sql, carry_over_1, error) &&
         desk_sql_execute (&self->sql, indexes, error) && shorten_paths (self, error);
}

static gboolean
settle (DeskHistory *self, gpointer data, GError **error)
{
  int version = 0;

  if (!desk_history_schema_read_version (self, &version, error))
    return FALSE;
  if (version == 0)
    return begin (self, error);
  return version != 1 || upgrade_1 (self, error);
}

gboolean
desk_history_schema_settle (DeskHistory *self, GError **error)
{
  int version = 0;

  if (!desk_history_schema_read_version (self, &version, error))
    return FALSE;
  return version == DESK_HISTORY_VERSION || desk_history_transact (self, settle, NULL, error);
}
