/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-trainee.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "history/history-files.h"
#include "history/history-holding.h"
#include "history/history-private.h"

/* Everything is put into a folder under a temporary name, which is renamed at the end. */

/* Subfolder for files from outside the folder of the sessions. */
#define ELSEWHERE "elsewhere"

/* One export; all borrowed. */
typedef struct {
  DeskHistory *history;
  const DeskHistoryBelongings *belongings;
  const char *into; /* the folder being filled */
  DeskHistoryHolding *holding;
  DeskHistoryTell tell;
  gpointer data;
  GCancellable *cancellable;
  GHashTable *places; /* path of a session's file to the path of its copy, relative to the folder */
  GPtrArray *elsewhere; /* of GPtrArray of paths: a journal and what lies beside it */
  guint done;
  guint total;
} Work;

static gboolean
copy_file (Work *work, const char *from, const char *place, GError **error)
{
  g_autofree char *name = g_filename_display_basename (from);
  g_autofree char *to = g_build_filename (work->into, place, NULL);
  g_autofree char *folder = g_path_get_dirname (to);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  if (work->tell != NULL)
    work->tell (work->done++, work->total, name, work->data);
  if (!desk_history_make_folder (folder, error) ||
      !g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, work->cancellable, NULL, NULL,
                    error))
    return FALSE;
  desk_history_holding_count (work->holding, to);
  g_hash_table_insert (work->places, g_strdup (from), g_strdup (place));
  return TRUE;
}

static gboolean
copy_files (Work *work, const GPtrArray *files, GError **error)
{
  for (guint n = 0; n < files->len; n++) {
    const char *place = (const char *) files->pdata[n] + strlen (work->history->sessions) + 1;

    if (!copy_file (work, files->pdata[n], place, error))
      return FALSE;
  }
  return TRUE;
}

/* Journals from different folders may have the same name, so each folder gets one of its own. */
static gboolean
copy_session_from_elsewhere (Work *work, guint number, const GPtrArray *siblings, GError **error)
{
  for (guint n = 0; n < siblings->len; n++) {
    g_autofree char *name = g_path_get_basename (siblings->pdata[n]);
    g_autofree char *place = g_strdup_printf (ELSEWHERE "/%u/%s", number, name);

    if (!copy_file (work, siblings->pdata[n], place, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
copy_from_elsewhere (Work *work, GError **error)
{
  for (guint n = 0; n < work->elsewhere->len; n++) {
    if (!copy_session_from_elsewhere (work, n + 1, work->elsewhere->pdata[n], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_table (Work *work, const char *name, char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *path = g_build_filename (work->into, name, NULL);

  return desk_history_write_file (path, bytes, error);
}

static void
rename_file (const Work *work, char **path)
{
  g_autofree char *was = g_steal_pointer (path);

  if (was != NULL)
    *path = g_strdup (g_hash_table_lookup (work->places, was));
}

/* The tables name the files as they lie in the folder. */
static gboolean
write_tables (Work *work, GError **error)
{
  const GPtrArray *entries = work->belongings->entries;

  for (guint n = 0; n < entries->len; n++) {
    DeskHistoryEntry *entry = entries->pdata[n];

    rename_file (work, &entry->journal);
    rename_file (work, &entry->sound);
  }
  return write_table (work, "sessions.json", desk_history_to_json (entries), error) &&
         write_table (work, "sessions.csv", desk_history_to_csv (entries), error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_tree (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
tell_gone (const Work *work)
{
  const GPtrArray *gone = work->belongings->gone;

  for (guint n = 0; n < gone->len; n++)
    desk_history_holding_leave (work->holding, gone->pdata[n],
                                g_file_test (gone->pdata[n], G_FILE_TEST_EXISTS)
                                    ? _ ("is no journal")
                                    : _ ("is not there any more"));
}

static gboolean
fail (const char *folder, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);
  const gboolean exists =
      saved_errno == EEXIST || saved_errno == ENOTEMPTY || saved_errno == ENOTDIR;

  g_set_error (error, DESK_HISTORY_ERROR,
               exists ? DESK_HISTORY_ERROR_EXISTS : DESK_HISTORY_ERROR_FAILED, "%s: %s", name,
               exists ? _ ("this is there already, and not an empty folder")
                      : g_strerror (saved_errno));
  return FALSE;
}

static gboolean
fill (Work *work, GError **error)
{
  tell_gone (work);
  return copy_files (work, work->belongings->files, error) &&
         copy_files (work, work->belongings->busy, error) && copy_from_elsewhere (work, error) &&
         write_tables (work, error);
}

/* rename() replaces an empty folder, and no other. */
static gboolean
fill_and_rename (Work *work, const char *folder, GError **error)
{
  if (fill (work, error) && (g_rename (work->into, folder) == 0 || fail (folder, errno, error)))
    return TRUE;
  remove_tree (work->into);
  return FALSE;
}

/* Before anything is copied. */
static gboolean
check_target (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (folder, 0, NULL);
  return (dir != NULL && g_dir_read_name (dir) == NULL) || fail (folder, EEXIST, error);
}

static gboolean
export_to (Work *work, const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *part = g_strconcat (folder, ".part-XXXXXX", NULL);

  if (!check_target (folder, error) || !desk_history_make_folder (parent, error))
    return FALSE;
  if (g_mkdtemp (part) == NULL)
    return fail (folder, errno, error);
  work->into = part;
  return fill_and_rename (work, folder, error);
}

/* Looked up beforehand, so that progress can be told in parts of a known whole. */
static void
count_files (Work *work)
{
  const GPtrArray *journals = work->belongings->elsewhere;

  work->total = work->belongings->files->len + work->belongings->busy->len;
  for (guint n = 0; n < journals->len; n++) {
    GPtrArray *siblings = desk_history_find_siblings (journals->pdata[n]);

    work->total += siblings->len;
    g_ptr_array_add (work->elsewhere, siblings);
  }
}

gboolean
desk_history_export (DeskHistory *self,
                     const char *trainee,
                     const char *folder,
                     DeskHistoryHolding *holding,
                     DeskHistoryTell tell,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const DeskHistoryFilter filter = { .trainee = trainee };
  g_autofree char *full = g_canonicalize_filename (folder, NULL);
  g_auto (DeskHistoryBelongings) belongings = { 0 };
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) elsewhere =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Work work = {
    self, &belongings, NULL, holding, tell, data, cancellable, places, elsewhere, 0, 0
  };

  g_return_val_if_fail (trainee != NULL, FALSE);

  if (!desk_history_belongings_find (&belongings, self, &filter, error))
    return FALSE;
  count_files (&work);
  holding->n_sessions = belongings.entries->len;
  return export_to (&work, full, error);
}
