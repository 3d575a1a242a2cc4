/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-model.h"

#include <glib/gi18n-lib.h>

#include "app/history-work.h"
#include "cli/paths.h"
#include "scenario/folder-watch.h"
#include "scenario/library-scan.h"

/* A disk that has been asleep takes up to ten seconds to turn again, and what waits for it then comes by
 * itself; a notice of it would have to be read for nothing. */
#define SLOW_MS 12000

struct _DeskLibraryModel {
  GObject parent_instance;

  GPtrArray *roots;        /* owned, as all below: of Root */
  GHashTable *entries;     /* folder → DeskLibraryEntry */
  GHashTable *by_identity; /* identity (of the entry) → entry */
  DeskFolderWatch *watch;
  GHashTable *scores; /* scenario → DeskHistoryScore; or NULL */
  char *trainee;      /* the trainee whose scores they are; NULL: everybody's */
  GCancellable *reading_scores;
  gboolean has_doubles; /* a second path to some folder was passed over */
};

/* A folder that is looked into. Shared with the task that does so. */
typedef struct {
  char *path; /* owned, as below */
  DeskOrigin origin;
  DeskLibraryModel *model; /* borrowed; NULL once it is out of use */
  GPtrArray *folders;      /* of the entries last found, and the shelves */
  GHashTable *found;       /* folders of the entries */
  GCancellable *cancellable;
  char *fault; /* or NULL */
  guint slow_source;
  gboolean is_reading;
  gboolean was_read; /* read at least once, with whatever result */
  gboolean is_slow;
  gboolean is_stale; /* it changed while it was read */
  gboolean is_cut_short;
} Root;

G_DEFINE_FINAL_TYPE (DeskLibraryModel, desk_library_model, G_TYPE_OBJECT)

enum {
  ENTRY,
  GONE,
  STATE,
  SCORES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_root (Root *root);

/* Roots. */

static Root *
root_new (DeskLibraryModel *model, const char *path, DeskOrigin origin)
{
  Root *root = g_atomic_rc_box_new0 (Root);

  root->path = g_strdup (path);
  root->origin = origin;
  root->model = model;
  root->folders = g_ptr_array_new_with_free_func (g_free);
  root->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  root->cancellable = g_cancellable_new ();
  return root;
}

static void
root_clear (gpointer data)
{
  Root *root = data;

  g_free (root->path);
  g_free (root->fault);
  g_ptr_array_unref (root->folders);
  g_hash_table_unref (root->found);
  g_object_unref (root->cancellable);
}

static void
root_unref (gpointer root)
{
  g_atomic_rc_box_release_full (root, root_clear);
}

/* On the main thread: the task itself may go on for as long as the disk takes. */
static void
root_dismiss (gpointer data)
{
  Root *root = data;

  root->model = NULL;
  g_clear_handle_id (&root->slow_source, g_source_remove);
  g_cancellable_cancel (root->cancellable);
  root_unref (root);
}

/* Entries. */

static void
forget (DeskLibraryModel *self, const char *folder)
{
  DeskLibraryEntry *entry = g_hash_table_lookup (self->entries, folder);
  g_autofree char *kept = g_strdup (folder);

  if (entry == NULL)
    return;
  g_hash_table_remove (self->by_identity, entry->identity);
  g_hash_table_remove (self->entries, kept);
  g_signal_emit (self, signals[GONE], 0, kept);
}

static void
remember (DeskLibraryModel *self, DeskLibraryEntry *entry)
{
  DeskLibraryEntry *twin = g_hash_table_lookup (self->by_identity, entry->identity);
  DeskLibraryEntry *before = g_hash_table_lookup (self->entries, entry->folder);

  if (before == entry)
    return;
  if (twin != NULL && !g_str_equal (twin->folder, entry->folder)) {
    self->has_doubles = TRUE;
    if (twin->origin <= entry->origin)
      return;
    forget (self, twin->folder);
  }
  if (before != NULL)
    g_hash_table_remove (self->by_identity, before->identity);
  g_hash_table_replace (self->entries, g_strdup (entry->folder), desk_library_entry_ref (entry));
  g_hash_table_replace (self->by_identity, entry->identity, entry);
  g_signal_emit (self, signals[ENTRY], 0, entry);
}

static gboolean
is_found_elsewhere (DeskLibraryModel *self, const Root *but, const char *folder)
{
  for (guint n = 0; n < self->roots->len; n++) {
    Root *root = self->roots->pdata[n];

    if (root != but && g_hash_table_contains (root->found, folder))
      return TRUE;
  }
  return FALSE;
}

/* Whether anything is watched now that was not. */
static gboolean
watch_all (DeskLibraryModel *self)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();

