/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-recovery.h"

#include <glib/gi18n-lib.h>

#include "app/interrupted.h"
#include "app/library-settings.h"
#include "app/recovery-bar.h"
#include "app/session-opener.h"
#include "app/tell-dialog.h"
#include "cli/paths.h"

struct _DeskWindowRecovery {
  GObject parent_instance;

  GtkWindow *window;         /* borrowed */
  GtkWidget *page;           /* weak: where they are offered; NULL: nowhere */
  GtkWidget *bar;            /* weak: on it */
  GPtrArray *shifts;         /* owned, of DeskInterrupted; as they were found last */
  GCancellable *cancellable; /* owned: of what runs on threads */
  char *folder;              /* owned; or NULL */
  gboolean painted;
  gboolean looking;
  gboolean busy;  /* going back to where a shift stood */
  gboolean stale; /* a shift was taken off the list since the present search began */
  const char *
      untold; /* translated: what could not be done, told where they are offered next; NULL: nothing */
  GError *reason; /* owned: why */
};

G_DEFINE_FINAL_TYPE (DeskWindowRecovery, desk_window_recovery, G_TYPE_OBJECT)

enum {
  RESUMED,
  HANDED_IN,
  SUMMARY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Looking. */

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, desk_interrupted_find (data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
show (DeskWindowRecovery *self)
{
  if (self->bar == NULL)
    return;
  desk_recovery_bar_set_shifts (DESK_RECOVERY_BAR (self->bar), self->shifts);
  desk_recovery_bar_set_busy (DESK_RECOVERY_BAR (self->bar), self->busy);
}

static void look (DeskWindowRecovery *self);

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), NULL);
  DeskWindowRecovery *self = data;

  if (found == NULL) /* cancelled: the window is gone */
    return;
  self->looking = FALSE;
  if (self->stale) {
    g_ptr_array_unref (found);
    look (self);
    return;
  }
  g_ptr_array_unref (self->shifts);
  self->shifts = found;
  show (self);
}

/* The look takes its time on a slow disk; nothing waits for it. */
static void
look (DeskWindowRecovery *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->painted || self->looking || self->page == NULL)
    return;
  self->looking = TRUE;
  self->stale = FALSE;
  task = g_task_new (NULL, self->cancellable, on_found, self);
  g_task_set_task_data (task, desk_history_default_sessions (), g_free);
  g_task_run_in_thread (task, find);
}

static void
on_first_frame (DeskWindowRecovery *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  self->painted = TRUE;
  look (self);
}

static void
on_realize (DeskWindowRecovery *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                           G_CALLBACK (on_first_frame), self, G_CONNECT_SWAPPED);
}

/* What is done with them. */

static void
forget (DeskWindowRecovery *self, const char *path)
{
  for (guint i = 0; i < self->shifts->len; i++) {
    const DeskInterrupted *shift = self->shifts->pdata[i];

    if (g_str_equal (shift->path, path)) {
      g_ptr_array_remove_index (self->shifts, i);
      break;
    }
  }
  self->stale = self->looking;
  show (self);
}

static const DeskInterrupted *
find_shift (DeskWindowRecovery *self, const char *path)
{
  for (guint i = 0; i < self->shifts->len; i++) {
    const DeskInterrupted *shift = self->shifts->pdata[i];

    if (g_str_equal (shift->path, path))
      return shift;
  }
  return NULL;
}

static gboolean
is_exam (const DeskInterrupted *shift)
{
  return shift->header != NULL && shift->header->mode == DESK_MODE_EXAM;
}

static void
tell_what_waits (DeskWindowRecovery *self)
{
  if (self->page == NULL || self->untold == NULL)
    return;
  desk_tell_dialog_new (self->window, GTK_MESSAGE_ERROR, self->untold, self->reason->message, NULL);
  self->untold = NULL;
}

/* Whoever has begun a shift meanwhile must not have a dialogue laid over it, nor be told of another shift in the midst
 * of it. `heading` is translated, and static. */
static void
complain (DeskWindowRecovery *self, const char *heading, const GError *error)
{
  self->untold = heading;
  g_clear_error (&self->reason);
  self->reason = g_error_copy (error);
  tell_what_waits (self);
}

/* The usual folders of scenarios, and the one that is open. (transfer full) */
static GStrv
list_shelves (DeskWindowRecovery *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *bundled = desk_paths_bundled_scenarios ();
  g_autofree char *own = desk_paths_own_scenarios ();
  g_autoptr (GPtrArray) added = desk_library_settings_list ();

  if (self->folder != NULL)
    g_strv_builder_add (builder, self->folder);
  g_strv_builder_add (builder, own);
  for (guint i = 0; i < added->len; i++)
    g_strv_builder_add (builder, added->pdata[i]);
  g_strv_builder_add (builder, bundled);
  return g_strv_builder_end (builder);
}

