/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/tame-text.h"

#include <string.h>

/* Permanently reserved code points; XML and Pango refuse them. */
static gboolean
is_noncharacter (gunichar letter)
{
  return (letter >= 0xfdd0 && letter <= 0xfdef) || (letter & 0xfffe) == 0xfffe;
}

gboolean
desk_letter_is_wild (gunichar letter)
{
  if (letter == '\n' || letter == '\t')
    return FALSE;
  return g_unichar_iscntrl (letter) || (letter >= 0x202a && letter <= 0x202e) ||
         (letter >= 0x2066 && letter <= 0x2069) || is_noncharacter (letter);
}

char *
desk_tame_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *tame = g_string_sized_new (strlen (valid) + 1);
  guint n_marks = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);

    n_marks = g_unichar_ismark (letter) ? n_marks + 1 : 0;
    if (n_marks > DESK_MOST_MARKS)
      continue;
    g_string_append_unichar (tame, desk_letter_is_wild (letter) ? 0xfffd : letter);
  }
  return g_string_free (tame, FALSE);
}

static gboolean
breaks_line (gunichar letter)
{
  return letter == '\n' || letter == '\t' || letter == 0x2028 || letter == 0x2029;
}

char *
desk_tame_line (const char *text)
{
  g_autofree char *tame = desk_tame_text (text);
  GString *line = g_string_sized_new (strlen (tame) + 1);
  gboolean broken = FALSE;

  for (const char *at = tame; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);

    if (breaks_line (letter) && !broken)
      g_string_append_c (line, ' ');
    else if (!breaks_line (letter))
      g_string_append_unichar (line, letter);
    broken = breaks_line (letter);
  }
  return g_string_free (line, FALSE);
}

char *
desk_tame_start (const char *text, guint most)
{
  /* No UTF-8 character takes more than four bytes, so a hostile text is not read to its end. */
  g_autofree char *begun = g_strndup (text, strnlen (text, (gsize) 4 * most + 4));
  g_autofree char *tame = desk_tame_text (begun);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (tame, -1) <= most && strlen (begun) == strlen (text))
    return g_steal_pointer (&tame);
  start = g_utf8_substring (tame, 0, MIN (g_utf8_strlen (tame, -1), most));
  return g_strconcat (start, " …", NULL);
}