  for (guint n = 0; n < self->roots->len; n++) {
    Root *root = self->roots->pdata[n];

    for (guint i = 0; i < root->folders->len; i++)
      g_ptr_array_add (folders, root->folders->pdata[i]);
  }
  return desk_folder_watch_set (self->watch, folders);
}

static void
add_clips (GPtrArray *folders, const char *folder)
{
  char *clips = g_build_filename (folder, "clips", NULL);

  if (g_file_test (clips, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (folders, clips);
  else
    g_free (clips);
}

/* Removes what is gone; a double that was passed over may take its place. */
static void
take_scan (DeskLibraryModel *self, Root *root, const DeskLibraryScan *scan)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&root->found);
  GHashTableIter each;
  gpointer folder;
  gboolean is_less = FALSE;

  root->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  root->is_cut_short = scan->cut_short;
  g_ptr_array_set_size (root->folders, 0);
  for (guint n = 0; n < scan->shelves->len; n++)
    g_ptr_array_add (root->folders, g_strdup (scan->shelves->pdata[n]));
  for (guint n = 0; n < scan->entries->len; n++) {
    DeskLibraryEntry *entry = scan->entries->pdata[n];

    g_hash_table_add (root->found, g_strdup (entry->folder));
    g_ptr_array_add (root->folders, g_strdup (entry->folder));
    add_clips (root->folders, entry->folder);
    remember (self, entry);
  }
  g_hash_table_iter_init (&each, before);
  while (g_hash_table_iter_next (&each, &folder, NULL))
    if (!g_hash_table_contains (root->found, folder) && !is_found_elsewhere (self, root, folder)) {
      forget (self, folder);
      is_less = TRUE;
    }
  if (is_less && self->has_doubles)
    desk_library_model_refresh (self);
}

/* Reading. */

typedef struct {
  Root *root; /* owned, as below */
  DeskLibraryEntry *entry;
} Delivery;

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;
  Root *root = delivery->root;

  if (root->model != NULL) {
    g_hash_table_add (root->found, g_strdup (delivery->entry->folder));
    remember (root->model, delivery->entry);
  }
  return G_SOURCE_REMOVE;
}

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  root_unref (delivery->root);
  desk_library_entry_unref (delivery->entry);
  g_free (delivery);
}

/* On the worker thread. */
static void
on_entry (DeskLibraryEntry *entry, gpointer data)
{
  Delivery *delivery = g_new (Delivery, 1);

  delivery->root = g_atomic_rc_box_acquire (data);
  delivery->entry = desk_library_entry_ref (entry);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, deliver, delivery, delivery_free);
}

static void
scan_root (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Root *root = data;
  GHashTable *known = g_object_get_data (G_OBJECT (task), "known");
  GError *error = NULL;
  DeskLibraryScan *scan =
      desk_library_scan (root->path, root->origin, known, on_entry, root, cancellable, &error);

  if (scan != NULL)
    g_task_return_pointer (task, scan, (GDestroyNotify) desk_library_scan_free);
  else
    g_task_return_error (task, error);
}

/* The folders of the program and of the user need not be there. */
static char *
describe_fault (const Root *root, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (root->path);

  if (error == NULL || (root->origin != DESK_ORIGIN_ADDED &&
                        g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)))
    return NULL;
  return g_strdup_printf (_ ("The folder “%s” cannot be read: %s."), shown, error->message);
}

static void
take_failure (DeskLibraryModel *self, Root *root)
{
  g_autoptr (GHashTable) before = g_hash_table_ref (root->found);
  GHashTableIter each;
  gpointer folder;

  g_hash_table_unref (root->found);
  root->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_set_size (root->folders, 0);
  g_hash_table_iter_init (&each, before);
  while (g_hash_table_iter_next (&each, &folder, NULL))
    if (!is_found_elsewhere (self, root, folder))
      forget (self, folder);
}

static void
on_scanned (GObject *source, GAsyncResult *result, gpointer data)
{
  Root *root = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLibraryScan) scan = g_task_propagate_pointer (G_TASK (result), &error);
  DeskLibraryModel *self = root->model;

  if (self == NULL)
    return;
  g_object_ref (self);
  root->is_reading = root->is_slow = FALSE;
  root->was_read = TRUE;
  g_clear_handle_id (&root->slow_source, g_source_remove);
  g_free (root->fault);
  root->fault = describe_fault (root, error);
  if (scan != NULL)
    take_scan (self, root, scan);
  else
    take_failure (self, root);
  if (watch_all (self)) /* it may have changed after it was read */
    root->is_stale = TRUE;
  g_signal_emit (self, signals[STATE], 0);
  if (root->is_stale && root->model != NULL)
    read_root (root);
  g_object_unref (self);
}

