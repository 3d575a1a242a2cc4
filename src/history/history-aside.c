/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-aside.h"

#include <string.h>

#include "history/history-files.h"
#include "history/history-sort.h"

#define MOST_TRIES 1000

/* The main file is renamed last: were its log of changes left behind, SQLite would take it for the log of
 * the file that comes in its place. */
static const char *const companions[] = { "-wal", "-shm", "-journal", "" };

char *
desk_history_trunk (const char *path)
{
  return g_str_has_suffix (path, ".db") ? g_strndup (path, strlen (path) - strlen (".db"))
                                        : g_strdup (path);
}

static gboolean
move_companions (const char *path, const char *aside, GError **error)
{
  for (guint n = 0; n < G_N_ELEMENTS (companions); n++) {
    g_autofree char *from = g_strconcat (path, companions[n], NULL);
    g_autofree char *to = g_strconcat (aside, companions[n], NULL);

    if (g_file_test (from, G_FILE_TEST_EXISTS) && !desk_history_move_file (from, to, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_free (const char *aside)
{
  for (guint n = 0; n < G_N_ELEMENTS (companions); n++) {
    g_autofree char *path = g_strconcat (aside, companions[n], NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
      return FALSE;
  }
  return TRUE;
}

char *
desk_history_set_aside (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  g_autofree char *trunk = desk_history_trunk (path);
  g_autofree char *aside = g_strdup_printf ("%s-damaged-%s.db", trunk, moment);

  for (guint n = 2; !is_free (aside) && n < MOST_TRIES; n++) {
    g_free (aside);
    aside = g_strdup_printf ("%s-damaged-%s-%u.db", trunk, moment, n);
  }
  return move_companions (path, aside, error) ? g_steal_pointer (&aside) : NULL;
}

/* "history.db", "history-v2.db", "history-damaged-….db" and no other. */
static gboolean
is_of_family (const char *name, const char *trunk)
{
  const char *rest = name + strlen (trunk);

  return g_str_has_prefix (name, trunk) && g_str_has_suffix (name, ".db") &&
         (g_str_equal (rest, ".db") || g_str_has_prefix (rest, "-v") ||
          g_str_has_prefix (rest, "-damaged-"));
}

GPtrArray *
desk_history_find_aside (const char *path, const char *in_use)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *trunk_path = desk_history_trunk (path);
  g_autofree char *trunk = g_path_get_basename (trunk_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *file = g_build_filename (folder, name, NULL);

    if (is_of_family (name, trunk) && !g_str_equal (file, in_use))
      g_ptr_array_add (found, g_steal_pointer (&file));
  }
  desk_history_sort (found, (GCompareFunc) strcmp);
  return found;
}
