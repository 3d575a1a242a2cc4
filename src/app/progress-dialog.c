/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/progress-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"

#define LOOK_MS 100

struct _DeskWorkProgress {
  GMutex mutex; /* guards all below */
  guint done;
  guint total; /* 0: not known yet */
  char *name;  /* owned; or NULL */
};

struct _DeskProgressDialog {
  GtkDialog parent_instance;

  GtkProgressBar *bar;
  GtkLabel *name;
  DeskWorkProgress *progress; /* owned, as below */
  GCancellable *cancellable;
  guint look_source;
};

G_DEFINE_FINAL_TYPE (DeskProgressDialog, desk_progress_dialog, GTK_TYPE_DIALOG)

DeskWorkProgress *
desk_work_progress_new (void)
{
  DeskWorkProgress *self = g_atomic_rc_box_new0 (DeskWorkProgress);

  g_mutex_init (&self->mutex);
  return self;
}

DeskWorkProgress *
desk_work_progress_ref (DeskWorkProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DeskWorkProgress *self = data;

  g_mutex_clear (&self->mutex);
  g_free (self->name);
}

void
desk_work_progress_unref (DeskWorkProgress *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
desk_work_progress_tell (guint done, guint total, const char *name, gpointer data)
{
  DeskWorkProgress *self = data;

  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  g_free (self->name);
  self->name = g_strdup (name);
  g_mutex_unlock (&self->mutex);
}

static void
show_progress (DeskProgressDialog *self, guint done, guint total, const char *name)
{
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), done, total);

  if (total == 0) {
    gtk_progress_bar_pulse (self->bar);
    return;
  }
  gtk_progress_bar_set_fraction (self->bar, (double) done / total);
  gtk_progress_bar_set_text (self->bar, count);
  desk_plain_label_set_text (self->name, name != NULL ? name : "");
}

static gboolean
on_look (gpointer data)
{
  DeskProgressDialog *self = data;
  g_autofree char *name = NULL;
  guint done, total;

  g_mutex_lock (&self->progress->mutex);
  done = self->progress->done;
  total = self->progress->total;
  name = g_strdup (self->progress->name);
  g_mutex_unlock (&self->progress->mutex);
  show_progress (self, done, total, name);
  return G_SOURCE_CONTINUE;
}

/* The work stops at the next file, and then the dialogue goes. */
static void
on_response (DeskProgressDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (self), GTK_RESPONSE_CANCEL, FALSE);
  gtk_label_set_text (self->name, _ ("Stopping…"));
  g_clear_handle_id (&self->look_source, g_source_remove);
}

static gboolean
on_delete (void)
{
  return GDK_EVENT_STOP;
}

GtkWidget *
desk_progress_dialog_new (GtkWindow *parent,
                          const char *title,
                          DeskWorkProgress *progress,
                          GCancellable *cancellable)
{
  DeskProgressDialog *self =
      g_object_new (DESK_TYPE_PROGRESS_DIALOG, "title", title, "transient-for", parent, "modal",
                    TRUE, "destroy-with-parent", TRUE, "use-header-bar", FALSE, NULL);

  self->progress = desk_work_progress_ref (progress);
  self->cancellable = g_object_ref (cancellable);
  self->look_source = g_timeout_add (LOOK_MS, on_look, self);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->bar)), title);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* When it is closed with its parent, the work is cancelled too. */
static void
desk_progress_dialog_dispose (GObject *object)
{
  DeskProgressDialog *self = DESK_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, desk_work_progress_unref);
  G_OBJECT_CLASS (desk_progress_dialog_parent_class)->dispose (object);
}

static void
desk_progress_dialog_class_init (DeskProgressDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_progress_dialog_dispose;
}

static void
desk_progress_dialog_init (DeskProgressDialog *self)
{
  GtkWidget *area = gtk_dialog_get_content_area (GTK_DIALOG (self));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->name = GTK_LABEL (desk_plain_label_new ("", "dim-label"));
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_label_set_line_wrap (self->name, FALSE);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_MIDDLE);
  gtk_container_set_border_width (GTK_CONTAINER (area), 18);
  gtk_box_set_spacing (GTK_BOX (area), 10);
  gtk_container_add (GTK_CONTAINER (area), GTK_WIDGET (self->bar));
  gtk_container_add (GTK_CONTAINER (area), GTK_WIDGET (self->name));
  gtk_widget_show (GTK_WIDGET (self->bar));
  gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
  g_signal_connect (self, "response", G_CALLBACK (on_response), NULL);
  g_signal_connect (self, "delete-event", G_CALLBACK (on_delete), NULL);
}
