/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/fact-quote.h"

#include <string.h>

#define LONG_LETTERS 60 /* characters of a part; a remark has no room for more */

#define SENTENCES ".!?:;"
#define CLAUSES ".!?:;,"

/* The full stop of "kl. 10.45" or "approx. two hours" ends no sentence. */
static gboolean
goes_on (const char *mark)
{
  return *mark == '.' && (g_ascii_isdigit (mark[2]) || g_ascii_islower (mark[2]));
}

/* The mark that ends the part, or the end of the text. */
static const char *
end_of_part (const char *at, const char *marks)
{
  for (; *at != '\0' && *at != '\n'; at++) {
    if (strchr (marks, *at) != NULL && (at[1] == '\n' || (at[1] == ' ' && !goes_on (at))))
      break;
  }
  return at;
}

static gboolean
states (const DeskFactKey *key, const DeskModelNote *model, const char *part)
{
  DeskNote note;
  gboolean is_stated;

  desk_note_init (&note, part, model->tongue, model->stemmer);
  is_stated = desk_fact_key_is_stated (key, &note);
  desk_note_clear (&note);
  return is_stated;
}

static char *
find_part (const DeskFactKey *key, const DeskModelNote *model, const char *text, const char *marks)
{
  for (const char *at = text; *at != '\0';) {
    const char *end = end_of_part (at, marks);
    g_autofree char *part = g_strstrip (g_strndup (at, (gsize) (end - at)));

    if (states (key, model, part)) {
      if (*end == '\0' && g_str_has_suffix (part, "."))
        part[strlen (part) - 1] = '\0';
      return g_steal_pointer (&part);
    }
    at = *end != '\0' ? end + 1 : end;
  }
  return NULL;
}

char *
desk_fact_quote (const DeskFactKey *key, const DeskModelNote *model)
{
  g_autofree char *sentence = find_part (key, model, model->text, SENTENCES);
  char *clause = NULL;

  if (sentence != NULL && g_utf8_strlen (sentence, -1) > LONG_LETTERS)
    clause = find_part (key, model, sentence, CLAUSES);
  return clause != NULL ? clause : g_steal_pointer (&sentence);
}
