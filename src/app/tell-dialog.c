/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/tell-dialog.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

static GtkWidget *
dialog_new (GtkWindow *parent,
            GtkMessageType type,
            GtkButtonsType buttons,
            const char *heading,
            const char *words)
{
  g_autofree char *tame = desk_words_tame (heading);
  g_autofree char *tame_words = desk_words_tame (words);
  GtkWidget *dialog = gtk_message_dialog_new (
      parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, type, buttons, "%s", tame);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", tame_words);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Frontdesk"));
  return dialog;
}

static GtkWidget *
lines_view_new (GPtrArray *lines)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < lines->len; n++) {
    g_autofree char *tame = desk_words_tame (lines->pdata[n]);

    g_string_append_printf (text, "%s%s", n > 0 ? "\n" : "", tame);
  }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text->str, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  atk_object_set_name (gtk_widget_get_accessible (view), _ ("Files"));
  gtk_scrolled_window_set_shadow_type (GTK_SCROLLED_WINDOW (scroller), GTK_SHADOW_IN);
  gtk_widget_set_size_request (scroller, 560, 180);
  gtk_container_add (GTK_CONTAINER (scroller), view);
  gtk_widget_show_all (scroller);
  return scroller;
}

GtkWidget *
desk_tell_dialog_new (GtkWindow *parent,
                      GtkMessageType type,
                      const char *heading,
                      const char *words,
                      GPtrArray *lines)
{
  GtkWidget *dialog = dialog_new (parent, type, GTK_BUTTONS_CLOSE, heading, words);
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));

  if (lines != NULL && lines->len > 0) {
    gtk_box_pack_start (GTK_BOX (area), lines_view_new (lines), TRUE, TRUE, 0);
    gtk_window_set_resizable (GTK_WINDOW (dialog), TRUE);
  }
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_widget_show (dialog);
  return dialog;
}

GtkWidget *
desk_ask_dialog_new (GtkWindow *parent,
                     const char *question,
                     const char *consequence,
                     const char *accept)
{
  GtkWidget *dialog =
      dialog_new (parent, GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, question, consequence);
  GtkWidget *button;

  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), accept, GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  return dialog;
}
