/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/next-scenario.h"

#define KEY "desk-next-scenario"

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

typedef struct {
  DeskSummaryPage *page; /* borrowed: it owns this */
  DeskScenario *after;   /* owned, as the next */
  DeskLibraryModel *library;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_signal_handlers_disconnect_by_data (search->library, search);
  g_object_unref (search->library);
  desk_scenario_unref (search->after);
  g_free (search);
}

static void
review (Search *search)
{
  g_autoptr (GPtrArray) entries = NULL;
  DeskLibraryEntry *next;

  if (!desk_library_model_was_read (search->library))
    return;
  entries = desk_library_model_list (search->library);
  next = choose (entries, search->after);
  if (next != NULL)
    desk_summary_page_offer_next (search->page, next->title, next->folder);
}

void
desk_next_scenario_seek (DeskSummaryPage *page,
                         const DeskScenario *after,
                         DeskLibraryModel *library)
{
  Search *search;

  g_return_if_fail (DESK_IS_SUMMARY_PAGE (page));
  g_return_if_fail (DESK_IS_LIBRARY_MODEL (library));
  if (after == NULL || after->level != DESK_LEVEL_TUTORIAL)
    return;
  search = g_new0 (Search, 1);
  search->page = page;
  search->after = desk_scenario_ref ((DeskScenario *) after);
  search->library = g_object_ref (library);
  g_object_set_data_full (G_OBJECT (page), KEY, search, search_free);
  g_signal_connect_swapped (library, "state", G_CALLBACK (review), search);
  review (search);
}
