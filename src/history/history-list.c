/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-list.h"

#include <stdio.h>
#include <string.h>

#include "engine/journal.h"
#include "history/history-private.h"
#include "history/history-sort.h"

/* Only the conditions that a filter has, so that SQLite picks the index for those. */
static char *
where (const DeskHistoryFilter *filter)
{
  GString *sql = g_string_new (" WHERE TRUE");

  if (filter != NULL && filter->trainee != NULL)
    g_string_append (sql, " AND trainee = ?1");
  if (filter != NULL && filter->scenario != NULL)
    g_string_append (sql, " AND scenario = ?2");
  if (filter != NULL && filter->since_us != 0)
    g_string_append (sql, " AND started_us >= ?3");
  if (filter != NULL && filter->until_us != 0)
    g_string_append (sql, " AND started_us < ?4 AND started_us <> 0");
  return g_string_free (sql, FALSE);
}

static void
bind_filter (sqlite3_stmt *statement, const DeskHistoryFilter *filter)
{
  if (filter == NULL)
    return;
  /* SQLite ignores a parameter that the statement does not have. */
  desk_sql_bind_text (statement, 1, filter->trainee);
  desk_sql_bind_text (statement, 2, filter->scenario);
  sqlite3_bind_int64 (statement, 3, filter->since_us);
  sqlite3_bind_int64 (statement, 4, filter->until_us);
}

static double
read_points (sqlite3_stmt *statement, int n)
{
  return sqlite3_column_type (statement, n) == SQLITE_NULL ? -1
                                                           : sqlite3_column_double (statement, n);
}

static void
read_figure (sqlite3_stmt *statement, int n, double *value, guint *over)
{
  *value = read_points (statement, n);
  *over = (guint) sqlite3_column_int (statement, n + 1);
}

static int
read_number (sqlite3_stmt *statement, int n)
{
  return sqlite3_column_type (statement, n) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, n);
}

static DeskMode
read_mode (sqlite3_stmt *statement, int n)
{
  const char *name = (const char *) sqlite3_column_text (statement, n);
  DeskMode mode = DESK_MODE_PRACTICE;

  if (name != NULL)
    desk_mode_from_name (name, &mode);
  return mode;
}

static DeskBand
read_band (sqlite3_stmt *statement, int n)
{
  const char *name = (const char *) sqlite3_column_text (statement, n);

  for (int band = DESK_BAND_NOT_YET; band <= DESK_BAND_EXCELLENT; band++) {
    if (g_strcmp0 (desk_band_name ((DeskBand) band), name) == 0)
      return (DeskBand) band;
  }
  return DESK_BAND_NONE;
}

static const char entry_columns[] =
    "SELECT id, trainee, scenario, title, started, started_us, mode, accommodations, score, passed,"
    " band, n_calls, n_critical, response, n_response, message, n_message, handling, n_handling,"
    " handling_seconds, n_handling_seconds, imported, journal, pass,"
    " (SELECT n_calls_lost FROM marks WHERE session = key AND kind = '" DESK_HISTORY_UNDONE "')"
    " FROM sessions";

/* A file whose constraints were removed by hand may hold NULL where we wrote a text. */
static char *
read_text (sqlite3_stmt *statement, int n)
{
  char *text = desk_sql_column_text (statement, n);

  return text != NULL ? text : g_strdup ("");
}

static gpointer
read_entry (DeskHistory *self, sqlite3_stmt *statement)
{
  DeskHistoryEntry *entry = g_new0 (DeskHistoryEntry, 1);
  g_autofree char *journal = desk_sql_column_text (statement, 22);

  entry->id = read_text (statement, 0);
  entry->trainee = read_text (statement, 1);
  entry->scenario = read_text (statement, 2);
  entry->scenario_title = read_text (statement, 3);
  entry->started = read_text (statement, 4);
  entry->started_us = sqlite3_column_int64 (statement, 5);
  entry->mode = read_mode (statement, 6);
  entry->accommodations = read_text (statement, 7);
  entry->score = sqlite3_column_double (statement, 8);
  entry->pass = read_points (statement, 23);
  entry->passed = sqlite3_column_int (statement, 9);
  entry->band = read_band (statement, 10);
  entry->n_calls = read_number (statement, 11);
  entry->n_critical = read_number (statement, 12);
  entry->n_undone = MAX (sqlite3_column_int (statement, 24), 0);
  read_figure (statement, 13, &entry->response, &entry->n_response);
  read_figure (statement, 15, &entry->message, &entry->n_message);
  read_figure (statement, 17, &entry->handling, &entry->n_handling);
  read_figure (statement, 19, &entry->handling_seconds, &entry->n_handling_seconds);
  entry->imported = sqlite3_column_int (statement, 21);
  entry->journal = desk_history_lengthen_path (self, journal);
  return entry;
}

/* A query, and the rows it gave. */
typedef struct {
  const char *sql;
  const DeskHistoryFilter *filter; /* or NULL */
  gpointer (*read_row) (DeskHistory *self, sqlite3_stmt *statement);
  GDestroyNotify row_free;
  GPtrArray *rows; /* owned */
} Query;

static gboolean
run_query (DeskHistory *self, gpointer data, GError **error)
{
  Query *query = data;
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, query->sql, error);
  int result;

  g_clear_pointer (&query->rows, g_ptr_array_unref);
  if (statement == NULL)
    return FALSE;
  query->rows = g_ptr_array_new_with_free_func (query->row_free);
  bind_filter (statement, query->filter);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (query->rows, query->read_row (self, statement));
  if (result != SQLITE_DONE)
    desk_sql_fail (&self->sql, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static GPtrArray *
ask (DeskHistory *self, Query *query, GError **error)
{
  if (!desk_history_attempt (self, run_query, query, error))
    g_clear_pointer (&query->rows, g_ptr_array_unref);
  return query->rows;
}

/* A recording is known only by its place beside the journal. */
static void
find_sound (DeskHistoryEntry *entry)
{
  g_autofree char *path = entry->journal != NULL ? desk_journal_sound_path (entry->journal) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
      g_file_test (entry->journal, G_FILE_TEST_EXISTS))
    entry->sound = g_steal_pointer (&path);
}

