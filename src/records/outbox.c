/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox.h"

#include <string.h>

#include "records/outbox-file.h"
#include "records/statement.h"

#define DIGITS 12 /* of the checksum of an address */

char *
desk_outbox_default_path (const char *address)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = g_strdup_printf ("outbox-%.*s.db", DIGITS, sum);

  return g_build_filename (g_get_user_data_dir (), "frontdesk", name, NULL);
}

static gboolean
has_terms (DeskSql *sql, const char *terms, gboolean *found, GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (sql, "SELECT 1 FROM terms WHERE text = ?", error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, terms);
  return desk_sql_ask (sql, statement, found, error);
}

/* What was delivered stays known by its id, whatever the terms. */
static gboolean
begin_anew (DeskSql *sql, const char *terms, GError **error)
{
  return desk_sql_execute (sql,
                           "DELETE FROM statement WHERE state <> 1; DELETE FROM session;"
                           "DELETE FROM terms",
                           error) &&
         desk_sql_run (sql, "INSERT INTO terms VALUES (?)", terms, error);
}

/* Another program may have taken them meanwhile. */
static gboolean
take_other_terms (DeskSql *sql, gpointer terms, GError **error)
{
  gboolean same;

  return has_terms (sql, terms, &same, error) && (same || begin_anew (sql, terms, error));
}

static gboolean
take_terms (DeskSql *sql, const char *terms, GError **error)
{
  gboolean same;

  if (!has_terms (sql, terms, &same, error))
    return FALSE;
  return same || desk_sql_transact (sql, take_other_terms, (gpointer) terms, error);
}

DeskOutbox *
desk_outbox_open (const char *path, const char *terms, char **notice, GError **error)
{
  g_autoptr (DeskOutbox) self = g_new0 (DeskOutbox, 1);

  if (!desk_outbox_file_open (&self->sql, path, notice, error) ||
      !take_terms (&self->sql, terms, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_outbox_close (DeskOutbox *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->sql.database);
  g_free (self);
}

gboolean
desk_outbox_knows (
    DeskOutbox *self, const char *journal, const char *stamp, gboolean *known, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql,
                        "SELECT 1 FROM session WHERE journal = ?1 UNION ALL "
                        "SELECT 1 FROM resultless WHERE journal = ?1 AND stamp = ?2",
                        error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, journal);
  desk_sql_bind_text (statement, 2, stamp);
  return desk_sql_ask (&self->sql, statement, known, error);
}

gboolean
desk_outbox_room (DeskOutbox *self, gint64 *bytes, GError **error)
{
  gint64 waiting;

  if (!desk_sql_integer (
          &self->sql,
          "SELECT CAST (total(length(body)) AS INTEGER) FROM statement WHERE " DESK_OUTBOX_WAITS,
          &waiting, error))
    return FALSE;
  *bytes = DESK_OUTBOX_MOST_WAITING - waiting;
  return TRUE;
}

/* One that was delivered, by this journal or another with the same session, is not put in again. */
static gboolean
add_statement (DeskSql *sql, const json_t *object, gint64 *bytes, GError **error)
{
  const char *id = json_string_value (json_object_get (object, "id"));
  g_autofree char *body = desk_statement_print (object);
  sqlite3_stmt *statement;

  if (id == NULL || body == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a statement without id");
    return FALSE;
  }
  statement = desk_sql_prepare (
      sql, "INSERT OR IGNORE INTO statement (id, state, body) VALUES (?, 0, ?)", error);
  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, id);
  sqlite3_bind_blob (statement, 2, body, (int) strlen (body), SQLITE_TRANSIENT);
  if (!desk_sql_finish (sql, statement, error))
    return FALSE;
  *bytes += sqlite3_changes (sql->database) > 0 ? (gint64) strlen (body) : 0;
  return TRUE;
}

static gboolean
add_resultless (DeskSql *sql, const DeskOutboxSession *session, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (sql, "INSERT OR REPLACE INTO resultless VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, session->journal);
  desk_sql_bind_text (statement, 2, session->stamp);
  return desk_sql_finish (sql, statement, error);
}

static gboolean
add_session (DeskSql *sql, const DeskOutboxSession *session, gint64 *bytes, GError **error)
{
  if (session->statements == NULL)
    return add_resultless (sql, session, error);
  for (gsize n = 0; n < json_array_size (session->statements); n++) {
    if (!add_statement (sql, json_array_get (session->statements, n), bytes, error))
      return FALSE;
  }
  return desk_sql_run (sql, "INSERT OR IGNORE INTO session VALUES (?)", session->journal, error);
}

/* What is put in together. */
typedef struct {
  const GPtrArray *sessions;
  gint64 *bytes;
} Change;

static gboolean
add_sessions (DeskSql *sql, gpointer data, GError **error)
{
  const Change *change = data;

  for (guint n = 0; n < change->sessions->len; n++) {
    if (!add_session (sql, change->sessions->pdata[n], change->bytes, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
desk_outbox_add (DeskOutbox *self, const GPtrArray *sessions, gint64 *bytes, GError **error)
{
  Change change = { sessions, bytes };

  *bytes = 0;
  return desk_sql_transact (&self->sql, add_sessions, &change, error);
}

void
desk_outbox_session_free (DeskOutboxSession *session)
{
  g_free (session->journal);
  g_free (session->stamp);
  json_decref (session->statements);
  g_free (session);
}
