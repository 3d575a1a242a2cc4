/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/wording.h"

#include <glib/gi18n-lib.h>

#include "scenario/library-entry.h"

#include "report/words.h"

char *
desk_wording_clock (gint64 t_ms)
{
  return desk_words_clock (t_ms);
}

char *
desk_wording_caller (const DeskCall *call, DeskCountry country)
{
  if (call->withheld)
    return g_strdup (_ ("Number withheld"));
  if (*call->display_name != '\0')
    return g_strdup (call->display_name);
  if (*call->display_number != '\0')
    return desk_phone_number_group (call->display_number, country);
  return g_strdup (_ ("Unknown caller"));
}

const char *
desk_wording_presence (DeskPresence presence)
{
  switch (presence) {
  case DESK_PRESENCE_AVAILABLE: return _ ("Available");
  case DESK_PRESENCE_BUSY: return _ ("Busy");
  case DESK_PRESENCE_DO_NOT_DISTURB: return _ ("Do not disturb");
  case DESK_PRESENCE_AWAY: return _ ("Away");
  }
  g_return_val_if_reached ("");
}

char *
desk_wording_position (const DeskPerson *person)
{
  if (*person->title != '\0' && *person->department != '\0')
    return g_strdup_printf (_ ("%s, %s"), person->title, person->department);
  return g_strdup (*person->title != '\0' ? person->title : person->department);
}

/* The lines of a paragraph as one, which the window breaks anew; an item of a list ("- ", "2. ")
 * keeps a line of its own. (transfer full) */
static char *
flow_paragraph (const char *paragraph)
{
  g_autoptr (GRegex) broken =
      g_regex_new ("[ \\t]*\\n[ \\t]*(?![ \\t]|[-*•] |[0-9]+[.)] )", 0, 0, NULL);
  g_autoptr (GRegex) indented = g_regex_new ("[ \\t]*\\n[ \\t]+", 0, 0, NULL);
  g_autofree char *flowing = g_regex_replace_literal (broken, paragraph, -1, 0, " ", 0, NULL);

  return g_regex_replace_literal (indented, flowing, -1, 0, "\n", 0, NULL);
}

char *
desk_wording_briefing (const DeskScenario *scenario)
{
  g_autofree char *text = g_strstrip (g_strdup (scenario->briefing));
  g_auto (GStrv) paragraphs = NULL;

  if (*text == '\0')
    return g_strdup (_ ("This scenario has no briefing."));
  paragraphs = g_regex_split_simple ("\\n[ \\t]*\\n\\s*", text, 0, 0);
  for (guint i = 0; paragraphs[i] != NULL; i++) {
    char *flowing = flow_paragraph (paragraphs[i]);

    g_free (paragraphs[i]);
    paragraphs[i] = flowing;
  }
  return g_strjoinv ("\n\n", paragraphs);
}

const char *
desk_wording_level (DeskLevel level)
{
  switch (level) {
  case DESK_LEVEL_TUTORIAL: return _ ("Tutorial");
  case DESK_LEVEL_BEGINNER: return _ ("Beginner");
  case DESK_LEVEL_INTERMEDIATE: return _ ("Intermediate");
  case DESK_LEVEL_ADVANCED: return _ ("Advanced");
  case DESK_LEVEL_EXAM: return _ ("Exam");
  }
  g_return_val_if_reached ("");
}

char *
desk_wording_duration (gint64 duration_ms)
{
  guint seconds = (guint) (duration_ms / 1000);

  if (seconds < 60)
    return g_strdup_printf (_ ("%u s"), seconds);
  if (seconds % 60 != 0)
    return g_strdup_printf (_ ("%u min %u s"), seconds / 60, seconds % 60);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", seconds / 60), seconds / 60);
}

char *
desk_wording_language (const char *tag)
{
  static const struct {
    const char *tag;
    const char *name;
  } known[] = {
    { "en", N_ ("English") },   { "sv", N_ ("Swedish") },   { "fi", N_ ("Finnish") },
    { "nb", N_ ("Norwegian") }, { "no", N_ ("Norwegian") }, { "nn", N_ ("Norwegian") },
    { "da", N_ ("Danish") },    { "de", N_ ("German") },    { "fr", N_ ("French") },
    { "es", N_ ("Spanish") },
  };

  for (guint n = 0; n < G_N_ELEMENTS (known); n++)
    if (desk_library_same_language (known[n].tag, tag))
      return g_strdup (_ (known[n].name));
  return g_strdup (tag);
}
