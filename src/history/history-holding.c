/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-holding.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/journal.h"
#include "history/history-files.h"
#include "history/history-private.h"

void
desk_history_holding_clear (DeskHistoryHolding *holding)
{
  g_clear_pointer (&holding->left, g_ptr_array_unref);
}

void
desk_history_holding_leave (DeskHistoryHolding *holding, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (holding->left == NULL)
    holding->left = desk_history_faults_new ();
  desk_history_faults_add (holding->left, shown, reason);
}

void
desk_history_holding_count (DeskHistoryHolding *holding, const char *path)
{
  GStatBuf info;

  if (g_lstat (path, &info) < 0)
    return;
  holding->n_files++;
  holding->n_bytes += (guint64) info.st_size;
}

void
desk_history_belongings_clear (DeskHistoryBelongings *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->busy, g_ptr_array_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
}

/* The first line holds the scenario, at most 16 MiB, with escapes. */
#define LONGEST_HEADER ((gsize) 64 << 20)

/* The header of a journal; NULL where its first line is no JSON. */
static json_t *
load_header (const char *path)
{
  gsize length = 0;
  g_autofree char *line = desk_history_read_line (path, LONGEST_HEADER, &length);

  return line != NULL ? json_loadb (line, length, 0, NULL) : NULL;
}

static gboolean
fits (const json_t *header, const DeskHistoryFilter *filter)
{
  const char *trainee = json_string_value (json_object_get (header, "trainee"));
  const char *started = json_string_value (json_object_get (header, "started"));
  const gint64 started_us = started != NULL ? desk_history_moment_us (started) : 0;

  if (filter->trainee != NULL && g_strcmp0 (trainee, filter->trainee) != 0)
    return FALSE;
  return filter->until_us == 0 || (started_us != 0 && started_us < filter->until_us);
}

/* A file written to since then cannot be that old; an imported one is as old as its row says. */
static gboolean
may_be_old (const char *path, const DeskHistoryFilter *filter)
{
  GStatBuf info;

  return filter->until_us == 0 ||
         (g_stat (path, &info) == 0 && info.st_mtime * G_USEC_PER_SEC < filter->until_us);
}

static gboolean
journal_fits (const char *path, const DeskHistoryFilter *filter)
{
  json_t *header = may_be_old (path, filter) ? load_header (path) : NULL;
  const gboolean fit = header != NULL && fits (header, filter);

  json_decref (header);
  return fit;
}

static char *
trunk_of (const char *journal)
{
  return g_strndup (journal, strlen (journal) - strlen (".journal"));
}

/* To whom a file belongs. */
typedef enum {
  OWNER_OTHER,
  OWNER_MEANT,
  OWNER_BUSY, /* one that matches, and is still being written */
} Owner;

static Owner
find_owner (const char *path, GHashTable *meant, const DeskHistoryFilter *filter)
{
  if (!g_hash_table_contains (meant, path) && !journal_fits (path, filter))
    return OWNER_OTHER;
  return desk_journal_is_being_written (path) ? OWNER_BUSY : OWNER_MEANT;
}

/* Every journal in the folder: its path without the ending, to its owner. */
static GHashTable *
find_trunks (const GPtrArray *files, GHashTable *meant, const DeskHistoryFilter *filter)
{
  GHashTable *trunks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint n = 0; n < files->len; n++) {
    const char *path = files->pdata[n];

    if (desk_history_is_journal (path))
      g_hash_table_insert (trunks, trunk_of (path),
                           GINT_TO_POINTER (find_owner (path, meant, filter)));
  }
  return trunks;
}

/* A file belongs to the journal with the longest name that, followed by a dot, its own name begins with. */
static Owner
owner_of (const char *path, GHashTable *trunks)
{
  const char *name = strrchr (path, '/') + 1;
  g_autofree char *trunk = g_strdup (path);
  gpointer owner;
  char *dot;

  while ((dot = strrchr (trunk + (name - path), '.')) != NULL) {
    *dot = '\0';
    if (g_hash_table_lookup_extended (trunks, trunk, NULL, &owner))
      return (Owner) GPOINTER_TO_INT (owner);
  }
  return OWNER_OTHER;
}

static void
sort_file (DeskHistoryBelongings *self, const char *path, Owner owner)
{
  switch (owner) {
  case OWNER_OTHER: break;
  case OWNER_MEANT: g_ptr_array_add (self->files, g_strdup (path)); break;
  case OWNER_BUSY: g_ptr_array_add (self->busy, g_strdup (path)); break;
  }
}

static void
find_files (DeskHistoryBelongings *self,
            const char *sessions,
            GHashTable *meant,
            const DeskHistoryFilter *filter)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GHashTable) trunks = NULL;

  if (!g_file_test (sessions, G_FILE_TEST_IS_DIR))
    return;
  files = desk_history_walk (sessions, NULL, NULL);
  trunks = find_trunks (files, meant, filter);
  for (guint n = 0; n < files->len; n++)
    sort_file (self, files->pdata[n], owner_of (files->pdata[n], trunks));
}

/* A row may name any file at all: a database can come from a stranger, who would have the user hand on
 * other files of this machine. */
static gboolean
is_journal (const char *path)
{
  json_t *header = desk_history_is_journal (path) && g_file_test (path, G_FILE_TEST_IS_REGULAR)
                       ? load_header (path)
                       : NULL;
  const gboolean is = json_is_object (header) && json_object_get (header, "journal") != NULL;

  json_decref (header);
  return is;
}

/* Sorts the remembered journals into the lists. Returns those in the folder; borrowed. */
static GHashTable *
sort_journals (DeskHistoryBelongings *self, const char *sessions)
{
  GHashTable *inside = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint n = 0; n < self->entries->len; n++) {
    const DeskHistoryEntry *entry = self->entries->pdata[n];

    if (entry->journal == NULL)
      continue;
    if (!is_journal (entry->journal))
      g_ptr_array_add (self->gone, g_strdup (entry->journal));
    else if (desk_history_lies_in (entry->journal, sessions))
      g_hash_table_add (inside, entry->journal);
    else
      g_ptr_array_add (self->elsewhere, g_strdup (entry->journal));
  }
  return inside;
}

void
desk_history_belongings_take (DeskHistoryBelongings *self,
                              DeskHistory *history,
                              const DeskHistoryFilter *filter,
                              GPtrArray *entries)
{
  g_autoptr (GHashTable) inside = NULL;

  self->entries = entries;
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->busy = g_ptr_array_new_with_free_func (g_free);
  self->elsewhere = g_ptr_array_new_with_free_func (g_free);
  self->gone = g_ptr_array_new_with_free_func (g_free);
  inside = sort_journals (self, history->sessions);
  find_files (self, history->sessions, inside, filter);
}

gboolean
desk_history_belongings_find (DeskHistoryBelongings *self,
                              DeskHistory *history,
                              const DeskHistoryFilter *filter,
                              GError **error)
{
  GPtrArray *entries = desk_history_list (history, filter, error);

  if (entries != NULL)
    desk_history_belongings_take (self, history, filter, entries);
  return entries != NULL;
}

GPtrArray *
desk_history_find_siblings (const char *path)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *begin = desk_history_is_journal (file) ? trunk_of (file) : g_strdup (file);
  g_autofree char *trunk = g_strconcat (begin, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_ptr_array_add (found, g_strdup (path));
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    if (g_str_has_prefix (name, trunk) && !desk_history_is_journal (name))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  }
  return found;
}
