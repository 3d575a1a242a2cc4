/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-row.h"

#include <string.h>

#include "history/history-number.h"

char *
desk_history_identity (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static char *
wished_id (const char *journal)
{
  g_autofree char *file = journal != NULL ? g_path_get_basename (journal) : NULL;
  g_autofree char *name = file != NULL ? g_filename_display_name (file) : NULL;

  if (name == NULL)
    return g_uuid_string_random ();
  if (g_str_has_suffix (name, ".journal"))
    name[strlen (name) - strlen (".journal")] = '\0';
  return g_steal_pointer (&name);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted, so that the same accommodations give the same text. */
static char *
join_accommodations (const GStrv accommodations)
{
  g_auto (GStrv) sorted = g_strdupv (accommodations);

  qsort (sorted, g_strv_length (sorted), sizeof *sorted, compare_texts);
  return g_strjoinv (", ", sorted);
}

static void
take_figure (const DeskFigure *figure, double *value, guint *n)
{
  *value = figure->n > 0 ? desk_round_2 (figure->value) : -1;
  *n = figure->n;
}

static void
take_handling (DeskHistoryEntry *entry, const DeskScorecard *scorecard)
{
  DeskFigure handling = { 0 };

  for (guint n = 0; n < scorecard->n_calls; n++) {
    if (!scorecard->calls[n].answered)
      continue;
    handling.value += scorecard->calls[n].handling_value;
    handling.n++;
  }
  if (handling.n > 0)
    handling.value /= handling.n;
  take_figure (&handling, &entry->handling, &entry->n_handling);
  take_figure (&scorecard->totals.mean_handling_seconds, &entry->handling_seconds,
               &entry->n_handling_seconds);
}

static void
take_session (DeskHistoryEntry *entry, const DeskScorecard *scorecard)
{
  const DeskJournalHeader *header = scorecard->header;

  entry->trainee = g_strdup (header->trainee);
  entry->scenario = g_strdup (scorecard->scenario->id);
  entry->scenario_title = g_strdup (scorecard->scenario->title);
  entry->started = g_strdup (header->started);
  entry->started_us = desk_history_moment_us (header->started);
  entry->mode = header->mode;
  entry->accommodations = join_accommodations (header->accommodations);
  entry->score = desk_round_2 (scorecard->score);
  entry->pass = scorecard->scenario->pass;
  entry->passed = scorecard->passed;
  entry->band = scorecard->band;
  entry->n_calls = (int) scorecard->n_calls;
  entry->n_undone = (int) desk_scorecard_count_undone (scorecard);
  for (guint n = 0; n < scorecard->n_calls; n++)
    entry->n_critical += scorecard->calls[n].critical ? 1 : 0;
  take_figure (&scorecard->totals.response, &entry->response, &entry->n_response);
  take_figure (&scorecard->totals.message, &entry->message, &entry->n_message);
  take_handling (entry, scorecard);
}

DeskHistoryRow *
desk_history_row_new (DeskHistory *self,
                      const DeskScorecard *scorecard,
                      const char *journal,
                      GBytes *bytes)
{
  DeskHistoryRow *row = g_new0 (DeskHistoryRow, 1);
  DeskHistoryEntry *entry = &row->entry;

  take_session (entry, scorecard);
  entry->id = wished_id (journal);
  entry->journal = desk_history_shorten_path (self, journal);
  entry->imported =
      entry->journal != NULL && g_str_has_prefix (entry->journal, DESK_HISTORY_IMPORTED "/");
  row->identity = bytes != NULL
                      ? desk_history_identity (bytes)
                      : g_strconcat ("name:", journal != NULL ? entry->journal : entry->id, NULL);
  desk_losses_take (row->losses, scorecard);
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++)
    row->losses[kind].advice = NULL;
  return row;
}

void
desk_history_row_free (DeskHistoryRow *row)
{
  if (row == NULL)
    return;
  desk_history_entry_clear (&row->entry);
  g_free (row->identity);
  g_free (row);
}

/* Finds what is known of the session: by its identity, by its journal, or, where that could not be read, by
 * name, trainee and start. */
static const char find_sql[] =
    "SELECT key, id, imported FROM sessions WHERE identity = ?1 OR journal = ?2"
    " OR (identity = 'name:' || ?3 AND trainee = ?4 AND started = ?5)"
    " ORDER BY identity = ?1 DESC";

static gboolean
delete_known (DeskHistory *self, gint64 key, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql, "DELETE FROM sessions WHERE key = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  return desk_sql_finish (&self->sql, statement, error);
}

/* Deletes what is known of the session; sets `*id` to its name, if there was one. */
static gboolean
replace_known (DeskHistory *self, const DeskHistoryRow *row, char **id, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, find_sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, row->identity);
  desk_sql_bind_text (statement, 2, row->entry.journal);
  desk_sql_bind_text (statement, 3, row->entry.id);
  desk_sql_bind_text (statement, 4, row->entry.trainee);
  desk_sql_bind_text (statement, 5, row->entry.started);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
    const gint64 key = sqlite3_column_int64 (statement, 0);

    g_array_append_val (keys, key);
    if (*id == NULL)
      *id = desk_sql_column_text (statement, 1);
  }
  if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  for (guint n = 0; result == SQLITE_DONE && n < keys->len; n++) {
    if (!delete_known (self, g_array_index (keys, gint64, n), error))
      return FALSE;
  }
  return result == SQLITE_DONE;
}

