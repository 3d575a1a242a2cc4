/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/notice.h"

#define SHOWN_S 7
#define WIDTH_CHARS 60

struct _DeskNotice {
  GtkRevealer parent_instance;

  GtkLabel *words;
  guint hide_source; /* 0: nothing is shown */
};

G_DEFINE_FINAL_TYPE (DeskNotice, desk_notice, GTK_TYPE_REVEALER)

void
desk_notice_hide (DeskNotice *self)
{
  g_return_if_fail (DESK_IS_NOTICE (self));

  g_clear_handle_id (&self->hide_source, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self), FALSE);
}

static gboolean
on_hide_due (gpointer data)
{
  DeskNotice *self = data;

  self->hide_source = 0;
  desk_notice_hide (self);
  return G_SOURCE_REMOVE;
}

void
desk_notice_show (DeskNotice *self, const char *words)
{
  g_return_if_fail (DESK_IS_NOTICE (self));

  gtk_label_set_text (self->words, words);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self), TRUE);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add_seconds (SHOWN_S, on_hide_due, self);
}

static void
desk_notice_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_NOTICE (object)->hide_source, g_source_remove);
  G_OBJECT_CLASS (desk_notice_parent_class)->dispose (object);
}

static void
desk_notice_class_init (DeskNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_notice_dispose;
}

static void
desk_notice_init (DeskNotice *self)
{
  GtkWidget *words = gtk_label_new (NULL);

  self->words = GTK_LABEL (words);
  gtk_label_set_line_wrap (self->words, TRUE);
  gtk_label_set_justify (self->words, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (self->words, WIDTH_CHARS);
  gtk_style_context_add_class (gtk_widget_get_style_context (words), "desk-notice");
  gtk_container_add (GTK_CONTAINER (self), words);
  gtk_widget_show (words);
  gtk_revealer_set_transition_type (GTK_REVEALER (self), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
}
