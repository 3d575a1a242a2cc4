/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/outbox-file.h"
#include "records/statement.h"

#define DIGITS 12 /* of the checksum of an address */

enum {
  WAITING = 0,
  DELIVERED = 1,
  REFUSED = 2,
};

struct _DeskOutbox {
  sqlite3 *database; /* owned */
};

char *
desk_outbox_default_path (const char *address)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = g_strdup_printf ("outbox-%.*s.db", DIGITS, sum);

  return g_build_filename (g_get_user_data_dir (), "frontdesk", name, NULL);
}

void
desk_outbox_item_free (DeskOutboxItem *item)
{
  g_free (item->id);
  g_bytes_unref (item->body);
  g_free (item);
}

void
desk_outbox_refusal_free (DeskOutboxRefusal *refusal)
{
  g_free (refusal->id);
  g_free (refusal->words);
  g_free (refusal);
}

static void
free_item (gpointer item)
{
  desk_outbox_item_free (item);
}

static void
free_refusal (gpointer refusal)
{
  desk_outbox_refusal_free (refusal);
}

/* NULL: the error is set. (transfer full) */
static sqlite3_stmt *
prepare (DeskOutbox *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    desk_outbox_file_fail (self->database, error);
  return statement;
}

/* Runs a statement that gives no row, and frees it. */
static gboolean
finish (DeskOutbox *self, sqlite3_stmt *statement, GError **error)
{
  const gboolean good = sqlite3_step (statement) == SQLITE_DONE;

  if (!good)
    desk_outbox_file_fail (self->database, error);
  sqlite3_finalize (statement);
  return good;
}

static gboolean
run_with_text (DeskOutbox *self, const char *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  return finish (self, statement, error);
}

static gboolean
begin (DeskOutbox *self, GError **error)
{
  return desk_outbox_file_run (self->database, "BEGIN IMMEDIATE", error);
}

