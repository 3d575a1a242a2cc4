/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/next-scenario.h"

#define AFTER_KEY "desk-next-scenario-after"

static gboolean
comes_after (const DeskLibraryEntry *entry, const DeskScenario *after)
{
  return entry->n_errors == 0 && entry->level > after->level && entry->level < DESK_LEVEL_EXAM &&
         desk_library_same_language (entry->language, after->language);
}

/* By level, then by the number of calls. */
static gboolean
is_easier (const DeskLibraryEntry *entry, const DeskLibraryEntry *than, const char *language)
{
  if (entry->level != than->level)
    return entry->level < than->level;
  if (entry->n_calls != than->n_calls)
    return entry->n_calls < than->n_calls;
  return desk_library_entry_compare (entry, than, language) < 0;
}

/* The easiest scenario of `entries` in the language of `after`, above its level and no exam; NULL: there is
 * none. */
static DeskLibraryEntry *
choose (const GPtrArray *entries, const DeskScenario *after)
{
  DeskLibraryEntry *next = NULL;

  for (guint n = 0; n < entries->len; n++) {
    DeskLibraryEntry *entry = entries->pdata[n];

    if (comes_after (entry, after) && (next == NULL || is_easier (entry, next, after->language)))
      next = entry;
  }
  return next;
}

static void
review (DeskSummaryPage *page, DeskLibraryModel *library)
{
  const DeskScenario *after = g_object_get_data (G_OBJECT (page), AFTER_KEY);
  g_autoptr (GPtrArray) entries = NULL;
  DeskLibraryEntry *next;

  if (!desk_library_model_was_read (library))
    return;
  entries = desk_library_model_list (library);
  next = choose (entries, after);
  if (next != NULL)
    desk_summary_page_offer_next (page, next->title, next->folder);
}

void
desk_next_scenario_seek (DeskSummaryPage *page,
                         const DeskScenario *after,
                         DeskLibraryModel *library)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (page));
  g_return_if_fail (DESK_IS_LIBRARY_MODEL (library));
  if (after == NULL || after->level != DESK_LEVEL_TUTORIAL)
    return;
  g_object_set_data_full (G_OBJECT (page), AFTER_KEY, desk_scenario_ref ((DeskScenario *) after),
                          (GDestroyNotify) desk_scenario_unref);
  g_signal_connect_object (library, "state", G_CALLBACK (review), page, G_CONNECT_SWAPPED);
  review (page, library);
}
