/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/difference.h"

#include <string.h>

static gsize
common_start (const char *a, const char *b)
{
  const char *at = a;

  while (*at != '\0' && *b != '\0' && g_utf8_get_char (at) == g_utf8_get_char (b)) {
    at = g_utf8_next_char (at);
    b = g_utf8_next_char (b);
  }
  return (gsize) (at - a);
}

/* Of the texts that begin at `a` and `b`. */
static gsize
common_end (const char *a, const char *b)
{
  const char *end = a + strlen (a);
  const char *at = end;
  const char *other = b + strlen (b);

  while (at > a && other > b) {
    const char *before = g_utf8_prev_char (at);

    other = g_utf8_prev_char (other);
    if (g_utf8_get_char (before) != g_utf8_get_char (other))
      break;
    at = before;
  }
  return (gsize) (end - at);
}

void
desk_difference_find (const char *text, const char *other, gsize *start, gsize *end)
{
  *start = common_start (text, other);
  *end = strlen (text) - common_end (text + *start, other + *start);
}
