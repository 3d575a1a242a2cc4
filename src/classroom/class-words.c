/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-words.h"

#include <glib/gi18n-lib.h>

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
