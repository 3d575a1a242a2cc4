/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/caption-row.h"

#include "app/captions.h"
#include "app/wording.h"

static void
add_class (GtkWidget *widget, const char *name)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), name);
}

static GtkWidget *
label_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  add_class (label, style_class);
  return label;
}

static const char *
class_of (DeskCaptionBy speaker)
{
  switch (speaker) {
  case DESK_CAPTION_BY_CALLER: return "caller";
  case DESK_CAPTION_BY_TRAINEE: return "trainee";
  case DESK_CAPTION_BY_COLLEAGUE: return "colleague";
  case DESK_CAPTION_BY_NOBODY:
  case DESK_CAPTION_BY_SOUND: return "note";
  }
  g_return_val_if_reached ("note");
}

static gboolean
is_spoken (DeskCaption *caption)
{
  DeskCaptionBy speaker = desk_caption_get_by (caption);

  return speaker != DESK_CAPTION_BY_NOBODY && speaker != DESK_CAPTION_BY_SOUND;
}

static void
set_scale (GtkWidget *label, double scale)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static GtkWidget *
text_label_new (DeskCaption *caption, double scale)
{
  GtkWidget *text = label_new (desk_caption_get_text (caption), "desk-caption-text");

  set_scale (text, scale);

  gtk_label_set_line_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 52);
  return text;
}

static GtkWidget *
name_label_new (DeskCaption *caption, double scale)
{
  GtkWidget *name = label_new (desk_caption_get_name (caption), "desk-caption-name");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  set_scale (name, scale);
  return name;
}

/* As it is read out. */
static char *
describe (DeskCaption *caption)
{
  if (!is_spoken (caption))
    return g_strdup (desk_caption_get_text (caption));
  return g_strdup_printf ("%s: %s", desk_caption_get_name (caption),
                          desk_caption_get_text (caption));
}

static GtkWidget *
words_new (DeskCaption *caption, const char *clock, double scale)
{
  GtkWidget *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_container_add (GTK_CONTAINER (head), name_label_new (caption, scale));
  gtk_container_add (GTK_CONTAINER (head), label_new (clock, "desk-caption-time"));
  gtk_container_add (GTK_CONTAINER (bubble), head);
  gtk_container_add (GTK_CONTAINER (bubble), text_label_new (caption, scale));
  return bubble;
}

/* A grid, for a box beside each other would ask words that wrap how wide they are at each height. */
static GtkWidget *
note_new (DeskCaption *caption, const char *clock, double scale)
{
  GtkWidget *bubble = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (bubble), 8);
  gtk_grid_attach (GTK_GRID (bubble), label_new (clock, "desk-caption-time"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (bubble), text_label_new (caption, scale), 1, 0, 1, 1);
  return bubble;
}

GtkWidget *
desk_caption_row_new (gpointer caption, gpointer captions)
{
  double scale = desk_captions_get_scale (captions);
  DeskCaptionBy speaker = desk_caption_get_by (caption);
  g_autofree char *clock = desk_wording_clock (desk_caption_get_t_ms (caption));
  g_autofree char *spoken = describe (caption);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *bubble =
      is_spoken (caption) ? words_new (caption, clock, scale) : note_new (caption, clock, scale);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  add_class (row, "desk-caption");
  add_class (bubble, class_of (speaker));
  gtk_widget_set_halign (bubble,
                         speaker == DESK_CAPTION_BY_TRAINEE ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_container_add (GTK_CONTAINER (row), bubble);
  atk_object_set_name (gtk_widget_get_accessible (row), spoken);
  gtk_widget_show_all (row);
  return row;
}