GPtrArray *
desk_history_list (DeskHistory *self, const DeskHistoryFilter *filter, GError **error)
{
  g_autofree char *conditions = where (filter);
  g_autofree char *sql =
      g_strconcat (entry_columns, conditions, " ORDER BY started_us DESC, key DESC", NULL);
  Query query = { sql, filter, read_entry, (GDestroyNotify) desk_history_entry_free, NULL };

  GPtrArray *entries = ask (self, &query, error);

  for (guint n = 0; entries != NULL && n < entries->len; n++)
    find_sound (entries->pdata[n]);
  return entries;
}

static gboolean
delete_rows (DeskHistory *self, const DeskHistoryFilter *filter, GError **error)
{
  g_autofree char *conditions = where (filter);
  g_autofree char *sql = g_strconcat ("DELETE FROM sessions", conditions, NULL);
  sqlite3_stmt *statement = desk_sql_prepare (&self->sql, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_filter (statement, filter);
  return desk_sql_finish (&self->sql, statement, error);
}

GPtrArray *
desk_history_take_out (DeskHistory *self, const DeskHistoryFilter *filter, GError **error)
{
  g_autofree char *conditions = where (filter);
  g_autofree char *sql = g_strconcat (entry_columns, conditions, NULL);
  Query query = { sql, filter, read_entry, (GDestroyNotify) desk_history_entry_free, NULL };

  if (!run_query (self, &query, error) || !delete_rows (self, filter, error))
    g_clear_pointer (&query.rows, g_ptr_array_unref);
  return query.rows;
}

static gpointer
read_name (DeskHistory *self, sqlite3_stmt *statement)
{
  return read_text (statement, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const int order = g_utf8_collate (a, b);

  return order != 0 ? order : strcmp (a, b);
}

GPtrArray *
desk_history_list_trainees (DeskHistory *self, GError **error)
{
  Query query = { "SELECT DISTINCT trainee FROM sessions", NULL, read_name, g_free, NULL };
  GPtrArray *names = ask (self, &query, error);

  if (names != NULL)
    desk_history_sort (names, compare_names);
  return names;
}

static gpointer
read_scenario (DeskHistory *self, sqlite3_stmt *statement)
{
  DeskHistoryScenario *scenario = g_new0 (DeskHistoryScenario, 1);

  scenario->id = read_text (statement, 0);
  scenario->title = read_text (statement, 1);
  if (*scenario->title == '\0') {
    g_free (scenario->title);
    scenario->title = g_strdup (scenario->id);
  }
  return scenario;
}

static void
scenario_free (gpointer data)
{
  DeskHistoryScenario *scenario = data;

  g_free (scenario->id);
  g_free (scenario->title);
  g_free (scenario);
}

static int
compare_scenarios (gconstpointer a, gconstpointer b)
{
  const DeskHistoryScenario *one = a;
  const DeskHistoryScenario *other = b;
  const int order = compare_names (one->title, other->title);

  return order != 0 ? order : strcmp (one->id, other->id);
}

/* With max(), SQLite takes the other columns from the row that has it: here the latest with a title. */
GPtrArray *
desk_history_list_scenarios (DeskHistory *self, GError **error)
{
  Query query = { "SELECT scenario, title, max ((title <> '') * (started_us + 1)) FROM sessions"
                  " GROUP BY scenario",
                  NULL, read_scenario, scenario_free, NULL };
  GPtrArray *scenarios = ask (self, &query, error);

  if (scenarios != NULL)
    desk_history_sort (scenarios, compare_scenarios);
  return scenarios;
}

void
desk_history_entry_clear (DeskHistoryEntry *entry)
{
  g_free (entry->id);
  g_free (entry->trainee);
  g_free (entry->scenario);
  g_free (entry->scenario_title);
  g_free (entry->started);
  g_free (entry->accommodations);
  g_free (entry->journal);
  g_free (entry->sound);
}

void
desk_history_entry_free (DeskHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  desk_history_entry_clear (entry);
  g_free (entry);
}

/* "2026-11-23": digits but for two hyphens. */
static gboolean
looks_like_day (const char *text)
{
  static const char shape[] = "dddd-dd-dd";
  gsize n = 0;

  for (; shape[n] != '\0'; n++) {
    if (shape[n] == 'd' ? !g_ascii_isdigit (text[n]) : text[n] != shape[n])
      return FALSE;
  }
  return text[n] == '\0';
}

gboolean
desk_history_read_day (const char *text, gint64 *from_us, gint64 *to_us)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) next = NULL;
  int year, month, date;

  if (!looks_like_day (text) || sscanf (text, "%4d-%2d-%2d", &year, &month, &date) != 3)
    return FALSE;
  day = g_date_time_new_local (year, month, date, 0, 0, 0);
  next = day != NULL ? g_date_time_add_days (day, 1) : NULL;
  if (next == NULL)
    return FALSE;
  if (from_us != NULL)
    *from_us = g_date_time_to_unix (day) * G_USEC_PER_SEC;
  if (to_us != NULL)
    *to_us = g_date_time_to_unix (next) * G_USEC_PER_SEC;
  return TRUE;
}
