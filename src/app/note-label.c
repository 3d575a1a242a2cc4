/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/note-label.h"

#include "app/announce.h"

#define MAX_WIDTH_CHARS 60

GtkWidget *
desk_note_label_new (const char *words)
{
  GtkWidget *note = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_line_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (note), MAX_WIDTH_CHARS);
  return note;
}

/* An empty one takes no room. */
static void
on_label (GtkWidget *note)
{
  const char *words = gtk_label_get_text (GTK_LABEL (note));

  gtk_widget_set_visible (note, *words != '\0');
  if (*words != '\0' && gtk_widget_get_mapped (note))
    desk_announce (note, words);
}

GtkWidget *
desk_note_label_new_of (DeskErrand *errand)
{
  GtkWidget *note = desk_note_label_new (NULL);

  gtk_widget_set_no_show_all (note, TRUE);
  g_object_bind_property (errand, "words", note, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect (note, "notify::label", G_CALLBACK (on_label), NULL);
  on_label (note);
  return note;
}
