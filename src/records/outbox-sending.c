/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/outbox-sending.h"

#include "records/outbox-file.h"

void
desk_outbox_item_free (DeskOutboxItem *item)
{
  g_free (item->id);
  g_bytes_unref (item->body);
  g_free (item);
}

void
desk_outbox_complaint_free (DeskOutboxComplaint *complaint)
{
  g_free (complaint->id);
  g_free (complaint->words);
  g_free (complaint);
}

static void
free_item (gpointer item)
{
  desk_outbox_item_free (item);
}

static void
free_complaint (gpointer complaint)
{
  desk_outbox_complaint_free (complaint);
}

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Taking. */

static gboolean
make_passed_over (DeskSql *sql, GError **error)
{
  return desk_sql_execute (
      sql, "CREATE TEMPORARY TABLE IF NOT EXISTS passed_over (id TEXT PRIMARY KEY) WITHOUT ROWID",
      error);
}

static DeskOutboxItem *
item_of_row (sqlite3_stmt *statement)
{
  DeskOutboxItem *item = g_new0 (DeskOutboxItem, 1);

  item->id = desk_sql_column_text (statement, 0);
  item->body =
      g_bytes_new (sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1));
  item->n_failed = (guint) sqlite3_column_int (statement, 2);
  item->n_put_off = (guint) sqlite3_column_int (statement, 3);
  item->was_refused = sqlite3_column_int (statement, 4) != 0;
  return item;
}

/* Those that the store failed at more often go by themselves, and do not spoil a batch of those that it did not. */
static gboolean
belongs_to (const GPtrArray *items, sqlite3_stmt *statement)
{
  const DeskOutboxItem *first = items->len > 0 ? items->pdata[0] : NULL;

  return first == NULL || first->n_failed == (guint) sqlite3_column_int (statement, 2);
}

/* Takes `statement`. */
static GPtrArray *
take_rows (DeskSql *sql, sqlite3_stmt *statement, gsize most_bytes, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  gsize bytes = 0;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW) {
    bytes += (gsize) sqlite3_column_bytes (statement, 1);
    if ((items->len > 0 && bytes > most_bytes) || !belongs_to (items, statement))
      break;
    g_ptr_array_add (items, item_of_row (statement));
  }
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    desk_sql_fail (sql, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE || code == SQLITE_ROW ? g_steal_pointer (&items) : NULL;
}

/* What was put off for longer than is ever done was so by a clock that was wrong. */
GPtrArray *
desk_outbox_take (DeskOutbox *self, guint most, gsize most_bytes, GError **error)
{
  sqlite3_stmt *statement;

  if (!make_passed_over (&self->sql, error))
    return NULL;
  statement =
      desk_sql_prepare (&self->sql,
                        "SELECT id, body, failed, put_off, was_refused FROM statement"
                        " WHERE " DESK_OUTBOX_WAITS " AND not_before NOT BETWEEN ?1 + 1 AND ?1 + ?2"
                        " AND id NOT IN (SELECT id FROM passed_over)"
                        " ORDER BY failed, rowid LIMIT ?3",
                        error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, now_s ());
  sqlite3_bind_int64 (statement, 2, DESK_OUTBOX_LONGEST_PUT_OFF_S);
  sqlite3_bind_int (statement, 3, (int) most);
  return take_rows (&self->sql, statement, most_bytes, error);
}

gboolean
desk_outbox_pass_over (DeskOutbox *self, const char *id, GError **error)
{
  return make_passed_over (&self->sql, error) &&
         desk_sql_run (&self->sql, "INSERT OR IGNORE INTO passed_over VALUES (?)", id, error);
}

/* What became of it. */

/* What is done to some of the items. */
typedef struct {
  const char *statement;
  const GPtrArray *items;
  guint first;
  guint n;
} Change;

