/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-matrix-parts.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-words.h"
#include "matching/tame-text.h"

#define NAME_CHARS 22 /* of a trainee; more is cut, and shown by the tooltip */

/* Letters of a column: what a cell says in a long case, "✗ 87.5  3 sessions", by those of a usual width. */
static int
column_chars (void)
{
  g_autofree char *sessions = desk_class_words_sessions (3);

  return (int) MAX (g_utf8_strlen (_ ("not passed"), -1), g_utf8_strlen (sessions, -1)) + 6;
}

static GtkWidget *
line_new (const char *text, int chars, const char *style_class)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (line), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (line), chars);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  if (style_class != NULL)
    gtk_style_context_add_class (gtk_widget_get_style_context (line), style_class);
  return line;
}

static GtkWidget *
button_new (GtkWidget *first, GtkWidget *second, const char *style_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_container_add (GTK_CONTAINER (box), first);
  if (second != NULL)
    gtk_container_add (GTK_CONTAINER (box), second);
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), style_class);
  return button;
}

static void
call (GtkWidget *widget, const char *name, const char *tooltip)
{
  atk_object_set_name (gtk_widget_get_accessible (widget), name);
  gtk_widget_set_tooltip_text (widget, tooltip);
}

GtkWidget *
desk_class_part_nothing_new (void)
{
  GtkWidget *nothing = line_new ("–", column_chars (), "dim-label");

  gtk_style_context_add_class (gtk_widget_get_style_context (nothing), "desk-matrix-cell");
  atk_object_set_name (gtk_widget_get_accessible (nothing), _ ("Not worked"));
  return nothing;
}

/* Has a third line where a cell of the row has one, for that gives the row its height. */
GtkWidget *
desk_class_part_name_new (const DeskClassRow *row)
{
  g_autofree char *mix = desk_class_mix_describe (&row->mix);
  g_autofree char *name = desk_tame_line (row->trainee);
  g_autofree char *stand =
      g_strdup_printf (_ ("mean %.0f · passed %u of %u"), row->mean, row->n_passed, row->n);
  g_autofree char *words = g_strjoin (", ", name, stand, mix, NULL);
  GtkWidget *button = button_new (line_new (name, NAME_CHARS, "desk-matrix-name"),
                                  line_new (stand, NAME_CHARS, "dim-label"), "desk-matrix-cell");

  if (mix != NULL)
    gtk_container_add (GTK_CONTAINER (gtk_bin_get_child (GTK_BIN (button))),
                       line_new (mix, NAME_CHARS, "dim-label"));
  call (button, words, words);
  return button;
}

/* A title may go on in a second line. */
GtkWidget *
desk_class_part_heading_new (void)
{
  GtkWidget *line = line_new (NULL, column_chars (), NULL);

  gtk_label_set_line_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (line), 2);
  gtk_widget_set_valign (line, GTK_ALIGN_END);
  gtk_widget_set_vexpand (line, TRUE);
  return button_new (line, NULL, "desk-matrix-heading");
}

GtkWidget *
desk_class_part_corner_new (void)
{
  GtkWidget *line = gtk_label_new (NULL);

  gtk_widget_set_valign (line, GTK_ALIGN_END);
  gtk_widget_set_halign (line, GTK_ALIGN_START);
  gtk_widget_set_vexpand (line, TRUE);
  return button_new (line, NULL, "desk-matrix-heading");
}

static GtkLabel *
label_of (GtkWidget *heading)
{
  GtkWidget *box = gtk_bin_get_child (GTK_BIN (heading));
  g_autoptr (GList) lines = gtk_container_get_children (GTK_CONTAINER (box));

  return GTK_LABEL (lines->data);
}

void
desk_class_part_heading_set (GtkWidget *heading,
                             const char *title,
                             gboolean is_sorted,
                             gboolean backwards)
{
  g_autofree char *tame = desk_tame_line (title);
  g_autofree char *shown =
      is_sorted ? g_strdup_printf ("%s %s", backwards ? "▼" : "▲", tame) : g_strdup (tame);
  g_autofree char *words = NULL;

  if (!is_sorted)
    words = g_strdup_printf (_ ("%s: sort by this"), tame);
  else if (backwards)
    words = g_strdup_printf (_ ("%s: sorted in descending order"), tame);
  else
    words = g_strdup_printf (_ ("%s: sorted in ascending order"), tame);
  gtk_label_set_text (label_of (heading), shown);
  call (heading, words, words);
}
