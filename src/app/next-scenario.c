/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/next-scenario.h"

#include "app/library-model.h"
#include "app/library-settings.h"

#define KEY "desk-next-scenario"

static gboolean
comes_after (const DeskLibraryEntry *entry, const DeskScenario *after)
{
  return entry->n_errors == 0 && entry->level > after->level && entry->level < DESK_LEVEL_EXAM &&
         desk_library_same_language (entry->language, after->language);
}

/* By level, then by how many call. */
static gboolean
is_easier (const DeskLibraryEntry *entry, const DeskLibraryEntry *than, const char *language)
{
  if (entry->level != than->level)
    return entry->level < than->level;
  if (entry->n_calls != than->n_calls)
    return entry->n_calls < than->n_calls;
  return desk_library_entry_compare (entry, than, language) < 0;
}

DeskLibraryEntry *
desk_next_scenario_choose (const GPtrArray *entries, const DeskScenario *after)
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
  DeskLibraryModel *model;
} Search;

/* Threads may have the model for a while yet. */
static void
search_free (gpointer data)
{
  Search *search = data;

  g_signal_handlers_disconnect_by_data (search->model, search);
  g_object_run_dispose (G_OBJECT (search->model));
  g_object_unref (search->model);
  desk_scenario_unref (search->after);
  g_free (search);
}

static void
review (Search *search)
{
  g_autoptr (GPtrArray) entries = NULL;
  DeskLibraryEntry *next;

  if (desk_library_model_is_reading (search->model))
    return;
  entries = desk_library_model_list (search->model);
  next = desk_next_scenario_choose (entries, search->after);
  if (next != NULL)
    desk_summary_page_offer_next (search->page, next->title, next->folder);
}

void
desk_next_scenario_seek (DeskSummaryPage *page, const DeskScenario *after)
{
  g_autoptr (GPtrArray) added = NULL;
  Search *search;

  g_return_if_fail (DESK_IS_SUMMARY_PAGE (page));
  if (after == NULL || after->level != DESK_LEVEL_TUTORIAL)
    return;
  added = desk_library_settings_list ();
  search = g_new0 (Search, 1);
  search->page = page;
  search->after = desk_scenario_ref ((DeskScenario *) after);
  search->model = desk_library_model_new ();
  g_object_set_data_full (G_OBJECT (page), KEY, search, search_free);
  g_signal_connect_swapped (search->model, "state", G_CALLBACK (review), search);
  desk_library_model_set_folders (search->model, NULL, NULL, added);
  review (search);
}
