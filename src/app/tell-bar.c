/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/tell-bar.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/focus.h"
#include "app/open-outside.h"
#include "app/plain-label.h"

struct _DeskTellBar {
  GtkInfoBar parent_instance;

  GtkLabel *words;   /* borrowed, as the next: a child */
  GtkWidget *opener; /* a button */
  char *path;        /* owned; NULL: there is nothing to open */
};

G_DEFINE_FINAL_TYPE (DeskTellBar, desk_tell_bar, GTK_TYPE_INFO_BAR)

static guint left_signal;

void
desk_tell_bar_say (DeskTellBar *self, GtkMessageType type, const char *words, const char *path)
{
  g_return_if_fail (DESK_IS_TELL_BAR (self));
  g_free (self->path);
  self->path = g_strdup (path);
  gtk_widget_set_visible (self->opener, path != NULL);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self), type);
  desk_plain_label_set_text (self->words, words);
  gtk_widget_show (GTK_WIDGET (self));
  desk_announce (GTK_WIDGET (self), words);
}

static void
desk_tell_bar_response (GtkInfoBar *bar, int response)
{
  DeskTellBar *self = DESK_TELL_BAR (bar);

  if (response == GTK_RESPONSE_ACCEPT)
    desk_open_outside (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), self->path);
  else
    gtk_widget_hide (GTK_WIDGET (self));
}

/* GTK has taken the keyboard from what was inside by now, and given it to nobody. */
static void
desk_tell_bar_hide (GtkWidget *widget)
{
  const gboolean was_seen = gtk_widget_get_mapped (widget);

  GTK_WIDGET_CLASS (desk_tell_bar_parent_class)->hide (widget);
  if (was_seen && desk_focus_of (widget) == NULL)
    g_signal_emit (widget, left_signal, 0);
}

/* GTK names its picture, and not the button. */
static void
name_close_button (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) && GTK_IS_IMAGE (gtk_bin_get_child (GTK_BIN (widget))))
    atk_object_set_name (gtk_widget_get_accessible (widget), _ ("Close"));
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), name_close_button, NULL);
}

/* Not before: GTK sets it while it makes us. */
static void
desk_tell_bar_constructed (GObject *object)
{
  G_OBJECT_CLASS (desk_tell_bar_parent_class)->constructed (object);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (object), TRUE);
  name_close_button (GTK_WIDGET (object), NULL);
}

static void
desk_tell_bar_finalize (GObject *object)
{
  g_free (DESK_TELL_BAR (object)->path);
  G_OBJECT_CLASS (desk_tell_bar_parent_class)->finalize (object);
}

static void
desk_tell_bar_class_init (DeskTellBarClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = desk_tell_bar_constructed;
  G_OBJECT_CLASS (klass)->finalize = desk_tell_bar_finalize;
  GTK_WIDGET_CLASS (klass)->hide = desk_tell_bar_hide;
  GTK_INFO_BAR_CLASS (klass)->response = desk_tell_bar_response;
  left_signal = g_signal_new ("left", DESK_TYPE_TELL_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
desk_tell_bar_init (DeskTellBar *self)
{
  GtkInfoBar *bar = GTK_INFO_BAR (self);
  GtkWidget *words = desk_plain_label_new ("", NULL);

  self->words = GTK_LABEL (words);
  g_object_set (words, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 110, "selectable",
                TRUE, "can-focus", FALSE, NULL);
  gtk_container_add (GTK_CONTAINER (gtk_info_bar_get_content_area (bar)), words);
  self->opener = gtk_info_bar_add_button (bar, _ ("_Open the file"), GTK_RESPONSE_ACCEPT);
}
