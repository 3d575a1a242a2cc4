/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/csv.h"

#include "matching/tame-text.h"
#include "scoring/scorecard.h"

#include <string.h>

static void
begin_cell (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

/* Spreadsheets pass over space before a formula, and take full-width signs for the plain ones. */
static gboolean
looks_like_formula (const char *text)
{
  static const char *const wide[] = { "\357\274\235", "\357\274\213", "\357\274\215",
                                      "\357\274\240" };

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (guint n = 0; n < G_N_ELEMENTS (wide); n++) {
    if (g_str_has_prefix (text, wide[n]))
      return TRUE;
  }
  return *text != '\0' && strchr ("=+-@", *text) != NULL;
}

void
desk_csv_text (GString *csv, const char *text)
{
  g_autofree char *tame = desk_tame_text (text);

  begin_cell (csv);
  g_string_append_c (csv, '"');
  if (looks_like_formula (tame) || *text == '\r')
    g_string_append_c (csv, '\'');
  for (const char *at = tame; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *at);
  }
  g_string_append_c (csv, '"');
}

void
desk_csv_integer (GString *csv, gint64 value)
{
  begin_cell (csv);
  g_string_append_printf (csv, "%" G_GINT64_FORMAT, value);
}

void
desk_csv_boolean (GString *csv, gboolean value)
{
  begin_cell (csv);
  g_string_append (csv, value ? "true" : "false");
}

void
desk_csv_number (GString *csv, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (csv);
  g_string_append (csv, g_ascii_formatd (text, sizeof text, "%.15g", desk_round_2 (value)));
}

void
desk_csv_empty (GString *csv)
{
  desk_csv_text (csv, "");
}

void
desk_csv_end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}
