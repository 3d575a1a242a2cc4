/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-reading-bar.h"

#include <glib/gi18n-lib.h>

#define PACE_MS 100
#define PATIENCE 3 /* paces: shorter work shows no progress, which would only flicker */

struct _DeskClassReadingBar {
  GtkBox parent_instance;

  GtkProgressBar *progress; /* borrowed, as the next: a child */
  DeskClassReader *reader;  /* borrowed: it ends with the page that both belong to */
  guint pace;               /* source id */
  guint n_paces;
};

G_DEFINE_FINAL_TYPE (DeskClassReadingBar, desk_class_reading_bar, GTK_TYPE_BOX)

static void
show_progress (DeskClassReadingBar *self, int done, int total)
{
  g_autofree char *words = g_strdup_printf (_ ("%d of %d journals"), done, total);

  if (total <= 0) {
    gtk_progress_bar_pulse (self->progress);
    return;
  }
  gtk_progress_bar_set_fraction (self->progress, (double) done / total);
  gtk_progress_bar_set_text (self->progress, words);
}

static gboolean
on_pace (gpointer data)
{
  DeskClassReadingBar *self = data;
  int done, total;

  if (++self->n_paces < PATIENCE)
    return G_SOURCE_CONTINUE;
  desk_class_reader_get_progress (self->reader, &done, &total);
  show_progress (self, done, total);
  gtk_widget_show (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

static void
on_busy (DeskClassReadingBar *self)
{
  if (desk_class_reader_is_busy (self->reader)) {
    if (self->pace == 0)
      self->pace = g_timeout_add (PACE_MS, on_pace, self);
    return;
  }
  g_clear_handle_id (&self->pace, g_source_remove);
  self->n_paces = 0;
  gtk_widget_hide (GTK_WIDGET (self));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, _ ("Looking for journals"));
}

void
desk_class_reading_bar_follow (DeskClassReadingBar *self, DeskClassReader *reader)
{
  g_return_if_fail (DESK_IS_CLASS_READING_BAR (self));
  g_return_if_fail (self->reader == NULL);
  self->reader = reader;
  g_signal_connect_object (reader, "busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  on_busy (self);
}

static void
on_cancel_clicked (DeskClassReadingBar *self)
{
  desk_class_reader_cancel (self->reader);
}

static void
desk_class_reading_bar_dispose (GObject *object)
{
  DeskClassReadingBar *self = DESK_CLASS_READING_BAR (object);

  g_clear_handle_id (&self->pace, g_source_remove);
  G_OBJECT_CLASS (desk_class_reading_bar_parent_class)->dispose (object);
}

static void
desk_class_reading_bar_class_init (DeskClassReadingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_class_reading_bar_dispose;
}

static void
desk_class_reading_bar_init (DeskClassReadingBar *self)
{
  GtkWidget *progress = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->progress = GTK_PROGRESS_BAR (progress);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_progress_bar_set_text (self->progress, _ ("Looking for journals"));
  gtk_widget_set_hexpand (progress, TRUE);
  gtk_widget_set_valign (progress, GTK_ALIGN_CENTER);
  atk_object_set_name (gtk_widget_get_accessible (progress), _ ("Reading the journals"));
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-pane-foot");
  gtk_container_add (GTK_CONTAINER (self), progress);
  gtk_container_add (GTK_CONTAINER (self), cancel);
  gtk_widget_show (progress);
  gtk_widget_show (cancel);
}
