/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/library-scan.h"

#include "scenario/scenario-folder.h"

#define MAX_DEPTH 3

typedef struct {
  DeskLibraryScan *scan;
  DeskOrigin origin;
  GHashTable *known;  /* or NULL */
  GHashTable *passed; /* identities of folders */
  DeskLibraryOnEntry on_entry;
  gpointer data;
  GCancellable *cancellable; /* or NULL */
} Walk;

static DeskLibraryEntry *
get_entry (Walk *walk, const char *folder, const char *stamp)
{
  DeskLibraryEntry *known = walk->known != NULL ? g_hash_table_lookup (walk->known, folder) : NULL;

  if (known != NULL && g_str_equal (known->stamp, stamp) && known->origin == walk->origin)
    return desk_library_entry_ref (known);
  return desk_library_entry_read (folder, walk->origin);
}

static gboolean
is_full (Walk *walk)
{
  if (walk->scan->entries->len >= DESK_LIBRARY_MAX_SCENARIOS ||
      g_hash_table_size (walk->passed) >= DESK_LIBRARY_MAX_FOLDERS)
    walk->scan->cut_short = TRUE;
  return walk->scan->cut_short || g_cancellable_is_cancelled (walk->cancellable);
}

static void look_into (Walk *walk, const char *folder, guint depth);

static void
look_below (Walk *walk, const char *folder, guint depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_ptr_array_add (walk->scan->shelves, g_strdup (folder));
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (folder, name, NULL);

    if (*name != '.' && !is_full (walk) && g_file_test (child, G_FILE_TEST_IS_DIR))
      look_into (walk, child, depth + 1);
  }
}

static void
look_into (Walk *walk, const char *folder, guint depth)
{
  char *identity = desk_scenario_folder_identity (folder);
  g_autofree char *stamp = NULL;
  DeskLibraryEntry *entry;

  if (identity == NULL || !g_hash_table_add (walk->passed, identity))
    return;
  stamp = desk_library_entry_stamp (folder);
  if (stamp == NULL) {
    if (depth < MAX_DEPTH)
      look_below (walk, folder, depth);
    return;
  }
  entry = get_entry (walk, folder, stamp);
  g_ptr_array_add (walk->scan->entries, entry);
  if (walk->on_entry != NULL)
    walk->on_entry (entry, walk->data);
}

void
desk_library_scan_free (DeskLibraryScan *scan)
{
  g_ptr_array_unref (scan->entries);
  g_ptr_array_unref (scan->shelves);
  g_free (scan);
}

static gboolean
can_be_read (const char *root, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (root);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, error);

  return children != NULL;
}

DeskLibraryScan *
desk_library_scan (const char *root,
                   DeskOrigin origin,
                   GHashTable *known,
                   DeskLibraryOnEntry on_entry,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GHashTable) passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .origin = origin,
                .known = known,
                .passed = passed,
                .on_entry = on_entry,
                .data = data,
                .cancellable = cancellable };

  if (!can_be_read (root, error))
    return NULL;
  walk.scan = g_new0 (DeskLibraryScan, 1);
  walk.scan->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_library_entry_unref);
  walk.scan->shelves = g_ptr_array_new_with_free_func (g_free);
  look_into (&walk, root, 0);
  return walk.scan;
}
