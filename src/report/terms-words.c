/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/terms-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/words.h"

char *
desk_words_factor (const char *factor)
{
  char *end;
  const double number = g_ascii_strtod (factor, &end);

  if (*factor != '\0' && *end == '\0')
    return g_strdup_printf ("×%g", number);
  return desk_words_tame (factor);
}

static char *
word_of (const char *accommodation)
{
  if (g_str_has_prefix (accommodation, "time:")) {
    g_autofree char *factor = desk_words_factor (accommodation + strlen ("time:"));

    return g_strdup_printf (_ ("time %s"), factor);
  }
  if (g_str_equal (accommodation, "untimed"))
    return g_strdup (_ ("without time limits"));
  if (g_str_equal (accommodation, "captions"))
    return g_strdup (_ ("captions"));
  if (g_str_equal (accommodation, "hints"))
    return g_strdup (_ ("hints"));
  if (g_str_equal (accommodation, "pause"))
    return g_strdup (_ ("pauses"));
  return desk_words_tame (accommodation);
}

char *
desk_words_accommodations (const char *const *accommodations)
{
  GString *words = g_string_new (NULL);

  for (guint n = 0; accommodations[n] != NULL; n++) {
    g_autofree char *word = word_of (accommodations[n]);

    g_string_append_printf (words, "%s%s", n > 0 ? ", " : "", word);
  }
  return g_string_free (words, FALSE);
}

char *
desk_words_kept_accommodations (const char *kept)
{
  g_auto (GStrv) list = *kept != '\0' ? g_strsplit (kept, ", ", -1) : g_new0 (char *, 1);

  return desk_words_accommodations ((const char *const *) list);
}

char *
desk_words_granted_at_desk (const DeskScorecard *scorecard)
{
  g_auto (GStrv) list = desk_scorecard_granted_at_desk (scorecard);
  g_autofree char *words = desk_words_accommodations ((const char *const *) list);

  if (*words == '\0')
    return NULL;
  return g_strdup_printf (_ ("Granted at the desk, not by the author of the exam: %s."), words);
}

static const char *
lack_of_chain (const DeskScorecard *scorecard)
{
  return scorecard->chain.state == DESK_CHAIN_MISSING
             ? _ ("This exam is without checksums: a change to it would not be detected.")
             : NULL;
}

char *
desk_words_chain (const DeskScorecard *scorecard)
{
  const gboolean exam = scorecard->header->mode == DESK_MODE_EXAM;
  const char *first = lack_of_chain (scorecard);
  const char *second = exam && !scorecard->finished ? _ ("The exam was not handed in.") : NULL;

  if (scorecard->chain.state == DESK_CHAIN_CHANGED)
    return g_strdup_printf (_ ("This result was changed after the exam, from line %u of its "
                               "journal on. It does not count."),
                            scorecard->chain.line);
  if (first == NULL && second == NULL)
    return NULL;
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s %s", second, first);
  return g_strdup (first != NULL ? first : second);
}
