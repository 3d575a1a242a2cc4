/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-view.h"

#include <string.h>

#include "classroom/class-mean.h"
#include "classroom/class-mistakes.h"

static gboolean
is_in_time (const DeskHistoryFilter *filter, const DeskClassSession *session)
{
  return (filter->since_us == 0 || session->started_us >= filter->since_us) &&
         (filter->until_us == 0 ||
          (session->started_us < filter->until_us && session->started_us != 0));
}

static gboolean
is_chosen (const DeskHistoryFilter *filter, const DeskClassSession *session)
{
  return (filter->trainee == NULL || g_str_equal (filter->trainee, session->trainee)) &&
         (filter->scenario == NULL || g_str_equal (filter->scenario, session->scenario)) &&
         is_in_time (filter, session);
}

static gboolean
is_meant (const DeskClassFilter *filter, const DeskClassSession *session)
{
  return is_chosen (&filter->sessions, session) &&
         (filter->has_mode ? session->mode == filter->mode : session->mode != DESK_MODE_SIMULATED);
}

static int
compare_people (const char *a, const char *b)
{
  const int order = g_utf8_collate (a, b);

  return order != 0 ? order : strcmp (a, b);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const DeskClassCell *one = *(const DeskClassCell *const *) a;
  const DeskClassCell *other = *(const DeskClassCell *const *) b;
  const int order = compare_people (one->trainee, other->trainee);

  return order != 0 ? order : strcmp (one->scenario, other->scenario);
}

static void
cell_free (gpointer data)
{
  DeskClassCell *cell = data;

  g_ptr_array_unref (cell->sessions);
  g_free (cell);
}

static void
add_to_cell (DeskClassCell *cell, const DeskClassSession *session)
{
  g_ptr_array_add (cell->sessions, (gpointer) session);
  cell->n_passed += session->passed ? 1 : 0;
  cell->best = MAX (cell->best, session->score);
  cell->mean += (session->score - cell->mean) / cell->sessions->len;
  cell->latest = session;
  cell->title = desk_class_session_called (session);
}

/* Two texts as one key: neither holds the byte between them. (transfer full) */
static char *
key_of (const char *one, const char *other)
{
  return g_strconcat (one, "\x1f", other, NULL);
}

static void
add_cells (DeskClassView *self, const GPtrArray *sessions)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint n = 0; n < sessions->len; n++) {
    const DeskClassSession *session = sessions->pdata[n];
    g_autofree char *key = key_of (session->trainee, session->scenario);
    DeskClassCell *cell = g_hash_table_lookup (cells, key);

    if (cell == NULL) {
      cell = g_new0 (DeskClassCell, 1);
      cell->trainee = session->trainee;
      cell->scenario = session->scenario;
      cell->sessions = g_ptr_array_new ();
      g_hash_table_insert (cells, g_steal_pointer (&key), cell);
      g_ptr_array_add (self->cells, cell);
    }
    add_to_cell (cell, session);
  }
  g_ptr_array_sort (self->cells, compare_cells);
}

static void
name_week (const char *started, char week[9])
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (started, utc);
  const int year = moment != NULL ? g_date_time_get_week_numbering_year (moment) : 0;

  if (year < 1000)
    g_strlcpy (week, "", 9);
  else
    g_snprintf (week, 9, "%04d-W%02d", MIN (year, 9999), g_date_time_get_week_of_year (moment));
}

/* A week that is being added up. */
typedef struct {
  DeskClassWeek *week; /* borrowed */
  DeskClassWeekMeans means;
} Week;

static void
add_to_week (Week *adding, const DeskClassSession *session)
{
  const DeskClassWeek alone = { .score = session->score,
                                .response = session->response,
                                .asa_seconds = session->asa_seconds,
                                .message = session->message };

  adding->week->n++;
  desk_class_mix_add (&adding->week->mix, session);
  desk_class_week_means_add (&adding->means, &alone, adding->week);
}

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const DeskClassWeek *one = *(const DeskClassWeek *const *) a;
  const DeskClassWeek *other = *(const DeskClassWeek *const *) b;
  const int order = compare_people (one->trainee, other->trainee);

  return order != 0 ? order : strcmp (one->week, other->week);
}

