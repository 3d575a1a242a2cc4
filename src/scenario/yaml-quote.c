/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-quote.h"

#include <string.h>

static gboolean
is_curly (gunichar letter)
{
  return (letter >= 0x2018 && letter <= 0x201f) || letter == 0xab || letter == 0xbb;
}

/* (transfer full) */
static char *
without_curly (const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length < 3 || !is_curly (g_utf8_get_char (text)) ||
      !is_curly (g_utf8_get_char (g_utf8_offset_to_pointer (text, length - 1))))
    return g_strdup (text);
  return g_utf8_substring (text, 1, length - 1);
}

char *
desk_yaml_quote (const char *text)
{
  g_autofree char *bare = without_curly (text);
  gboolean single = strpbrk (bare, "\"\\") != NULL && strchr (bare, '\'') == NULL;
  GString *quoted = g_string_new (single ? "'" : "\"");

  for (const char *at = bare; *at != '\0'; at++) {
    if (!single && (*at == '"' || *at == '\\'))
      g_string_append_c (quoted, '\\');
    g_string_append_c (quoted, *at);
  }
  g_string_append_c (quoted, single ? '\'' : '"');
  return g_string_free (quoted, FALSE);
}
