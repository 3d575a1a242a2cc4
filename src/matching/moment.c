/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/moment.h"

const char *
desk_moment_text (char text[DESK_TIME_TEXT_SIZE], gint64 t_ms)
{
  const gint64 tenths = (t_ms + 50) / 100;
  const int seconds = (int) (tenths / 10 % 60);
  const int minutes = (int) (tenths / 600 % 60);
  const gint64 hours = tenths / 36000;

  if (hours > 0)
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%" G_GINT64_FORMAT ":%02d:%02d.%d", hours, minutes,
                seconds, (int) (tenths % 10));
  else
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%02d:%02d.%d", minutes, seconds, (int) (tenths % 10));
  return text;
}

const char *
desk_seconds_text (char text[DESK_TIME_TEXT_SIZE], gint64 length_ms)
{
  const gint64 hundredths = (length_ms + 5) / 10;
  const int rest = (int) (hundredths % 100);

  if (rest % 10 == 0)
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%" G_GINT64_FORMAT ".%d", hundredths / 100, rest / 10);
  else
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%" G_GINT64_FORMAT ".%02d", hundredths / 100, rest);
  return text;
}

const char *
desk_clock_text (char text[DESK_TIME_TEXT_SIZE], gint64 t_ms)
{
  const gint64 seconds = t_ms / 1000;
  const int minutes = (int) (seconds / 60 % 60);

  if (seconds >= 3600)
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600,
                minutes, (int) (seconds % 60));
  else
    g_snprintf (text, DESK_TIME_TEXT_SIZE, "%02d:%02d", minutes, (int) (seconds % 60));
  return text;
}

const char *
desk_tenths_text (char text[DESK_TIME_TEXT_SIZE], gint64 length_ms)
{
  gint64 tenths = (length_ms + 50) / 100;

  if (tenths % 10 == 0 && length_ms > 100 * tenths)
    tenths++;
  else if (tenths % 10 == 0 && length_ms < 100 * tenths)
    tenths--;
  return desk_seconds_text (text, 100 * tenths);
}
