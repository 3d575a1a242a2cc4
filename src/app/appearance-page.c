/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/appearance-page.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"

static void
add_class (GtkWidget *widget, const char *name)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), name);
}

static void
add_heading (GtkContainer *page, const char *words)
{
  gtk_container_add (page, desk_plain_label_new (words, "desk-section"));
}

/* A label with its control beside it; assistive technology gets the label as the control's name. */
static void
add_row (GtkContainer *page, const char *name, GtkWidget *setting)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = desk_plain_label_new (name, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_yalign (GTK_LABEL (label), 0.5);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), setting);
  gtk_widget_set_valign (setting, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (row), label);
  gtk_container_add (GTK_CONTAINER (row), setting);
  add_class (row, "desk-preferences-row");
  gtk_container_add (page, row);
}

static void
add_theme (GtkContainer *page, GSettings *settings)
{
  GtkWidget *themes = gtk_combo_box_text_new ();

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (themes), "system", _ ("Follow the system"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (themes), "light", _ ("Light"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (themes), "dark", _ ("Dark"));
  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (themes), "high-contrast", _ ("High contrast"));
  g_settings_bind (settings, "theme", themes, "active-id", G_SETTINGS_BIND_DEFAULT);
  add_row (page, _ ("Colours"), themes);
}

/* Settings keep factors, people think in per cent. */
static gboolean
factor_to_percent (GValue *percent, GVariant *factor, gpointer data)
{
  g_value_set_double (percent, g_variant_get_double (factor) * 100);
  return TRUE;
}

static GVariant *
percent_to_factor (const GValue *percent, const GVariantType *type, gpointer data)
{
  return g_variant_new_double (g_value_get_double (percent) / 100);
}

static void
add_size (GtkContainer *page, GSettings *settings, const char *key, const char *name)
{
  GtkWidget *size = gtk_spin_button_new_with_range (100, 200, 10);

  g_settings_bind_with_mapping (settings, key, size, "value", G_SETTINGS_BIND_DEFAULT,
                                factor_to_percent, percent_to_factor, NULL, NULL);
  add_row (page, name, size);
}

/* A choice with its explanation below it. */
static void
add_choice (
    GtkContainer *page, GSettings *settings, const char *key, const char *name, const char *meaning)
{
  GtkWidget *choice = gtk_check_button_new ();
  GtkWidget *words = desk_plain_label_new (name, NULL);
  GtkWidget *hint = desk_plain_label_new (meaning, "desk-hint");

  gtk_container_add (GTK_CONTAINER (choice), words);
  atk_object_set_description (gtk_widget_get_accessible (choice), meaning);
  g_settings_bind (settings, key, choice, "active", G_SETTINGS_BIND_DEFAULT);
  add_class (choice, "desk-preferences-row");
  gtk_container_add (page, choice);
  gtk_widget_set_margin_start (hint, 24);
  gtk_container_add (page, hint);
}

GtkWidget *
desk_appearance_page_new (GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkContainer *page = GTK_CONTAINER (box);

  add_class (box, "desk-preferences-page");
  add_heading (page, _ ("Colours and sizes"));
  add_theme (page, settings);
  add_size (page, settings, "text-scale", _ ("Text size in per cent"));
  add_choice (page, settings, "large-targets", _ ("Large buttons and rows"),
              _ ("Easier to hit with a finger or an unsteady hand: buttons and rows are at least "
                 "44 pixels high and wide."));
  add_heading (page, _ ("Captions"));
  add_choice (page, settings, "captions", _ ("Show what is heard as text"),
              _ ("Captions show what callers and colleagues say. In an exam they may be off."));
  add_size (page, settings, "caption-scale", _ ("Caption size in per cent of the text"));
  add_heading (page, _ ("Hints"));
  add_choice (page, settings, "hints", _ ("Suggest what to do next"),
              _ ("In practice. An exam has hints only where they are granted."));
  add_heading (page, _ ("When a line rings"));
  add_choice (
      page, settings, "flash", _ ("Flash ringing lines"),
      _ ("Once a second. Without flashing, the triangle, the word and the colour still show it."));
  add_choice (page, settings, "visual-ring", _ ("Flash the edge of the window too"),
              _ ("For those who cannot hear the telephone."));
  gtk_widget_show_all (box);
  return box;
}
