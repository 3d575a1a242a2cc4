/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/alphabet-row.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"

struct _DeskAlphabetRow {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkButton *change;
  char *name; /* owned */
  DeskAlphabet alphabet;
};

G_DEFINE_FINAL_TYPE (DeskAlphabetRow, desk_alphabet_row, GTK_TYPE_BOX)

static const char *
alphabet_name (DeskAlphabet alphabet)
{
  switch (alphabet) {
  case DESK_ALPHABET_SWEDISH: return _ ("Adam, Bertil");
  case DESK_ALPHABET_ICAO: return _ ("Alfa, Bravo");
  }
  g_return_val_if_reached ("");
}

static DeskAlphabet
other (DeskAlphabet alphabet)
{
  return alphabet == DESK_ALPHABET_SWEDISH ? DESK_ALPHABET_ICAO : DESK_ALPHABET_SWEDISH;
}

static void
show (DeskAlphabetRow *self)
{
  g_autofree char *spelled = desk_alphabet_spell (self->name, self->alphabet);
  const char *next = alphabet_name (other (self->alphabet));
  g_autofree char *tooltip = g_strdup_printf (_ ("Spell by the other alphabet: %s…"), next);

  gtk_label_set_text (self->words,
                      *spelled != '\0' ? spelled : _ ("The name is spelled here as you write it"));
  gtk_button_set_label (self->change, next);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change), tooltip);
}

static void
on_change_clicked (DeskAlphabetRow *self)
{
  desk_alphabet_row_set_alphabet (self, other (self->alphabet));
  desk_announce (GTK_WIDGET (self->words), gtk_label_get_text (self->words));
}

void
desk_alphabet_row_set_alphabet (DeskAlphabetRow *self, DeskAlphabet alphabet)
{
  g_return_if_fail (DESK_IS_ALPHABET_ROW (self));

  self->alphabet = alphabet;
  show (self);
}

void
desk_alphabet_row_set_name (DeskAlphabetRow *self, const char *name)
{
  g_return_if_fail (DESK_IS_ALPHABET_ROW (self));

  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  show (self);
}

const char *
desk_alphabet_row_get_words (DeskAlphabetRow *self)
{
  g_return_val_if_fail (DESK_IS_ALPHABET_ROW (self), NULL);
  return gtk_label_get_text (self->words);
}

static void
desk_alphabet_row_finalize (GObject *object)
{
  g_free (DESK_ALPHABET_ROW (object)->name);
  G_OBJECT_CLASS (desk_alphabet_row_parent_class)->finalize (object);
}

static void
desk_alphabet_row_class_init (DeskAlphabetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_alphabet_row_finalize;
}

static void
desk_alphabet_row_init (DeskAlphabetRow *self)
{
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *change = gtk_button_new_with_label ("");

  self->name = g_strdup ("");
  self->words = GTK_LABEL (words);
  self->change = GTK_BUTTON (change);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_label_set_line_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_width_chars (self->words, 12);
  gtk_label_set_max_width_chars (self->words, 12);
  gtk_widget_set_valign (change, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (words), "desk-spelled");
  gtk_box_pack_start (GTK_BOX (self), words, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (self), change, FALSE, FALSE, 0);
  g_signal_connect_object (change, "clicked", G_CALLBACK (on_change_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (words);
  gtk_widget_show (change);
  show (self);
}