/* A session of which nobody knows when it was belongs to no week. */
static void
add_weeks (DeskClassView *self, const GPtrArray *sessions)
{
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint n = 0; n < sessions->len; n++) {
    const DeskClassSession *session = sessions->pdata[n];
    g_autofree char *key = NULL;
    char week[9];
    Week *adding;

    name_week (session->started, week);
    if (*week == '\0')
      continue;
    key = key_of (session->trainee, week);
    adding = g_hash_table_lookup (weeks, key);
    if (adding == NULL) {
      adding = g_new0 (Week, 1);
      adding->week = g_new0 (DeskClassWeek, 1);
      adding->week->trainee = session->trainee;
      g_strlcpy (adding->week->week, week, sizeof week);
      g_hash_table_insert (weeks, g_steal_pointer (&key), adding);
      g_ptr_array_add (self->weeks, adding->week);
    }
    add_to_week (adding, session);
  }
  g_ptr_array_sort (self->weeks, compare_weeks);
}

/* Cells stand by trainee. */
static void
add_trainees (DeskClassView *self)
{
  const char *last = NULL;

  for (guint n = 0; n < self->cells->len; n++) {
    const DeskClassCell *cell = self->cells->pdata[n];

    if (g_strcmp0 (cell->trainee, last) != 0)
      g_ptr_array_add (self->trainees, (gpointer) cell->trainee);
    last = cell->trainee;
  }
}

static int
compare_scenarios (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;
  const int order =
      g_utf8_collate (desk_class_view_title (data, one), desk_class_view_title (data, other));

  return order != 0 ? order : strcmp (one, other);
}

static void
add_scenarios (DeskClassView *self)
{
  for (guint n = 0; n < self->cells->len; n++) {
    DeskClassCell *cell = self->cells->pdata[n];
    const DeskClassCell *known = g_hash_table_lookup (self->latest, cell->scenario);

    if (known == NULL)
      g_ptr_array_add (self->scenarios, (gpointer) cell->scenario);
    if (known == NULL || cell->latest->started_us > known->latest->started_us)
      g_hash_table_insert (self->latest, (gpointer) cell->scenario, cell);
  }
  g_ptr_array_sort_with_data (self->scenarios, compare_scenarios, self);
}

DeskClassView *
desk_class_view_new (const GPtrArray *sessions, const DeskClassFilter *filter)
{
  DeskClassView *self = g_new0 (DeskClassView, 1);
  g_autoptr (GPtrArray) meant = g_ptr_array_new ();

  for (guint n = 0; n < sessions->len; n++) {
    if (!is_meant (filter, sessions->pdata[n]))
      continue;
    g_ptr_array_add (meant, sessions->pdata[n]);
    desk_class_mix_add (&self->mix, sessions->pdata[n]);
  }
  self->n_sessions = meant->len;
  self->trainees = g_ptr_array_new ();
  self->scenarios = g_ptr_array_new ();
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->weeks = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  self->latest = g_hash_table_new (g_str_hash, g_str_equal);
  add_cells (self, meant);
  add_weeks (self, meant);
  add_trainees (self);
  add_scenarios (self);
  self->mistakes = desk_class_mistakes_count (self->cells, self->texts);
  return self;
}

void
desk_class_view_free (DeskClassView *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->trainees);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->mistakes);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->weeks);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->latest);
  g_free (self);
}

const DeskClassCell *
desk_class_view_find (const DeskClassView *self, const char *trainee, const char *scenario)
{
  const DeskClassCell sought = { .trainee = trainee, .scenario = scenario };
  const DeskClassCell *key = &sought;
  DeskClassCell **found;

  if (self->cells->len == 0)
    return NULL;
  found = bsearch (&key, self->cells->pdata, self->cells->len, sizeof (gpointer), compare_cells);
  return found != NULL ? *found : NULL;
}

const char *
desk_class_view_title (const DeskClassView *self, const char *scenario)
{
  const DeskClassCell *latest = g_hash_table_lookup (self->latest, scenario);

  return latest != NULL ? latest->title : scenario;
}