/* Commits what went well and takes back the rest. */
static gboolean
end (DeskOutbox *self, gboolean good, GError **error)
{
  if (good && desk_outbox_file_run (self->database, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* Steps to the only row of `statement`, which may be missing, and frees it. FALSE: the error is set, which is no
 * answer. */
static gboolean
finish_asking (DeskOutbox *self, sqlite3_stmt *statement, gboolean *found, GError **error)
{
  const int code = sqlite3_step (statement);
  const gboolean good = code == SQLITE_ROW || code == SQLITE_DONE;

  if (!good)
    desk_outbox_file_fail (self->database, error);
  *found = code == SQLITE_ROW;
  sqlite3_finalize (statement);
  return good;
}

static gboolean
has_terms (DeskOutbox *self, const char *terms, gboolean *found, GError **error)
{
  sqlite3_stmt *statement = prepare (self, "SELECT 1 FROM terms WHERE text = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, terms, -1, SQLITE_TRANSIENT);
  return finish_asking (self, statement, found, error);
}

/* What was delivered stays known by its id, whatever the terms. */
static gboolean
begin_anew (DeskOutbox *self, const char *terms, GError **error)
{
  return desk_outbox_file_run (self->database,
                               "DELETE FROM statement WHERE state <> 1; DELETE FROM session;"
                               "DELETE FROM terms",
                               error) &&
         run_with_text (self, "INSERT INTO terms VALUES (?)", terms, error);
}

/* Another program may have taken them meanwhile. */
static gboolean
take_other_terms (DeskOutbox *self, const char *terms, GError **error)
{
  gboolean same;

  return has_terms (self, terms, &same, error) && (same || begin_anew (self, terms, error));
}

static gboolean
take_terms (DeskOutbox *self, const char *terms, GError **error)
{
  gboolean same;

  if (!has_terms (self, terms, &same, error))
    return FALSE;
  return same || (begin (self, error) && end (self, take_other_terms (self, terms, error), error));
}

DeskOutbox *
desk_outbox_open (const char *path, const char *terms, char **notice, GError **error)
{
  g_autoptr (DeskOutbox) self = g_new0 (DeskOutbox, 1);

  self->database = desk_outbox_file_open (path, notice, error);
  if (self->database == NULL || !take_terms (self, terms, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_outbox_close (DeskOutbox *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->database);
  g_free (self);
}

gboolean
desk_outbox_knows (
    DeskOutbox *self, const char *journal, const char *stamp, gboolean *known, GError **error)
{
  sqlite3_stmt *statement = prepare (self,
                                     "SELECT 1 FROM session WHERE journal = ?1 UNION ALL "
                                     "SELECT 1 FROM resultless WHERE journal = ?1 AND stamp = ?2",
                                     error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, journal, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, stamp, -1, SQLITE_TRANSIENT);
  return finish_asking (self, statement, known, error);
}

gboolean
desk_outbox_room (DeskOutbox *self, gint64 *bytes, GError **error)
{
  sqlite3_stmt *statement = prepare (
      self, "SELECT total(length(body)) FROM statement WHERE state = 0 AND state <> 1", error);
  gboolean good;

  if (statement == NULL)
    return FALSE;
  good = sqlite3_step (statement) == SQLITE_ROW || desk_outbox_file_fail (self->database, error);
  *bytes = DESK_OUTBOX_MOST_WAITING - sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return good;
}

/* One that was delivered, by this journal or another with the same session, is not put in again. */
static gboolean
add_statement (DeskOutbox *self, const json_t *object, gint64 *bytes, GError **error)
{
  const char *id = json_string_value (json_object_get (object, "id"));
  g_autofree char *body = desk_statement_print (object);
  sqlite3_stmt *statement;

  if (id == NULL || body == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a statement without id");
    return FALSE;
  }
  statement =
      prepare (self, "INSERT OR IGNORE INTO statement (id, state, body) VALUES (?, 0, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_blob (statement, 2, body, (int) strlen (body), SQLITE_TRANSIENT);
  if (!finish (self, statement, error))
    return FALSE;
  *bytes += sqlite3_changes (self->database) > 0 ? (gint64) strlen (body) : 0;
  return TRUE;
}

static gboolean
add_resultless (DeskOutbox *self, const DeskOutboxSession *session, GError **error)
{
  sqlite3_stmt *statement =
      prepare (self, "INSERT OR REPLACE INTO resultless VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, session->journal, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, session->stamp, -1, SQLITE_TRANSIENT);
  return finish (self, statement, error);
}

static gboolean
add_session (DeskOutbox *self, const DeskOutboxSession *session, gint64 *bytes, GError **error)
{
  gboolean good = TRUE;

  if (session->statements == NULL)
    return add_resultless (self, session, error);
  for (gsize n = 0; n < json_array_size (session->statements) && good; n++)
    good = add_statement (self, json_array_get (session->statements, n), bytes, error);
  return good &&
         run_with_text (self, "INSERT OR IGNORE INTO session VALUES (?)", session->journal, error);
}

gboolean
desk_outbox_add (DeskOutbox *self, const GPtrArray *sessions, gint64 *bytes, GError **error)
{
  gboolean good = TRUE;

  *bytes = 0;
  if (!begin (self, error))
    return FALSE;
  for (guint n = 0; n < sessions->len && good; n++)
    good = add_session (self, sessions->pdata[n], bytes, error);
  return end (self, good, error);
}

void
desk_outbox_session_free (DeskOutboxSession *session)
{
  g_free (session->journal);
  g_free (session->stamp);
  json_decref (session->statements);
  g_free (session);
}

static DeskOutboxItem *
item_of_row (sqlite3_stmt *statement)
{
  DeskOutboxItem *item = g_new0 (DeskOutboxItem, 1);

  item->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  item->body =
      g_bytes_new (sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1));
  return item;
}

/* Takes `statement`. */
static GPtrArray *
take_rows (DeskOutbox *self, sqlite3_stmt *statement, gsize most_bytes, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  gsize bytes = 0;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW) {
    bytes += (gsize) sqlite3_column_bytes (statement, 1);
    if (items->len > 0 && bytes > most_bytes)
      break;
    g_ptr_array_add (items, item_of_row (statement));
  }
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    desk_outbox_file_fail (self->database, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE || code == SQLITE_ROW ? g_steal_pointer (&items) : NULL;
}

GPtrArray *
desk_outbox_take (DeskOutbox *self, guint most, gsize most_bytes, GError **error)
{
  sqlite3_stmt *statement = prepare (
      self, "SELECT id, body FROM statement WHERE state = 0 AND state <> 1 ORDER BY rowid LIMIT ?",
      error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, (int) most);
  return take_rows (self, statement, most_bytes, error);
}

gboolean
desk_outbox_delivered (
    DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error)
{
  gboolean good = TRUE;

  if (!begin (self, error))
    return FALSE;
  for (guint at = first; at < first + n && good; at++) {
    const DeskOutboxItem *item = items->pdata[at];

    good = run_with_text (self,
                          "UPDATE statement SET state = 1, body = NULL, words = NULL WHERE id = ?",
                          item->id, error);
  }
  return end (self, good, error);
}

gboolean
desk_outbox_refused (DeskOutbox *self, const char *id, const char *words, GError **error)
{
  sqlite3_stmt *statement = prepare (
      self, "UPDATE statement SET state = 2, words = ?2 WHERE id = ?1 AND state = 0", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, words, -1, SQLITE_TRANSIENT);
  return finish (self, statement, error);
}

gboolean
desk_outbox_wait_again (DeskOutbox *self, const GPtrArray *ids, GError **error)
{
  gboolean good = TRUE;

  if (!begin (self, error))
    return FALSE;
  for (guint n = 0; n < ids->len && good; n++)
    good = run_with_text (self,
                          "UPDATE statement SET state = 0, words = NULL WHERE id = ? AND state = 2",
                          ids->pdata[n], error);
  return end (self, good, error);
}

gboolean
desk_outbox_try_refused_again (DeskOutbox *self, GError **error)
{
  return desk_outbox_file_run (
      self->database, "UPDATE statement SET state = 0 WHERE state = 2 AND state <> 1", error);
}

static void
count_row (DeskOutboxCounts *counts, sqlite3_stmt *statement)
{
  const guint n = (guint) sqlite3_column_int64 (statement, 1);

  switch (sqlite3_column_int (statement, 0)) {
  case WAITING: counts->n_waiting = n; break;
  case DELIVERED: counts->n_delivered = n; break;
  case REFUSED: counts->n_refused = n; break;
  default: break;
  }
}

gboolean
desk_outbox_count (DeskOutbox *self, DeskOutboxCounts *counts, GError **error)
{
  sqlite3_stmt *statement =
      prepare (self, "SELECT state, count(*) FROM statement GROUP BY state", error);
  int code;

  *counts = (DeskOutboxCounts){ 0 };
  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    count_row (counts, statement);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE || desk_outbox_file_fail (self->database, error);
}

GPtrArray *
desk_outbox_list_refused (DeskOutbox *self, guint most, GError **error)
{
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (free_refusal);
  sqlite3_stmt *statement = prepare (
      self,
      "SELECT id, words FROM statement WHERE state = 2 AND state <> 1 ORDER BY rowid DESC LIMIT ?",
      error);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, (int) most);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW) {
    DeskOutboxRefusal *refusal = g_new0 (DeskOutboxRefusal, 1);

    refusal->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
    refusal->words = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    g_ptr_array_add (refusals, refusal);
  }
  if (code != SQLITE_DONE)
    desk_outbox_file_fail (self->database, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&refusals) : NULL;
}
