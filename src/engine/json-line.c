/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/json-line.h"

#define DIGITS 24 /* more than any number has, with its sign */

void
desk_json_line_number (GString *line, gint64 value)
{
  char digits[DIGITS];
  char *const end = digits + sizeof digits;
  char *at = end;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  gsize n;

  do {
    *--at = (char) ('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    *--at = '-';
  n = (gsize) (end - at);
  memcpy (desk_json_line_room (line, n), at, n);
}

#define EIGHT 1, 1, 1, 1, 1, 1, 1, 1

/* Bytes that must be escaped: control characters, the double quote, the backslash and DEL. NUL is among
 * them, so that a scan stops at the end of the text. */
static const guint8 is_special[256] = {
  EIGHT, EIGHT, EIGHT, EIGHT, ['"'] = 1, ['\\'] = 1, [0x7f] = 1,
};

/* How many bytes from `at` on need no escape. */
static inline gsize
count_plain (const char *at)
{
  gsize n = 0;

  while (!is_special[(guchar) at[n]])
    n++;
  return n;
}

static void
append_escaped (GString *line, char c)
{
  if (c == '"' || c == '\\') {
    g_string_append_c (line, '\\');
    g_string_append_c (line, c);
  } else if (c == '\n') {
    g_string_append_len (line, "\\n", 2);
  } else {
    g_string_append_printf (line, "\\u%04x", (guchar) c);
  }
}

/* Most values, such as names of events and ids, need no escape and are copied in one piece. */
void
desk_json_line_quote (GString *line, const char *value)
{
  gsize n = count_plain (value);
  char *at = desk_json_line_room (line, n + 1);

  *at = '"';
  memcpy (at + 1, value, n);
  while (value[n] != '\0') {
    append_escaped (line, value[n]);
    value += n + 1;
    n = count_plain (value);
    memcpy (desk_json_line_room (line, n), value, n);
  }
  *desk_json_line_room (line, 1) = '"';
}