static gboolean
id_is_taken (DeskHistory *self, const char *id, gboolean *taken, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql, "SELECT 1 FROM sessions WHERE id = ?", error);
  int result;

  if (statement == NULL)
    return FALSE;
  desk_sql_bind_text (statement, 1, id);
  result = sqlite3_step (statement);
  *taken = result == SQLITE_ROW;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/* A name to look up; borrowed. */
typedef struct {
  DeskHistory *history;
  const char *wished;
  GError **error;
  gboolean failed;
} Search;

static gboolean
number_is_taken (guint number, gpointer data)
{
  Search *search = data;
  g_autofree char *id = g_strdup_printf ("%s-%u", search->wished, number);
  gboolean taken = FALSE;

  if (!search->failed && !id_is_taken (search->history, id, &taken, search->error))
    search->failed = TRUE;
  return taken && !search->failed;
}

/* The wished-for name, with a number behind it where it is taken. */
static char *
find_id (DeskHistory *self, const char *wished, GError **error)
{
  Search search = { self, wished, error, FALSE };
  gboolean taken;
  guint number;

  if (!id_is_taken (self, wished, &taken, error))
    return NULL;
  if (!taken)
    return g_strdup (wished);
  number = desk_history_find_number (number_is_taken, &search);
  return search.failed ? NULL : g_strdup_printf ("%s-%u", wished, number);
}

static void
bind_figure (sqlite3_stmt *statement, int n, double value, guint over)
{
  if (over > 0)
    sqlite3_bind_double (statement, n, value);
  sqlite3_bind_int64 (statement, n + 1, over);
}

static void
bind_row (sqlite3_stmt *statement, const DeskHistoryRow *row, const char *id)
{
  const DeskHistoryEntry *entry = &row->entry;

  desk_sql_bind_text (statement, 1, id);
  desk_sql_bind_text (statement, 2, row->identity);
  desk_sql_bind_text (statement, 3, entry->trainee);
  desk_sql_bind_text (statement, 4, entry->scenario);
  desk_sql_bind_text (statement, 5, entry->scenario_title);
  desk_sql_bind_text (statement, 6, entry->started);
  sqlite3_bind_int64 (statement, 7, entry->started_us);
  desk_sql_bind_text (statement, 8, desk_mode_name (entry->mode));
  desk_sql_bind_text (statement, 9, entry->accommodations);
  sqlite3_bind_int (statement, 10, DESK_RUBRIC);
  sqlite3_bind_double (statement, 11, entry->score);
  sqlite3_bind_int (statement, 12, entry->passed);
  desk_sql_bind_text (statement, 13, desk_band_name (entry->band));
  sqlite3_bind_int (statement, 14, entry->n_calls);
  sqlite3_bind_int (statement, 15, entry->n_critical);
  bind_figure (statement, 16, entry->response, entry->n_response);
  bind_figure (statement, 18, entry->message, entry->n_message);
  bind_figure (statement, 20, entry->handling, entry->n_handling);
  bind_figure (statement, 22, entry->handling_seconds, entry->n_handling_seconds);
  sqlite3_bind_int (statement, 24, entry->imported);
  desk_sql_bind_text (statement, 25, entry->journal);
  sqlite3_bind_double (statement, 26, entry->pass);
}

static gboolean
insert_session (DeskHistory *self, const DeskHistoryRow *row, const char *id, GError **error)
{
  sqlite3_stmt *statement = desk_sql_prepare (
      &self->sql,
      "INSERT INTO sessions (id, identity, trainee, scenario, title, started, started_us, mode,"
      " accommodations, rubric, score, passed, band, n_calls, n_critical, response, n_response,"
      " message, n_message, handling, n_handling, handling_seconds, n_handling_seconds, imported,"
      " journal, pass) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row, id);
  return desk_sql_finish (&self->sql, statement, error);
}

static gboolean
insert_mark (
    DeskHistory *self, gint64 session, const char *kind, const DeskLoss *mark, GError **error)
{
  sqlite3_stmt *statement =
      desk_sql_prepare (&self->sql, "INSERT INTO marks VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, session);
  desk_sql_bind_text (statement, 2, kind);
  sqlite3_bind_int64 (statement, 3, mark->n_calls);
  sqlite3_bind_int64 (statement, 4, mark->n_calls_lost);
  sqlite3_bind_double (statement, 5, mark->lost);
  return desk_sql_finish (&self->sql, statement, error);
}

static gboolean
insert_marks (DeskHistory *self, const DeskHistoryRow *row, GError **error)
{
  const gint64 session = sqlite3_last_insert_rowid (self->sql.database);
  const DeskLoss undone = { .n_calls = (guint) MAX (row->entry.n_calls, 0),
                            .n_calls_lost = (guint) row->entry.n_undone };

  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    if (row->losses[kind].n_calls > 0 &&
        !insert_mark (self, session, desk_loss_name (kind), &row->losses[kind], error))
      return FALSE;
  }
  return undone.n_calls_lost == 0 ||
         insert_mark (self, session, DESK_HISTORY_UNDONE, &undone, error);
}

gboolean
desk_history_store_row (DeskHistory *self, const DeskHistoryRow *row, GError **error)
{
  g_autofree char *known = NULL;
  g_autofree char *id = NULL;

  if (!replace_known (self, row, &known, error))
    return FALSE;
  id = find_id (self, known != NULL ? known : row->entry.id, error);
  return id != NULL && insert_session (self, row, id, error) && insert_marks (self, row, error);
}
