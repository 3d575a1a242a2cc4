/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/folder-watch.h"

#define QUIET_MS 300
#define MOST_MS 2000

struct _DeskFolderWatch {
  GObject parent_instance;

  GHashTable *watched; /* owned: path (owned) → Watched (owned) */
};

typedef struct {
  DeskFolderWatch *watch; /* borrowed */
  char *folder;           /* owned, as below */
  GFileMonitor *monitor;
  guint source;
  gint64 since_us; /* when it began to change */
} Watched;

G_DEFINE_FINAL_TYPE (DeskFolderWatch, desk_folder_watch, G_TYPE_OBJECT)

static guint changed_signal;

static gboolean
on_quiet (gpointer data)
{
  Watched *watched = data;
  g_autofree char *folder = g_strdup (watched->folder); /* it may go when this is told */

  watched->source = 0;
  g_signal_emit (watched->watch, changed_signal, 0, folder);
  return G_SOURCE_REMOVE;
}

static void
on_event (Watched *watched)
{
  const gint64 now = g_get_monotonic_time ();

  if (watched->source == 0)
    watched->since_us = now;
  else if (now - watched->since_us > (MOST_MS - QUIET_MS) * G_TIME_SPAN_MILLISECOND)
    return;
  g_clear_handle_id (&watched->source, g_source_remove);
  watched->source = g_timeout_add (QUIET_MS, on_quiet, watched);
}

static void
watched_free (gpointer data)
{
  Watched *watched = data;

  g_clear_handle_id (&watched->source, g_source_remove);
  if (watched->monitor != NULL) {
    g_signal_handlers_disconnect_by_data (watched->monitor, watched);
    g_file_monitor_cancel (watched->monitor);
    g_object_unref (watched->monitor);
  }
  g_free (watched->folder);
  g_free (watched);
}

static Watched *
watched_new (DeskFolderWatch *self, const char *folder)
{
  Watched *watched = g_new0 (Watched, 1);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  watched->watch = self;
  watched->folder = g_strdup (folder);
  watched->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (watched->monitor != NULL)
    g_signal_connect_swapped (watched->monitor, "changed", G_CALLBACK (on_event), watched);
  return watched;
}

gboolean
desk_folder_watch_set (DeskFolderWatch *self, GPtrArray *folders)
{
  GHashTable *before = self->watched;
  gboolean is_more = FALSE;

  g_return_val_if_fail (DESK_IS_FOLDER_WATCH (self), FALSE);
  self->watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, watched_free);
  for (guint n = 0; n < folders->len; n++) {
    const char *folder = folders->pdata[n];
    gpointer key = NULL, watched = NULL;

    if (g_hash_table_contains (self->watched, folder))
      continue;
    if (g_hash_table_steal_extended (before, folder, &key, &watched)) {
      g_hash_table_insert (self->watched, key, watched);
    } else {
      g_hash_table_insert (self->watched, g_strdup (folder), watched_new (self, folder));
      is_more = TRUE;
    }
  }
  g_hash_table_unref (before);
  return is_more;
}

static void
desk_folder_watch_finalize (GObject *object)
{
  g_hash_table_unref (DESK_FOLDER_WATCH (object)->watched);
  G_OBJECT_CLASS (desk_folder_watch_parent_class)->finalize (object);
}

static void
desk_folder_watch_class_init (DeskFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_folder_watch_finalize;
  changed_signal = g_signal_new ("changed", DESK_TYPE_FOLDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_folder_watch_init (DeskFolderWatch *self)
{
  self->watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, watched_free);
}

DeskFolderWatch *
desk_folder_watch_new (void)
{
  return g_object_new (DESK_TYPE_FOLDER_WATCH, NULL);
}
