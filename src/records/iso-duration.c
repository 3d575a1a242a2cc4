/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/iso-duration.h"

static void
append_seconds (GString *text, gint64 hundredths)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT, hundredths / 100);
  if (hundredths % 100 != 0)
    g_string_append_printf (
        text, hundredths % 10 != 0 ? ".%02d" : ".%d",
        (int) (hundredths % 10 != 0 ? hundredths % 100 : hundredths % 100 / 10));
  g_string_append_c (text, 'S');
}

char *
desk_iso_duration (gint64 length_ms)
{
  const gint64 whole_ms = MAX (length_ms, 0);
  /* So written that the longest length does not overflow. */
  const gint64 hundredths = whole_ms / 10 + (whole_ms % 10 >= 5 ? 1 : 0);
  const gint64 minutes = hundredths / 6000;
  GString *text = g_string_new ("PT");

  if (minutes >= 60)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "H", minutes / 60);
  if (minutes % 60 != 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "M", minutes % 60);
  if (hundredths % 6000 != 0 || minutes == 0)
    append_seconds (text, hundredths % 6000);
  return g_string_free (text, FALSE);
}
