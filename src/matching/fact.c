/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/fact.h"

#include <stdio.h>
#include <string.h>

gboolean
desk_fact_time_is_readable (const char *written)
{
  guint hour, minute;
  char end[8] = "";

  g_return_val_if_fail (written != NULL, FALSE);

  if (sscanf (written, "%2u%*1[:.]%2u %7s", &hour, &minute, end) < 2)
    return FALSE;
  return hour < 24 && minute < 60 && (*end == '\0' || g_ascii_strncasecmp (end + 1, "m", 1) == 0);
}