static gboolean
change_each (DeskSql *sql, gpointer data, GError **error)
{
  const Change *change = data;

  for (guint at = change->first; at < change->first + change->n; at++) {
    const DeskOutboxItem *item = change->items->pdata[at];

    if (!desk_sql_run (sql, change->statement, item->id, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
desk_outbox_delivered (
    DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error)
{
  Change change = { "UPDATE statement SET state = 1, body = NULL, words = NULL WHERE id = ?", items,
                    first, n };

  return desk_sql_transact (&self->sql, change_each, &change, error);
}

gboolean
desk_outbox_failed (DeskOutbox *self, const GPtrArray *items, guint first, guint n, GError **error)
{
  Change change = { "UPDATE statement SET failed = failed + 1 WHERE id = ? AND state = 0", items,
                    first, n };

  return desk_sql_transact (&self->sql, change_each, &change, error);
}

gboolean
desk_outbox_refused (DeskOutbox *self, const char *id, const char *words, GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (
      &self->sql, "UPDATE statement SET state = 2, words = ?2 WHERE id = ?1 AND state = 0", error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, id);
  desk_sql_bind_text (statement, 2, words);
  return desk_sql_finish (&self->sql, statement, error);
}

gboolean
desk_outbox_put_off (DeskOutbox *self, const char *id, const char *words, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql,
                        "UPDATE statement SET words = ?2, put_off = put_off + 1,"
                        " not_before = ?3 + min (?4 << min (put_off, 10), ?5)"
                        " WHERE id = ?1 AND state = 0",
                        error);

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, id);
  desk_sql_bind_text (statement, 2, words);
  sqlite3_bind_int64 (statement, 3, now_s ());
  sqlite3_bind_int64 (statement, 4, DESK_OUTBOX_PUT_OFF_S);
  sqlite3_bind_int64 (statement, 5, DESK_OUTBOX_LONGEST_PUT_OFF_S);
  return desk_sql_finish (&self->sql, statement, error);
}

gboolean
desk_outbox_try_all_again (DeskOutbox *self, GError **error)
{
  return desk_sql_execute (
      &self->sql,
      "UPDATE statement SET was_refused = (was_refused OR state = 2), state = 0,"
      " not_before = 0"
      " WHERE state <> 1 AND (state = 2 OR not_before > 0)",
      error);
}

/* How it stands. */

static void
count_row (DeskOutboxCounts *counts, sqlite3_stmt *statement)
{
  const guint n = (guint) sqlite3_column_int64 (statement, 1);

  switch (sqlite3_column_int (statement, 0)) {
  case DESK_OUTBOX_WAITING: counts->n_waiting = n; break;
  case DESK_OUTBOX_DELIVERED: counts->n_delivered = n; break;
  case DESK_OUTBOX_REFUSED: counts->n_refused = n; break;
  default: break;
  }
}

static gboolean
count_states (DeskSql *sql, DeskOutboxCounts *counts, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (sql, "SELECT state, count(*) FROM statement GROUP BY state", error);
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    count_row (counts, statement);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE || desk_sql_fail (sql, error);
}

static gboolean
count_put_off (DeskSql *sql, DeskOutboxCounts *counts, GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (
      sql,
      "SELECT count(*), min(not_before) FROM statement WHERE " DESK_OUTBOX_WAITS " AND put_off > 0",
      error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);
  counts->n_put_off = (guint) sqlite3_column_int64 (statement, 0);
  counts->next_s =
      CLAMP (sqlite3_column_int64 (statement, 1) - now_s (), 0, DESK_OUTBOX_LONGEST_PUT_OFF_S);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || desk_sql_fail (sql, error);
}

gboolean
desk_outbox_count (DeskOutbox *self, DeskOutboxCounts *counts, GError **error)
{
  *counts = (DeskOutboxCounts){ 0 };
  if (!count_states (&self->sql, counts, error) || !count_put_off (&self->sql, counts, error))
    return FALSE;
  if (counts->n_put_off == 0)
    counts->next_s = -1;
  return TRUE;
}

static GPtrArray *
list (DeskSql *sql, const char *select, guint most, GError **error)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (free_complaint);
  sqlite3_stmt *statement = desk_sql_prepare (sql, select, error);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, (int) most);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW) {
    DeskOutboxComplaint *complaint = g_new0 (DeskOutboxComplaint, 1);

    complaint->id = desk_sql_column_text (statement, 0);
    complaint->words = desk_sql_column_text (statement, 1);
    g_ptr_array_add (complaints, complaint);
  }
  if (code != SQLITE_DONE)
    desk_sql_fail (sql, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&complaints) : NULL;
}

GPtrArray *
desk_outbox_list_refused (DeskOutbox *self, guint most, GError **error)
{
  return list (&self->sql,
               "SELECT id, words FROM statement WHERE state = 2 AND state <> 1"
               " ORDER BY rowid DESC LIMIT ?",
               most, error);
}

GPtrArray *
desk_outbox_list_put_off (DeskOutbox *self, guint most, GError **error)
{
  return list (&self->sql,
               "SELECT id, words FROM statement WHERE " DESK_OUTBOX_WAITS " AND put_off > 0"
               " ORDER BY not_before DESC, rowid DESC LIMIT ?",
               most, error);
}
