/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/phrase-grid.h"

#include <glib/gi18n-lib.h>

#include "app/foresight.h"
#include "app/key-label.h"
#include "app/phone-words.h"

struct _DeskPhraseGrid {
  GtkBox parent_instance;

  GtkContainer *builtin_box;
  GtkContainer *own_box;
  GtkWidget *own_part;

  DeskScenario *scenario; /* owned */
  GtkWidget **buttons;    /* owned array of borrowed children, by DeskPhrase.index */
};

G_DEFINE_FINAL_TYPE (DeskPhraseGrid, desk_phrase_grid, GTK_TYPE_BOX)

static guint phrase_signal;

static const char *
label_of (const DeskPhrase *phrase)
{
  return phrase->which == DESK_PHRASE_CUSTOM ? phrase->label : _ (phrase->label);
}

static void
on_button_clicked (DeskPhraseGrid *self, GtkButton *button)
{
  const DeskPhrase *phrase = g_object_get_data (G_OBJECT (button), "phrase");

  g_signal_emit (self, phrase_signal, 0, phrase);
}

/* The table's name of it: own phrases go by their place, for a scenario calls them what it likes. */
static GtkWidget *
phrase_key_label_new (const DeskPhrase *phrase)
{
  g_autofree char *id = phrase->which == DESK_PHRASE_CUSTOM
                            ? g_strdup_printf ("own-%u", phrase->index - DESK_N_BUILTIN_PHRASES + 1)
                            : g_strdup (phrase->id);

  return desk_key_label_new (id);
}

static GtkWidget *
phrase_button_new (DeskPhraseGrid *self, const DeskPhrase *phrase, const char *trainee)
{
  g_autofree char *spoken = desk_phone_words_spoken (self->scenario, phrase, trainee);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (label_of (phrase));
  AtkObject *accessible = gtk_widget_get_accessible (button);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3); /* an author's label may be a sentence */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), phrase_key_label_new (phrase), FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "desk-phrase");
  gtk_widget_set_tooltip_text (button, spoken);
  atk_object_set_name (accessible, label_of (phrase));
  g_object_set_data (G_OBJECT (button), "phrase", (gpointer) phrase);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_phrase (DeskPhraseGrid *self, const DeskPhrase *phrase, const char *trainee)
{
  GtkContainer *box = phrase->which == DESK_PHRASE_CUSTOM ? self->own_box : self->builtin_box;
  GtkWidget *button = phrase_button_new (self, phrase, trainee);

  self->buttons[phrase->index] = button;
  gtk_container_add (box, button);
  gtk_widget_set_can_focus (gtk_widget_get_parent (button), FALSE);
}

void
desk_phrase_grid_update (DeskPhraseGrid *self, const DeskState *state, guint line)
{
  g_return_if_fail (DESK_IS_PHRASE_GRID (self));

  for (guint i = 0; i < self->scenario->n_phrases; i++) {
    DeskCommand say = {
      .type = DESK_COMMAND_SAY,
      .line = line,
      .phrase = self->scenario->phrases[i],
    };

    gtk_widget_set_sensitive (self->buttons[i],
                              line > 0 && !desk_foresee_rejection (state, &say, NULL));
  }
}

GtkWidget *
desk_phrase_grid_get_button (DeskPhraseGrid *self, const DeskPhrase *phrase)
{
  g_return_val_if_fail (DESK_IS_PHRASE_GRID (self), NULL);
  return self->buttons[phrase->index];
}

GtkWidget *
desk_phrase_grid_new (DeskScenario *scenario, const char *trainee)
{
  DeskPhraseGrid *self = g_object_new (DESK_TYPE_PHRASE_GRID, NULL);

  self->scenario = desk_scenario_ref (scenario);
  self->buttons = g_new0 (GtkWidget *, scenario->n_phrases);
  for (guint i = 0; i < scenario->n_phrases; i++)
    add_phrase (self, scenario->phrases[i], trainee);
  gtk_widget_show_all (GTK_WIDGET (self));
  gtk_widget_set_visible (self->own_part, scenario->n_phrases > DESK_N_BUILTIN_PHRASES);
  return GTK_WIDGET (self);
}

static void
desk_phrase_grid_finalize (GObject *object)
{
  DeskPhraseGrid *self = DESK_PHRASE_GRID (object);

  g_free (self->buttons);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_phrase_grid_parent_class)->finalize (object);
}

static void
desk_phrase_grid_class_init (DeskPhraseGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_phrase_grid_finalize;
  phrase_signal = g_signal_new ("phrase", DESK_TYPE_PHRASE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/phrase-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, builtin_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, own_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, own_part);
}

static void
desk_phrase_grid_init (DeskPhraseGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