static gboolean
on_slow (gpointer data)
{
  Root *root = data;

  root->slow_source = 0;
  root->is_slow = TRUE;
  g_signal_emit (root->model, signals[STATE], 0);
  return G_SOURCE_REMOVE;
}

static GHashTable *
copy_entries (DeskLibraryModel *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) desk_library_entry_unref);
  GHashTableIter each;
  gpointer folder, entry;

  g_hash_table_iter_init (&each, self->entries);
  while (g_hash_table_iter_next (&each, &folder, &entry))
    g_hash_table_insert (copy, g_strdup (folder), desk_library_entry_ref (entry));
  return copy;
}

static void
read_root (Root *root)
{
  g_autoptr (GTask) task = NULL;

  root->is_stale = root->is_reading;
  if (root->is_reading)
    return;
  root->is_reading = TRUE;
  root->slow_source = g_timeout_add (SLOW_MS, on_slow, root);
  task = g_task_new (NULL, root->cancellable, on_scanned, NULL);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (root), root_unref);
  g_object_set_data_full (G_OBJECT (task), "known", copy_entries (root->model),
                          (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, scan_root);
  g_signal_emit (root->model, signals[STATE], 0);
}

void
desk_library_model_refresh (DeskLibraryModel *self)
{
  g_return_if_fail (DESK_IS_LIBRARY_MODEL (self));
  for (guint n = 0; n < self->roots->len; n++)
    read_root (self->roots->pdata[n]);
}

static gboolean
has_folder (const Root *root, const char *folder)
{
  return g_ptr_array_find_with_equal_func (root->folders, folder, g_str_equal, NULL);
}

static void
on_changed (DeskLibraryModel *self, const char *folder)
{
  for (guint n = 0; n < self->roots->len; n++) {
    Root *root = self->roots->pdata[n];

    if (has_folder (root, folder))
      read_root (root);
  }
}

/* Folders. */

static Root *
take_root (GPtrArray *before, const char *path, DeskOrigin origin)
{
  for (guint n = 0; n < before->len; n++) {
    Root *root = before->pdata[n];

    if (root->origin == origin && g_str_equal (root->path, path))
      return g_ptr_array_steal_index (before, n);
  }
  return NULL;
}

static void
add_root (DeskLibraryModel *self, GPtrArray *before, const char *path, DeskOrigin origin)
{
  Root *root = take_root (before, path, origin);

  g_ptr_array_add (self->roots, root != NULL ? root : root_new (self, path, origin));
}

static void
drop_root (DeskLibraryModel *self, Root *root)
{
  GHashTableIter each;
  gpointer folder;

  g_hash_table_iter_init (&each, root->found);
  while (g_hash_table_iter_next (&each, &folder, NULL))
    if (!is_found_elsewhere (self, root, folder))
      forget (self, folder);
}

void
desk_library_model_set_folders (DeskLibraryModel *self,
                                const char *bundled,
                                const char *own,
                                GPtrArray *added)
{
  g_autofree char *usual = desk_paths_bundled_scenarios ();
  g_autofree char *usual_own = desk_paths_own_scenarios ();
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->roots);

  g_return_if_fail (DESK_IS_LIBRARY_MODEL (self));
  self->roots = g_ptr_array_new_with_free_func (root_dismiss);
  add_root (self, before, bundled != NULL ? bundled : usual, DESK_ORIGIN_BUNDLED);
  add_root (self, before, own != NULL ? own : usual_own, DESK_ORIGIN_OWN);
  for (guint n = 0; added != NULL && n < added->len; n++)
    add_root (self, before, added->pdata[n], DESK_ORIGIN_ADDED);
  for (guint n = 0; n < before->len; n++)
    drop_root (self, before->pdata[n]);
  desk_library_model_refresh (self);
}

gboolean
desk_library_model_is_reading (DeskLibraryModel *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY_MODEL (self), FALSE);
  for (guint n = 0; n < self->roots->len; n++)
    if (((Root *) self->roots->pdata[n])->is_reading)
      return TRUE;
  return FALSE;
}

