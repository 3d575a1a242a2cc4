/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-text.h"

#include <string.h>

#include "matching/phone-number.h"
#include "matching/tame-text.h"

#define MOST_TEXTS 20

char *
desk_statement_line (const char *text)
{
  g_autofree char *start = desk_tame_start (text, DESK_STATEMENT_MOST_LETTERS);

  return g_strstrip (desk_tame_line (start));
}

json_t *
desk_statement_text (const char *text)
{
  g_autofree char *line = desk_statement_line (text);

  return json_string (line);
}

json_t *
desk_statement_texts (const char *const *texts)
{
  json_t *list = json_array ();

  for (guint n = 0; texts[n] != NULL && n < MOST_TEXTS; n++)
    json_array_append_new (list, desk_statement_text (texts[n]));
  return list;
}

static gsize
count_letters (const char *tag)
{
  gsize n = 0;

  while (g_ascii_isalpha (tag[n]))
    n++;
  return n;
}

/* Whether `tag` goes on as a region after `n` letters: "-SE" and nothing else. */
static gboolean
has_region (const char *tag, gsize n)
{
  return tag[n] == '-' && count_letters (tag + n + 1) == 2 && tag[n + 3] == '\0';
}

char *
desk_statement_language (const DeskScenario *scenario)
{
  const char *tag = scenario->language;
  const gsize n = count_letters (tag);
  g_autofree char *language = NULL;
  g_autofree char *region = g_ascii_strup (desk_country_code (scenario->country), -1);

  if (n < 2 || n > 3 || (tag[n] != '\0' && tag[n] != '-'))
    return g_strdup ("und");
  if (has_region (tag, n))
    return g_strdup (tag);
  language = g_strndup (tag, n);
  return tag[n] == '\0' ? g_strconcat (language, "-", region, NULL) : g_steal_pointer (&language);
}

json_t *
desk_statement_in_language (const DeskScenario *scenario, const char *text)
{
  g_autofree char *language = desk_statement_language (scenario);
  json_t *map = json_object ();

  json_object_set_new (map, language, desk_statement_text (text));
  return map;
}
