/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-late.h"

#include <glib/gi18n-lib.h>

#include "app/tell-dialog.h"

#define TRY_AGAIN_S 1

struct _DeskWindowLate {
  GObject parent_instance;

  GtkWindow *window;     /* borrowed */
  GPtrArray *shifts;     /* owned array of owned DeskShift */
  guint source;          /* while there are any */
  GtkWidget *question;   /* weak */
  gboolean are_given_up; /* by the user */
};

G_DEFINE_FINAL_TYPE (DeskWindowLate, desk_window_late, G_TYPE_OBJECT)

static guint written_signal;

/* A handler may add another. */
static gboolean
on_try_again (gpointer data)
{
  g_autoptr (DeskWindowLate) self = g_object_ref (DESK_WINDOW_LATE (data));

  for (guint n = self->shifts->len; self->shifts != NULL && n > 0; n--) {
    g_autoptr (DeskShift) shift = g_object_ref (self->shifts->pdata[n - 1]);

    if (!desk_shift_close_journal (shift, NULL))
      continue;
    g_ptr_array_remove_index (self->shifts, n - 1);
    g_signal_emit (self, written_signal, 0, shift);
  }
  if (self->shifts != NULL && self->shifts->len > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
keep_trying (DeskWindowLate *self, DeskShift *shift)
{
  g_ptr_array_add (self->shifts, g_object_ref (shift));
  if (self->source == 0)
    self->source = g_timeout_add_seconds (TRY_AGAIN_S, on_try_again, self);
}

void
desk_window_late_take (DeskWindowLate *self, DeskShift *shift, const GError *error)
{
  DeskJournal *journal = desk_session_get_journal (desk_shift_get_session (shift));
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_WINDOW_LATE (self));

  if (desk_journal_is_written (journal)) { /* otherwise the disk has failed */
    desk_tell_dialog_new (self->window, GTK_MESSAGE_ERROR,
                          _ ("The session was scored, but it could not be saved properly."),
                          error->message, NULL);
    return;
  }
  keep_trying (self, shift);
  words = g_strdup_printf (
      _ ("%s. Make room on the disk and leave Frontdesk open: the rest is written as soon as it "
         "fits, and the session is then saved in the history."),
      error->message);
  desk_tell_dialog_new (self->window, GTK_MESSAGE_WARNING,
                        _ ("The end of the session is not on the disk yet."), words, NULL);
}

static void
on_question_answered (DeskWindowLate *self, int response)
{
  gtk_widget_destroy (self->question);
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  self->are_given_up = TRUE;
  gtk_window_close (self->window);
}

static void
ask (DeskWindowLate *self)
{
  GtkWidget *dialog = desk_ask_dialog_new (
      self->window, _ ("Close, and lose the end of the session?"),
      _ ("The disk is full, and the end is not on it yet. Make room, and it will be written at "
         "once."),
      _ ("Close all the same"));

  g_set_weak_pointer (&self->question, dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_question_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (dialog);
}

gboolean
desk_window_late_may_close (DeskWindowLate *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_LATE (self), TRUE);

  if (self->shifts->len == 0 || self->are_given_up)
    return TRUE;
  if (self->question == NULL)
    ask (self);
  return FALSE;
}

static void
desk_window_late_dispose (GObject *object)
{
  DeskWindowLate *self = DESK_WINDOW_LATE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->shifts, g_ptr_array_unref);
  g_clear_weak_pointer (&self->question);
  G_OBJECT_CLASS (desk_window_late_parent_class)->dispose (object);
}

static void
desk_window_late_class_init (DeskWindowLateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_late_dispose;
  written_signal = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_SHIFT);
}

static void
desk_window_late_init (DeskWindowLate *self)
{
  self->shifts = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskWindowLate *
desk_window_late_new (GtkWindow *window)
{
  DeskWindowLate *self = g_object_new (DESK_TYPE_WINDOW_LATE, NULL);

  self->window = window;
  return self;
}
