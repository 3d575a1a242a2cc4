/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/plain-label.h"

#include "report/words.h"

/* A line longer than this is hard to read. */
#define MAX_WIDTH_CHARS 70

GtkWidget *
desk_plain_label_new (const char *text, const char *style_class)
{
  g_autofree char *tame = desk_words_tame (text);
  GtkWidget *label = gtk_label_new (tame);

  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), style_class);
  gtk_widget_show (label);
  return label;
}

static void
mark_span (PangoAttrList *attributes, const DeskSpan *span)
{
  PangoAttribute *marks[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    marks[i]->start_index = (guint) span->start;
    marks[i]->end_index = (guint) span->end;
    pango_attr_list_insert (attributes, marks[i]);
  }
}

GtkWidget *
desk_plain_label_new_marked (const char *text, const GArray *spans)
{
  GtkWidget *label = desk_plain_label_new (text, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    mark_span (attributes, &g_array_index (spans, DeskSpan, i));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

void
desk_plain_label_set_text (GtkLabel *label, const char *text)
{
  g_autofree char *tame = desk_words_tame (text);

  gtk_label_set_text (label, tame);
}
