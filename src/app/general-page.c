/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/general-page.h"

#include <glib/gi18n-lib.h>

#include "app/language.h"

/* Each language under its own name: whoever looks for it may not read the present one. */
static GtkWidget *
chooser_new (GSettings *settings)
{
  GtkWidget *chooser = gtk_combo_box_text_new ();
  GtkComboBoxText *box = GTK_COMBO_BOX_TEXT (chooser);

  gtk_combo_box_text_append (box, "", _ ("As on the desktop"));
  gtk_combo_box_text_append (box, "en", "English");
  gtk_combo_box_text_append (box, "sv", "Svenska");
  g_settings_bind (settings, "language", box, "active-id", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_halign (chooser, GTK_ALIGN_START);
  gtk_widget_set_hexpand (chooser, TRUE);
  return chooser;
}

static GtkWidget *
label_new (GtkWidget *chooser)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Language"));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), chooser);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_note (GtkGrid *grid, int row, const char *words)
{
  GtkWidget *note = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_line_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (note), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (note), "dim-label");
  gtk_grid_attach (grid, note, 0, row, 2, 1);
}

GtkWidget *
desk_general_page_new (GSettings *settings, gboolean in_shift)
{
  GtkWidget *grid = gtk_grid_new (), *chooser = chooser_new (settings);
  g_autofree char *trouble = desk_language_get_trouble ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  g_object_set (grid, "margin", 18, NULL);
  gtk_grid_attach (GTK_GRID (grid), label_new (chooser), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), chooser, 1, 0, 1, 1);
  add_note (GTK_GRID (grid), 1,
            in_shift ? _ ("The window, its dates and its reports follow when the shift is over.")
                     : _ ("The window, its dates and its reports follow at once. Callers speak the "
                          "language of their scenario."));
  if (trouble != NULL)
    add_note (GTK_GRID (grid), 2, trouble);
  gtk_widget_show_all (grid);
  return grid;
}
