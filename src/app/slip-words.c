/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slip-words.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"

static char *
logged_words (DeskSlipDraft *draft)
{
  gint64 logged_ms = desk_slip_draft_get_logged_ms (draft);
  g_autofree char *clock = NULL;

  if (logged_ms < 0)
    return g_strdup (_ ("Logged; change and log again"));
  clock = desk_wording_clock (logged_ms);
  return g_strdup_printf (_ ("Logged %s; change and log again"), clock);
}

char *
desk_slip_words_stage (DeskSlipDraft *draft)
{
  switch (desk_slip_draft_get_stage (draft)) {
  case DESK_SLIP_BLANK: return g_strdup (_ ("Nothing written yet"));
  case DESK_SLIP_WRITING: return g_strdup (_ ("Writing…"));
  case DESK_SLIP_SAVED: return g_strdup (_ ("Draft saved, not logged"));
  case DESK_SLIP_LOGGED: return logged_words (draft);
  case DESK_SLIP_CHANGED: return g_strdup (_ ("Changed since it was logged; log again"));
  }
  g_return_val_if_reached (NULL);
}

char *
desk_slip_words_title (const DeskCall *call, guint line, DeskCountry country)
{
  g_autofree char *caller = desk_wording_caller (call, country);

  if (line == 0)
    return g_strdup_printf (_ ("Message – %s"), caller);
  return g_strdup_printf (_ ("Message – line %u, %s"), line, caller);
}

char *
desk_slip_words_moment (gint64 answered_ms)
{
  g_autofree char *clock = desk_wording_clock (answered_ms);

  return g_strdup_printf (_ ("Taken at %s"), clock);
}

char *
desk_slip_words_taken_by (const DeskJournalHeader *header)
{
  return g_strdup_printf (_ ("Taken by %s"), header->trainee);
}

/* Everybody has an extension, namesakes may have more to tell them apart. */
static char *
candidate_words (const DeskDirectoryIndex *index, const DeskPerson *person)
{
  const char *label = desk_directory_index_get_label (index, person);

  return g_str_equal (label, person->name)
             ? g_strdup_printf ("%s (%s)", person->name, person->extension)
             : g_strdup (label);
}

char *
desk_slip_words_ambiguous (const DeskDirectoryIndex *index,
                           const char *typed,
                           GPtrArray *candidates)
{
  g_autofree char *first = candidate_words (index, candidates->pdata[0]);
  g_autofree char *second = candidate_words (index, candidates->pdata[1]);
  g_autofree char *third =
      candidates->len > 2 ? candidate_words (index, candidates->pdata[2]) : NULL;

  if (third == NULL)
    return g_strdup_printf (_ ("“%s” may be %s or %s; choose one"), typed, first, second);
  if (candidates->len == 3)
    return g_strdup_printf (_ ("“%s” may be %s, %s or %s; choose one"), typed, first, second,
                            third);
  return g_strdup_printf (_ ("“%s” may be %s, %s, %s or others; choose one"), typed, first, second,
                          third);
}

char *
desk_slip_words_doubt (const DeskDirectoryIndex *index, const char *typed)
{
  g_autoptr (GArray) found = desk_directory_index_search (index, typed);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *only = NULL;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (people, (gpointer) g_array_index (found, DeskFound, i).person);
  if (people->len == 0)
    return g_strdup_printf (_ ("“%s” is not in the directory; choose somebody before you log it"),
                            typed);
  if (people->len > 1)
    return desk_slip_words_ambiguous (index, typed, people);
  only = candidate_words (index, people->pdata[0]);
  return g_strdup_printf (_ ("“%s” may be %s"), typed, only);
}
