/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/library-entry.h"

#include <string.h>
#include <sys/stat.h>

#include "matching/text-fold.h"
#include "scenario/scenario-folder.h"
#include "scenario/scenario-reader.h"

#define MAX_BRIEFING_BYTES 65536 /* only these are searched */

static void
entry_clear (gpointer data)
{
  DeskLibraryEntry *entry = data;

  g_free (entry->folder);
  g_free (entry->id);
  g_free (entry->identity);
  g_free (entry->stamp);
  g_free (entry->title);
  g_free (entry->organisation);
  g_free (entry->language);
  g_free (entry->words);
  g_free (entry->folded_title);
  g_free (entry->key);
}

DeskLibraryEntry *
desk_library_entry_ref (DeskLibraryEntry *entry)
{
  return g_atomic_rc_box_acquire (entry);
}

void
desk_library_entry_unref (DeskLibraryEntry *entry)
{
  g_atomic_rc_box_release_full (entry, entry_clear);
}

static void
append_state (GString *stamp, const struct stat *status)
{
  g_string_append_printf (stamp,
                          "%" G_GUINT64_FORMAT ".%" G_GINT64_FORMAT ".%ld.%" G_GINT64_FORMAT ";",
                          (guint64) status->st_ino, (gint64) status->st_mtim.tv_sec,
                          status->st_mtim.tv_nsec, (gint64) status->st_size);
}

char *
desk_library_entry_stamp (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *clips = g_build_filename (folder, "clips", NULL);
  struct stat status;
  GString *stamp;

  if (stat (file, &status) != 0)
    return NULL;
  stamp = g_string_new (NULL);
  append_state (stamp, &status);
  if (stat (clips, &status) == 0)
    append_state (stamp, &status);
  return g_string_free (stamp, FALSE);
}

static void
take_scenario (DeskLibraryEntry *entry, const DeskScenario *scenario)
{
  entry->title = g_strdup (scenario->title);
  entry->organisation = g_strdup (scenario->organisation);
  entry->language = g_strdup (scenario->language);
  entry->level = scenario->level;
  entry->n_lines = scenario->n_lines;
  entry->n_calls = scenario->n_calls;
  entry->duration_ms = scenario->duration_ms;
}

static void
take_nothing (DeskLibraryEntry *entry)
{
  entry->title = g_filename_display_name (entry->id);
  entry->organisation = g_strdup ("");
  entry->language = g_strdup ("");
}

/* Searched without regard to case and punctuation, but with accents: "åsa" finds "Åsa", "asa" does not. */
static void
take_words (DeskLibraryEntry *entry, const char *briefing)
{
  g_autofree char *start = g_strndup (briefing, MAX_BRIEFING_BYTES);
  g_autofree char *all =
      g_strjoin ("\n", entry->title, entry->organisation, entry->id, start, NULL);

  entry->words = desk_text_fold (all);
  entry->folded_title = desk_text_fold (entry->title);
  entry->key = g_utf8_collate_key (entry->folded_title, -1);
}

DeskLibraryEntry *
desk_library_entry_read (const char *folder, DeskOrigin origin)
{
  DeskLibraryEntry *entry = g_atomic_rc_box_new0 (DeskLibraryEntry);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;

  entry->origin = origin;
  entry->folder = g_strdup (folder);
  entry->id = g_path_get_basename (folder);
  entry->identity = desk_scenario_folder_identity (folder);
  entry->stamp =
      desk_library_entry_stamp (folder); /* taken first: what changes meanwhile is read again */
  scenario = desk_scenario_load_from_file (folder, &diagnostics);
  entry->n_errors = desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR);
  entry->n_warnings = desk_diagnostics_count (diagnostics, DESK_SEVERITY_WARNING);
  if (entry->identity == NULL)
    entry->identity = g_strdup (folder);
  if (entry->stamp == NULL)
    entry->stamp = g_strdup ("");
  if (scenario != NULL)
    take_scenario (entry, scenario);
  else
    take_nothing (entry);
  take_words (entry, scenario != NULL ? scenario->briefing : "");
  return entry;
}

gboolean
desk_library_same_language (const char *one, const char *other)
{
  const gsize length = strcspn (one, "-_.@");

  return length == strcspn (other, "-_.@") && g_ascii_strncasecmp (one, other, length) == 0;
}

int
desk_library_entry_compare (const DeskLibraryEntry *one,
                            const DeskLibraryEntry *other,
                            const char *language)
{
  const gboolean is_faulty = one->n_errors > 0, other_is_faulty = other->n_errors > 0;
  const gboolean is_mine = desk_library_same_language (one->language, language);
  const gboolean other_is_mine = desk_library_same_language (other->language, language);
  int order;

  if (is_faulty != other_is_faulty)
    return is_faulty ? 1 : -1;
  if (is_mine != other_is_mine)
    return is_mine ? -1 : 1;
  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  order = strcmp (one->key, other->key);
  return order != 0 ? order : strcmp (one->folder, other->folder);
}

/* `words` searched for, folded. (transfer full) */
static GStrv
split_words (const char *words)
{
  g_autofree char *folded = desk_text_fold (words);

  return g_strsplit_set (folded, " \t\n", -1);
}

gboolean
desk_library_entry_matches (const DeskLibraryEntry *entry, const DeskLibraryFilter *filter)
{
  g_autofree char *also = NULL;
  g_auto (GStrv) words = NULL;

  if (filter->language != NULL && !desk_library_same_language (entry->language, filter->language))
    return FALSE;
  if (filter->level >= 0 && (entry->n_errors > 0 || (int) entry->level != filter->level))
    return FALSE;
  also = desk_text_fold (filter->also != NULL ? filter->also : "");
  words = split_words (filter->words);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && strstr (entry->words, *word) == NULL && strstr (also, *word) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
desk_library_entry_is_called (const DeskLibraryEntry *entry, const char *words)
{
  g_auto (GStrv) each = split_words (words);
  gboolean is_called = FALSE;

  for (char **word = each; *word != NULL; word++) {
    if (**word == '\0')
      continue;
    is_called = strstr (entry->folded_title, *word) != NULL;
    if (!is_called)
      return FALSE;
  }
  return is_called;
}
