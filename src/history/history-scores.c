/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-scores.h"

#include "history/history-private.h"

static const char question[] =
    "SELECT scenario, score, best, n FROM ("
    " SELECT scenario, score,"
    "  max(score) OVER same AS best, count(*) OVER same AS n,"
    "  row_number() OVER (PARTITION BY scenario ORDER BY started_us DESC, key DESC) AS place"
    " FROM sessions WHERE mode <> 'simulated' AND (?1 IS NULL OR trainee = ?1)"
    " WINDOW same AS (PARTITION BY scenario, mode, accommodations)) WHERE place = 1";

typedef struct {
  const char *trainee;
  GHashTable *scores; /* owned */
} Question;

static void
take_row (Question *asked, sqlite3_stmt *statement)
{
  char *scenario = desk_sql_column_text (statement, 0);
  DeskHistoryScore *score = g_new (DeskHistoryScore, 1);

  score->last = sqlite3_column_double (statement, 1);
  score->best = sqlite3_column_double (statement, 2);
  score->n = (guint) sqlite3_column_int (statement, 3);
  g_hash_table_replace (asked->scores, scenario != NULL ? scenario : g_strdup (""), score);
}

static gboolean
ask (DeskHistory *self, gpointer data, GError **error)
{
  Question *asked = data;
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, question, error);
  int result;

  if (statement == NULL)
    return FALSE;
  g_hash_table_remove_all (asked->scores);
  desk_sql_bind_text (statement, 1, asked->trainee);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    take_row (asked, statement);
  if (result == SQLITE_DONE) {
    sqlite3_finalize (statement);
    return TRUE;
  }
  desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return FALSE;
}

GHashTable *
desk_history_scores (DeskHistory *self, const char *trainee, GError **error)
{
  Question asked = { trainee, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  if (desk_history_attempt (self, ask, &asked, error))
    return asked.scores;
  g_hash_table_unref (asked.scores);
  return NULL;
}
