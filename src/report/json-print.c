/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/json-print.h"

#include <stdlib.h>

#include "matching/tame-text.h"

/* As JSON has it: letters beyond the first 65,536 are two. */
static void
append_escape (GString *json, gunichar letter)
{
  if (letter < 0x10000)
    g_string_append_printf (json, "\\u%04x", letter);
  else
    g_string_append_printf (json, "\\u%04x\\u%04x", 0xd7c0 + (letter >> 10),
                            0xdc00 + (letter & 0x3ff));
}

/* A line end between the values is none within a text, where jansson escapes it. */
void
desk_json_escape_wild (GString *json, gsize start)
{
  g_autofree char *written = g_strdup (json->str + start);
  const char *plain = written;

  g_string_truncate (json, start);
  for (const char *at = written; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);

    if (!desk_letter_is_wild (letter))
      continue;
    g_string_append_len (json, plain, at - plain);
    append_escape (json, letter);
    plain = g_utf8_next_char (at);
  }
  g_string_append (json, plain);
}

static int
on_dumped (const char *piece, size_t length, void *data)
{
  g_string_append_len (data, piece, (gssize) length);
  return 0;
}

char *
desk_json_print (const json_t *root, size_t flags)
{
  GString *json = g_string_new (NULL);

  json_dump_callback (root, on_dumped, json, flags);
  desk_json_escape_wild (json, 0);
  return g_string_free (json, FALSE);
}
