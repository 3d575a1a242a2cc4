/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>
#include <string.h>

/* Appends JSON objects to a string member by member. The journal writes one for every event, so no tree is
 * built first.
 *
 * A line has a dozen small pieces. The functions are inline so that the lengths of literals, above all of
 * keys, are known at compile time, and room is made once for each member. */

G_BEGIN_DECLS

/* Room for `n` bytes at the end of `line`, which the caller fills. */
static inline char *
desk_json_line_room (GString *line, gsize n)
{
  const gsize at = line->len;

  if (at + n < line->allocated_len) {
    line->len = at + n;
    line->str[line->len] = '\0';
  } else {
    g_string_set_size (line, at + n);
  }
  return line->str + at;
}

G_ALWAYS_INLINE static inline void
desk_json_line_raw (GString *line, const char *bytes)
{
  const gsize n = strlen (bytes);

  memcpy (desk_json_line_room (line, n), bytes, n);
}

static inline void
desk_json_line_open (GString *line)
{
  desk_json_line_raw (line, "{");
}

/* The closing brace and a newline. */
static inline void
desk_json_line_close (GString *line)
{
  desk_json_line_raw (line, "}\n");
}

/* The caller appends the value. */
G_ALWAYS_INLINE static inline void
desk_json_line_key (GString *line, const char *key)
{
  const gsize first = line->str[line->len - 1] == '{';
  const gsize n = strlen (key);
  char *at = desk_json_line_room (line, n + 4 - first);

  if (!first)
    *at++ = ',';
  *at++ = '"';
  memcpy (at, key, n);
  memcpy (at + n, "\":", 2);
}

void desk_json_line_number (GString *line, gint64 value);
void desk_json_line_quote (GString *line, const char *value);

G_ALWAYS_INLINE static inline void
desk_json_line_int (GString *line, const char *key, gint64 value)
{
  desk_json_line_key (line, key);
  desk_json_line_number (line, value);
}

G_ALWAYS_INLINE static inline void
desk_json_line_true (GString *line, const char *key)
{
  desk_json_line_key (line, key);
  desk_json_line_raw (line, "true");
}

G_ALWAYS_INLINE static inline void
desk_json_line_string (GString *line, const char *key, const char *value)
{
  desk_json_line_key (line, key);
  desk_json_line_quote (line, value);
}

G_END_DECLS