gboolean
desk_library_model_was_read (DeskLibraryModel *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY_MODEL (self), FALSE);
  for (guint n = 0; n < self->roots->len; n++)
    if (!((Root *) self->roots->pdata[n])->was_read)
      return FALSE;
  return TRUE;
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
append_state (GString *text, const Root *root)
{
  g_autofree char *shown = g_filename_display_name (root->path);
  g_autofree char *slow = NULL, *cut = NULL;

  if (root->fault != NULL)
    append_sentence (text, root->fault);
  if (root->is_slow) {
    slow = g_strdup_printf (_ ("The disk with the folder “%s” is slow to answer; it is still being "
                               "read."),
                            shown);
    append_sentence (text, slow);
  }
  if (root->is_cut_short) {
    cut = g_strdup_printf (_ ("There is more in the folder “%s” than is shown; add the folders in "
                              "it that hold scenarios instead."),
                           shown);
    append_sentence (text, cut);
  }
}

char *
desk_library_model_get_notice (DeskLibraryModel *self)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < self->roots->len; n++)
    append_state (text, self->roots->pdata[n]);
  return g_string_free (text, text->len == 0);
}

GPtrArray *
desk_library_model_list (DeskLibraryModel *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter each;
  gpointer entry;

  g_hash_table_iter_init (&each, self->entries);
  while (g_hash_table_iter_next (&each, NULL, &entry))
    g_ptr_array_add (list, entry);
  return list;
}

/* Scores. */

const DeskHistoryScore *
desk_library_model_get_score (DeskLibraryModel *self, const DeskLibraryEntry *entry)
{
  g_return_val_if_fail (DESK_IS_LIBRARY_MODEL (self), NULL);
  return self->scores != NULL ? g_hash_table_lookup (self->scores, entry->id) : NULL;
}

char *
desk_library_model_describe_scores (DeskLibraryModel *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY_MODEL (self), NULL);
  if (self->scores == NULL || g_hash_table_size (self->scores) == 0)
    return NULL;
  return self->trainee != NULL ? g_strdup_printf (_ ("results of %s"), self->trainee)
                               : g_strdup (_ ("everybody’s results"));
}

static gpointer
ask_scores (DeskHistory *history, gpointer trainee, GCancellable *cancellable, GError **error)
{
  return desk_history_scores (history, trainee, error);
}

/* A history that cannot be read says so on its own page. */
static void
on_scores (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GHashTable *scores = desk_history_work_finish (result, &error);
  DeskLibraryModel *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading_scores);
  if (scores == NULL)
    return;
  g_clear_pointer (&self->scores, g_hash_table_unref);
  self->scores = scores;
  g_signal_emit (self, signals[SCORES], 0);
}

static void
cancel_scores (DeskLibraryModel *self)
{
  if (self->reading_scores != NULL)
    g_cancellable_cancel (self->reading_scores);
  g_clear_object (&self->reading_scores);
}

void
desk_library_model_read_scores (DeskLibraryModel *self, const char *path, const char *trainee)
{
  const DeskHistoryOrder order = { ask_scores, g_strdup (trainee), g_free,
                                   (GDestroyNotify) g_hash_table_unref };

  g_return_if_fail (DESK_IS_LIBRARY_MODEL (self));
  cancel_scores (self);
  g_free (self->trainee);
  self->trainee = g_strdup (trainee);
  self->reading_scores = g_cancellable_new ();
  desk_history_work_run (path, &order, self->reading_scores, on_scores, self);
}

/* The object. */

static void
desk_library_model_dispose (GObject *object)
{
  DeskLibraryModel *self = DESK_LIBRARY_MODEL (object);

  cancel_scores (self);
  if (self->roots != NULL)
    g_ptr_array_set_size (self->roots, 0);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (desk_library_model_parent_class)->dispose (object);
}

static void
desk_library_model_finalize (GObject *object)
{
  DeskLibraryModel *self = DESK_LIBRARY_MODEL (object);

  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_hash_table_unref (self->by_identity);
  g_hash_table_unref (self->entries);
  g_clear_pointer (&self->scores, g_hash_table_unref);
  g_free (self->trainee);
  G_OBJECT_CLASS (desk_library_model_parent_class)->finalize (object);
}

static void
desk_library_model_class_init (DeskLibraryModelClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_library_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_library_model_finalize;
  signals[ENTRY] = g_signal_new ("entry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_POINTER);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[STATE] =
      g_signal_new ("state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SCORES] =
      g_signal_new ("scores", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_library_model_init (DeskLibraryModel *self)
{
  self->roots = g_ptr_array_new_with_free_func (root_dismiss);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) desk_library_entry_unref);
  self->by_identity = g_hash_table_new (g_str_hash, g_str_equal);
  self->watch = desk_folder_watch_new ();
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

DeskLibraryModel *
desk_library_model_new (void)
{
  return g_object_new (DESK_TYPE_LIBRARY_MODEL, NULL);
}