/* What is to be done with a shift once it stands where it stood. */
typedef struct {
  DeskWindowRecovery *self; /* borrowed: gone once the task is cancelled */
  char *path;               /* owned */
  gboolean hands_in;
} Wish;

static void
wish_free (Wish *wish)
{
  g_free (wish->path);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
set_busy (DeskWindowRecovery *self, gboolean busy)
{
  self->busy = busy;
  if (self->bar != NULL)
    desk_recovery_bar_set_busy (DESK_RECOVERY_BAR (self->bar), busy);
}

static void
hand_over (DeskWindowRecovery *self, DeskShift *shift, const Wish *wish)
{
  forget (self, wish->path);
  if (wish->hands_in)
    desk_shift_hand_in (shift);
  g_signal_emit (self, signals[wish->hands_in ? HANDED_IN : RESUMED], 0, shift);
}

static void
on_recovered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskShift) shift = desk_shift_recover_finish (result, &error);
  DeskWindowRecovery *self = wish->self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the window is gone */
    return;
  set_busy (self, FALSE);
  if (shift != NULL &&
      self->page == NULL) /* something else was begun meanwhile: it stays as it was */
    return;
  if (shift != NULL && desk_shift_take_up (shift, &error))
    hand_over (self, shift, wish);
  else
    complain (self, _ ("The shift cannot be continued. Its journal was left as it is."), error);
}

/* All that was done is done again, which in a long shift takes its time. Whoever presses once more
 * meanwhile wants nothing else. */
static void
resume (DeskWindowRecovery *self, const char *path, gboolean hands_in)
{
  g_auto (GStrv) shelves = NULL;
  Wish *wish;

  if (self->busy)
    return;
  shelves = list_shelves (self);
  wish = g_new (Wish, 1);
  *wish = (Wish){ self, g_strdup (path), hands_in };
  set_busy (self, TRUE);
  desk_shift_recover_async (path, (const char *const *) shelves, self->cancellable, on_recovered,
                            wish);
}

static void
on_go_on (DeskWindowRecovery *self, const char *path)
{
  resume (self, path, FALSE);
}

static void
on_hand_in_answered (GtkWidget *dialog, int response, DeskWindowRecovery *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (dialog), "path"));

  gtk_widget_destroy (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    resume (self, path, TRUE);
}

static void
ask_to_hand_in (DeskWindowRecovery *self, const char *path)
{
  GtkWidget *dialog = desk_ask_dialog_new (
      self->window, _ ("Hand in the exam now?"),
      _ ("Not every call is done. Those that are left count as 0."), _ ("Hand in"));

  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_hand_in_answered), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_show (dialog);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScorecard) scorecard = desk_session_open_finish (result, &error);
  DeskWindowRecovery *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the window is gone */
    return;
  if (scorecard == NULL)
    complain (self, _ ("The summary cannot be shown."), error);
  else if (self->page != NULL) /* else something else was begun meanwhile */
    g_signal_emit (self, signals[SUMMARY], 0, scorecard, desk_session_open_get_journal (result));
}

/* An exam that may be gone on with must be handed in first. */
static void
on_summary (DeskWindowRecovery *self, const char *path)
{
  const DeskInterrupted *shift = find_shift (self, path);
  const DeskHistoryEntry entry = { .journal = (char *) path };

  if (self->busy)
    return;
  if (shift != NULL && is_exam (shift) && shift->obstacle == NULL)
    ask_to_hand_in (self, path);
  else
    desk_session_open (&entry, self->cancellable, on_opened, self);
}

/* What is put aside. */

static gboolean
put_aside (DeskWindowRecovery *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (desk_interrupted_put_aside (path, &error)) {
    forget (self, path);
    return TRUE;
  }
  complain (self, _ ("The shift cannot be put aside."), error);
  return FALSE;
}

static void
on_aside_answered (GtkWidget *dialog, int response, DeskWindowRecovery *self)
{
  g_auto (GStrv) paths = g_object_steal_data (G_OBJECT (dialog), "paths");

  gtk_widget_destroy (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  for (guint i = 0; paths[i] != NULL; i++) {
    if (!put_aside (self, paths[i]))
      return;
  }
}

static void
ask_to_put_aside (DeskWindowRecovery *self,
                  GStrv paths, /* (transfer full) */
                  const char *question,
                  const char *consequence)
{
  GtkWidget *dialog = desk_ask_dialog_new (self->window, question, consequence, _ ("Put aside"));

  g_object_set_data_full (G_OBJECT (dialog), "paths", paths, (GDestroyNotify) g_strfreev);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_aside_answered), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_show (dialog);
}

