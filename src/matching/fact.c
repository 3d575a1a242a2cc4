/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/fact.h"

#include "matching/fact-key.h"

gboolean
desk_fact_time_is_readable (const char *written)
{
  DeskClockTime time;

  g_return_val_if_fail (written != NULL, FALSE);

  return desk_clock_time_read (written, &time);
}

gboolean
desk_fact_is_said (const DeskFactSpec *fact, const char *const *texts, const char *language)
{
  DeskTongue tongue = desk_tongue_from_tag (language);
  g_autoptr (DeskStemmer) stemmer = desk_stemmer_new (language);
  g_autoptr (DeskSaidNumbers) said = desk_said_numbers_new ();
  g_autoptr (DeskFactKey) key = NULL;
  gboolean is_said = FALSE;

  g_return_val_if_fail (fact != NULL && texts != NULL, FALSE);

  key = desk_fact_key_new (fact, tongue, stemmer);
  for (gsize i = 0; !is_said && texts[i] != NULL; i++) {
    DeskNote note;

    desk_note_init (&note, texts[i], tongue, stemmer);
    desk_said_numbers_add_text (said, note.reading);
    desk_said_numbers_seal (said);
    is_said = desk_fact_key_is_in (key, &note, said);
    desk_note_clear (&note);
  }
  return is_said;
}
