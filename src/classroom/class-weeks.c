/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-weeks.h"

#include <stdlib.h>
#include <string.h>

#include "classroom/class-mean.h"

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const DeskClassWeek *one = *(const DeskClassWeek *const *) a;
  const DeskClassWeek *other = *(const DeskClassWeek *const *) b;

  return strcmp (one->week, other->week);
}

static DeskClassWeek *
week_new (const DeskClassWeek *week)
{
  DeskClassWeek *self = g_new0 (DeskClassWeek, 1);

  self->trainee = "";
  g_strlcpy (self->week, week->week, sizeof self->week);
  return self;
}

/* Those of a class, each week once. */
static GPtrArray *
weeks_of_class (const DeskClassView *view)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *weeks = g_ptr_array_new_with_free_func (g_free);
  DeskClassWeekMeans means = { 0 };
  DeskClassWeek *whole = NULL;

  for (guint n = 0; n < view->weeks->len; n++)
    g_ptr_array_add (all, view->weeks->pdata[n]);
  g_ptr_array_sort (all, compare_weeks);
  for (guint n = 0; n < all->len; n++) {
    const DeskClassWeek *week = all->pdata[n];

    if (whole == NULL || !g_str_equal (whole->week, week->week)) {
      whole = week_new (week);
      means = (DeskClassWeekMeans){ 0 };
      g_ptr_array_add (weeks, whole);
    }
    whole->n += week->n;
    desk_class_mix_join (&whole->mix, &week->mix);
    desk_class_week_means_add (&means, week, whole);
  }
  return weeks;
}

GPtrArray *
desk_class_weeks_of (const DeskClassView *view, const char *trainee)
{
  GPtrArray *weeks;

  if (trainee == NULL)
    return weeks_of_class (view);
  weeks = g_ptr_array_new_with_free_func (g_free);
  for (guint n = 0; n < view->weeks->len; n++) {
    const DeskClassWeek *week = view->weeks->pdata[n];

    if (g_str_equal (week->trainee, trainee))
      g_ptr_array_add (weeks, g_memdup2 (week, sizeof *week));
  }
  return weeks;
}

/* By ISO 8601 the fourth of January is always in week 1. */
gint64
desk_class_week_us (const DeskClassWeek *week)
{
  const int year = atoi (week->week);
  const int number = strlen (week->week) == 8 ? atoi (week->week + 6) : 0;
  g_autoptr (GDateTime) fourth = number > 0 ? g_date_time_new_local (year, 1, 4, 0, 0, 0) : NULL;
  g_autoptr (GDateTime) monday = NULL;

  if (fourth == NULL)
    return 0;
  monday =
      g_date_time_add_days (fourth, 7 * (number - 1) + 1 - g_date_time_get_day_of_week (fourth));
  return monday != NULL ? g_date_time_to_unix (monday) * G_USEC_PER_SEC : 0;
}
