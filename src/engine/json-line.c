/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/json-line.h"

void
desk_json_line_open (GString *line)
{
  g_string_append_c (line, '{');
}

void
desk_json_line_key (GString *line, const char *key)
{
  if (line->str[line->len - 1] != '{')
    g_string_append_c (line, ',');
  g_string_append_c (line, '"');
  g_string_append (line, key);
  g_string_append_len (line, "\":", 2);
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

void
desk_json_line_quote (GString *line, const char *value)
{
  const char *plain = value;

  g_string_append_c (line, '"');
  for (const char *at = value; *at; at++) {
    guchar c = (guchar) *at;

    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
      continue;
    g_string_append_len (line, plain, at - plain);
    plain = at + 1;
    if (c == '"' || c == '\\') {
      g_string_append_c (line, '\\');
      g_string_append_c (line, *at);
    } else if (c == '\n') {
      g_string_append_len (line, "\\n", 2);
    } else {
      g_string_append_printf (line, "\\u%04x", c);
    }
  }
  g_string_append (line, plain);
  g_string_append_c (line, '"');
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