/* Says where it goes and how to get it back: the program itself shows it no more. */
static void
ask_about_one (DeskWindowRecovery *self, const DeskInterrupted *shift)
{
  g_autofree char *folder = desk_interrupted_aside_folder (shift->path);
  g_autofree char *base = g_path_get_basename (shift->path);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *words = g_strdup_printf (
      _ ("It is no longer offered, but is kept in this file:\n%s\nTo be offered the shift again, "
         "move the file to the folder above."),
      shown);
  g_autofree char *of_exam =
      g_strjoin ("\n", _ ("The exam is then not handed in, and has no result."), words, NULL);
  g_auto (GStrv) paths = g_new0 (char *, 2);

  paths[0] = g_strdup (shift->path);
  if (is_exam (shift))
    ask_to_put_aside (self, g_steal_pointer (&paths), _ ("Put the exam aside without a result?"),
                      of_exam);
  else
    ask_to_put_aside (self, g_steal_pointer (&paths), _ ("Put the shift aside?"), words);
}

static void
ask_about_all (DeskWindowRecovery *self)
{
  const DeskInterrupted *first = self->shifts->pdata[0];
  g_autofree char *folder = desk_interrupted_aside_folder (first->path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *words = g_strdup_printf (
      _ ("They are no longer offered, but are kept in this folder:\n%s\nTo be offered a shift "
         "again, move its file to the folder above. Exams are then not handed in, and have no "
         "result."),
      shown);
  GStrv paths = g_new0 (char *, self->shifts->len + 1);

  for (guint i = 0; i < self->shifts->len; i++)
    paths[i] = g_strdup (((const DeskInterrupted *) self->shifts->pdata[i])->path);
  ask_to_put_aside (self, paths, _ ("Put all these shifts aside?"), words);
}

static void
on_put_aside (DeskWindowRecovery *self, const char *path)
{
  if (self->busy || self->shifts->len == 0)
    return;
  if (path != NULL)
    ask_about_one (self, find_shift (self, path));
  else
    ask_about_all (self);
}

/* The bar. */

static void
add_bar (DeskWindowRecovery *self)
{
  GtkWidget *bar = desk_recovery_bar_new ();

  g_signal_connect_object (bar, "go-on", G_CALLBACK (on_go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "summary", G_CALLBACK (on_summary), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "put-aside", G_CALLBACK (on_put_aside), self, G_CONNECT_SWAPPED);
  gtk_box_pack_start (GTK_BOX (self->page), bar, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (self->page), bar, 0);
  g_set_weak_pointer (&self->bar, bar);
  show (self);
}

static void
remove_bar (DeskWindowRecovery *self)
{
  if (self->bar != NULL)
    gtk_widget_destroy (self->bar);
  g_clear_weak_pointer (&self->bar);
}

void
desk_window_recovery_set_page (DeskWindowRecovery *self, GtkWidget *page)
{
  g_return_if_fail (DESK_IS_WINDOW_RECOVERY (self));

  remove_bar (self);
  g_set_weak_pointer (&self->page, page);
  if (page == NULL)
    return;
  add_bar (self);
  look (self);
  tell_what_waits (self);
}

void
desk_window_recovery_rebuild (DeskWindowRecovery *self)
{
  g_return_if_fail (DESK_IS_WINDOW_RECOVERY (self));

  if (self->bar == NULL)
    return;
  remove_bar (self);
  add_bar (self);
}

void
desk_window_recovery_set_folder (DeskWindowRecovery *self, const char *folder)
{
  g_return_if_fail (DESK_IS_WINDOW_RECOVERY (self));

  g_free (self->folder);
  self->folder = g_strdup (folder);
}

static void
desk_window_recovery_dispose (GObject *object)
{
  DeskWindowRecovery *self = DESK_WINDOW_RECOVERY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->bar);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (desk_window_recovery_parent_class)->dispose (object);
}

static void
desk_window_recovery_finalize (GObject *object)
{
  DeskWindowRecovery *self = DESK_WINDOW_RECOVERY (object);

  g_ptr_array_unref (self->shifts);
  g_object_unref (self->cancellable);
  g_clear_error (&self->reason);
  g_free (self->folder);
  G_OBJECT_CLASS (desk_window_recovery_parent_class)->finalize (object);
}

static void
desk_window_recovery_class_init (DeskWindowRecoveryClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_window_recovery_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_window_recovery_finalize;
  signals[RESUMED] = g_signal_new ("resumed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, DESK_TYPE_SHIFT);
  signals[HANDED_IN] = g_signal_new ("handed-in", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, DESK_TYPE_SHIFT);
  signals[SUMMARY] = g_signal_new ("summary", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
desk_window_recovery_init (DeskWindowRecovery *self)
{
  self->shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_interrupted_free);
  self->cancellable = g_cancellable_new ();
}

DeskWindowRecovery *
desk_window_recovery_new (GtkWindow *window)
{
  DeskWindowRecovery *self = g_object_new (DESK_TYPE_WINDOW_RECOVERY, NULL);

  self->window = window;
  g_signal_connect_object (window, "realize", G_CALLBACK (on_realize), self, G_CONNECT_SWAPPED);
  return self;
}
