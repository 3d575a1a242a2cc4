/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-moment.h"

/* Two thousand years; what is longer is no shift, and its sum could overflow. */
#define MOST_MS (G_GINT64_CONSTANT (2000) * 366 * 24 * 60 * 60 * 1000)

/* The program was not running for so long by then; more than MOST_MS where it makes no sense. */
static gint64
away_until (const DeskShiftView *shift, gint64 t_ms)
{
  gint64 sum_ms = 0;

  for (guint n = 0; n < shift->interruptions->len && sum_ms <= MOST_MS; n++) {
    const DeskInterruption *each = &g_array_index (shift->interruptions, DeskInterruption, n);

    if (each->t_ms <= t_ms)
      sum_ms += CLAMP (each->away_ms, 0, MOST_MS + 1);
  }
  return sum_ms;
}

char *
desk_statement_moment (const DeskScorecard *scorecard, gint64 t_ms)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) began = g_date_time_new_from_iso8601 (scorecard->header->started, utc);
  const gint64 away_ms = away_until (scorecard->shift, t_ms);
  g_autoptr (GDateTime) then = NULL;
  g_autofree char *offset = NULL;

  if (began == NULL || t_ms < 0 || t_ms > MOST_MS || away_ms > MOST_MS)
    return NULL;
  then = g_date_time_add (began, (t_ms + away_ms) * 1000);
  if (then == NULL)
    return NULL;
  offset = g_date_time_format (then, "%:z");
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03d%s", g_date_time_get_year (then),
                          g_date_time_get_month (then), g_date_time_get_day_of_month (then),
                          g_date_time_get_hour (then), g_date_time_get_minute (then),
                          g_date_time_get_second (then), g_date_time_get_microsecond (then) / 1000,
                          offset);
}
