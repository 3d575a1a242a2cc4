/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/json-line.h"

#include <string.h>

void
desk_json_line_open (GString *line)
{
  g_string_append_c (line, '{');
}

/* A journal has a dozen pieces in each line, so that room is made for a key or a value at once and not for
 * each of its pieces. The caller fills what is returned. */
static char *
make_room (GString *line, gsize n)
{
  const gsize at = line->len;

  g_string_set_size (line, at + n);
  return line->str + at;
}

static char *
put (char *at, const char *bytes, gsize n)
{
  memcpy (at, bytes, n);
  return at + n;
}

void
desk_json_line_key (GString *line, const char *key)
{
  const gboolean first = line->str[line->len - 1] == '{';
  const gsize n = strlen (key);
  char *at = make_room (line, n + (first ? 3 : 4));

  if (!first)
    *at++ = ',';
  *at++ = '"';
  at = put (at, key, n);
  put (at, "\":", 2);
}

void
desk_json_line_int (GString *line, const char *key, gint64 value)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  desk_json_line_key (line, key);
  do {
    *--at = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (line, at, digits + sizeof digits - at);
}

void
desk_json_line_true (GString *line, const char *key)
{
  desk_json_line_key (line, key);
  g_string_append_len (line, "true", 4);
}

static gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

static void
append_escaped (GString *line, guchar c)
{
  if (c == '"' || c == '\\') {
    g_string_append_c (line, '\\');
    g_string_append_c (line, (char) c);
  } else if (c == '\n') {
    g_string_append_len (line, "\\n", 2);
  } else {
    g_string_append_printf (line, "\\u%04x", c);
  }
}

static void
quote_escaped (GString *line, const char *value)
{
  const char *plain = value;

  g_string_append_c (line, '"');
  for (const char *at = value; *at; at++) {
    if (is_plain ((guchar) *at))
      continue;
    g_string_append_len (line, plain, at - plain);
    plain = at + 1;
    append_escaped (line, (guchar) *at);
  }
  g_string_append (line, plain);
  g_string_append_c (line, '"');
}

/* Most values, such as names of events and ids, have nothing to escape. */
void
desk_json_line_quote (GString *line, const char *value)
{
  gsize n = 0;
  char *at;

  while (is_plain ((guchar) value[n]))
    n++;
  if (value[n] != '\0') {
    quote_escaped (line, value);
    return;
  }
  at = make_room (line, n + 2);
  *at++ = '"';
  at = put (at, value, n);
  *at = '"';
}

void
desk_json_line_string (GString *line, const char *key, const char *value)
{
  desk_json_line_key (line, key);
  desk_json_line_quote (line, value);
}

void
desk_json_line_close (GString *line)
{
  g_string_append_len (line, "}\n", 2);
}
