/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/general-page.h"

#include <glib/gi18n-lib.h>

#include "app/language.h"
#include "app/plain-label.h"

/* Each language under its own name: whoever looks for it may not read the present one. */
static GtkWidget *
chooser_new (GSettings *settings)
{
  GtkWidget *chooser = gtk_combo_box_text_new ();
  GtkComboBoxText *box = GTK_COMBO_BOX_TEXT (chooser);

  gtk_combo_box_text_append (box, "", _ ("Follow the system"));
  gtk_combo_box_text_append (box, "en", "English");
  gtk_combo_box_text_append (box, "sv", "Svenska");
  g_settings_bind (settings, "language", box, "active-id", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_halign (chooser, GTK_ALIGN_START);
  gtk_widget_set_hexpand (chooser, TRUE);
  return chooser;
}

static GtkWidget *
row_new (GSettings *settings)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chooser = chooser_new (settings);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Language"));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), chooser);
  gtk_container_add (GTK_CONTAINER (row), label);
  gtk_container_add (GTK_CONTAINER (row), chooser);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-preferences-row");
  return row;
}

static void
add_note (GtkContainer *page, const char *words)
{
  gtk_container_add (page, desk_plain_label_new (words, "desk-hint"));
}

GtkWidget *
desk_general_page_new (GSettings *settings, gboolean in_shift)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *trouble = desk_language_get_trouble ();

  gtk_style_context_add_class (gtk_widget_get_style_context (page), "desk-preferences-page");
  gtk_container_add (GTK_CONTAINER (page), row_new (settings));
  add_note (
      GTK_CONTAINER (page),
      in_shift
          ? _ ("The window, dates and reports change when the shift is over.")
          : _ ("The window, dates and reports change at once. Callers speak the language of their "
               "scenario."));
  if (trouble != NULL)
    add_note (GTK_CONTAINER (page), trouble);
  gtk_widget_show_all (page);
  return page;
}
