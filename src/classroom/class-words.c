/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "classroom/class-weeks.h"
#include "matching/tame-text.h"
#include "report/words.h"

char *
desk_class_words_mistake (const DeskClassMistake *mistake)
{
  const char *kind = desk_words_loss (mistake->kind);

  return mistake->fact != NULL ? g_strdup_printf ("%s: %s", kind, mistake->fact) : g_strdup (kind);
}

char *
desk_class_words_seconds (double seconds)
{
  return seconds < 0 ? g_strdup ("–") : g_strdup_printf (_ ("%.1f s"), seconds);
}

char *
desk_class_words_day (const DeskClassSession *session)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (session->started, utc);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup (session->started);
}

/* Two decimals at most, and none that is nought. */
char *
desk_class_words_score (double score)
{
  g_autofree char *two = desk_words_figure (score);
  gsize length = strlen (two);

  if (score < 0)
    return g_steal_pointer (&two);
  while (length > 0 && two[length - 1] == '0')
    length--;
  /* The decimal sign, of however many bytes, goes with the last decimal. */
  if (length > 0 && !g_ascii_isdigit (two[length - 1]))
    length = strspn (two, "0123456789");
  return g_strndup (two, length);
}

const char *
desk_class_words_result (gboolean passed)
{
  return passed ? _ ("passed") : _ ("not passed");
}

char *
desk_class_words_sessions (guint n)
{
  return g_strdup_printf (ngettext ("%u session", "%u sessions", n), n);
}

/* "87 points, passed"; of what is set apart from others: "87 points, passed, exam, time ×1.5" */
static char *
describe_result (const DeskClassSession *session)
{
  g_autofree char *score = desk_class_words_score (session->score);
  g_autofree char *apart = desk_class_mix_of_session (session);
  /* %s is a score, such as 87 or 87.5, and whether it was passed */
  g_autofree char *result =
      g_strdup_printf (_ ("%s points, %s"), score, desk_class_words_result (session->passed));

  return g_strjoin (", ", result, *apart != '\0' ? apart : NULL, NULL);
}

char *
desk_class_words_cell (const DeskClassCell *cell)
{
  g_autofree char *trainee = desk_tame_line (cell->trainee);
  g_autofree char *title = desk_tame_line (cell->title);
  g_autofree char *result = describe_result (cell->latest);
  g_autofree char *sessions = desk_class_words_sessions (cell->sessions->len);

  return g_strdup_printf ("%s, %s: %s, %s", trainee, title, result, sessions);
}

char *
desk_class_words_session (const DeskClassSession *session)
{
  g_autofree char *day = desk_class_words_day (session);
  g_autofree char *result = describe_result (session);
  g_autofree char *words = g_strdup_printf ("%s: %s", day, result);

  return desk_tame_line (words);
}

static char *
describe_share (double share)
{
  return share < 0 ? g_strdup ("–") : g_strdup_printf (_ ("%.0f %%"), 100 * share);
}

char *
desk_class_words_week (const DeskClassWeek *week)
{
  const gint64 begin_us = desk_class_week_us (week);
  g_autoptr (GDateTime) monday = g_date_time_new_from_unix_local (begin_us / G_USEC_PER_SEC);
  g_autofree char *day = g_date_time_format (monday, "%x");
  g_autofree char *score = desk_words_figure (week->score);
  g_autofree char *response = describe_share (week->response);
  g_autofree char *message = describe_share (week->message);
  g_autofree char *sessions = desk_class_words_sessions (week->n);
  g_autofree char *mix = desk_class_mix_describe (&week->mix);
  g_autofree char *words =
      g_strdup_printf (_ ("Week of %s: score %s, response points %s, message accuracy %s, %s"), day,
                       score, response, message, sessions);

  return g_strjoin (", ", words, mix, NULL);
}
