/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/phrase-grid.h"

#include <glib/gi18n-lib.h>

#include "app/foresight.h"
#include "app/key-label.h"
#include "app/key-table.h"
#include "app/phone-words.h"
#include "app/roving-focus.h"

/* GtkFlowBox works out how high a row is before it gives away the width that is left over: a label that
 * would like less than it gets makes its row a line too high. */
#define NATURAL_CHARS 44

struct _DeskPhraseGrid {
  GtkBox parent_instance;

  GtkContainer *builtin_box;
  GtkContainer *own_box;
  GtkWidget *own_part;
  GtkWidget *own_note;

  DeskScenario *scenario; /* owned */
  GtkWidget **buttons;    /* owned array of borrowed children, by DeskPhrase.index */
};

G_DEFINE_FINAL_TYPE (DeskPhraseGrid, desk_phrase_grid, GTK_TYPE_BOX)

enum {
  PHRASE,
  POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
label_of (const DeskPhrase *phrase)
{
  return phrase->which == DESK_PHRASE_CUSTOM ? phrase->label : _ (phrase->label);
}

static void
on_button_clicked (DeskPhraseGrid *self, GtkButton *button)
{
  const DeskPhrase *phrase = g_object_get_data (G_OBJECT (button), "phrase");

  g_signal_emit (self, signals[PHRASE], 0, phrase);
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

/* What it would say. */

static gboolean
on_pointed (DeskPhraseGrid *self, GdkEvent *event, GtkWidget *button)
{
  g_signal_emit (self, signals[POINTED], 0, g_object_get_data (G_OBJECT (button), "spoken"));
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_left (DeskPhraseGrid *self, GdkEvent *event, GtkWidget *button)
{
  g_signal_emit (self, signals[POINTED], 0, NULL);
  return GDK_EVENT_PROPAGATE;
}

/* A tooltip lies over the neighbours, so there is one only where a label is cut. */
static gboolean
on_query_tooltip (
    GtkWidget *button, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer label)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (button), "spoken"));
  return TRUE;
}

static void
connect (DeskPhraseGrid *self, GtkWidget *button, const char *signal, GCallback handler)
{
  g_signal_connect_object (button, signal, handler, self, G_CONNECT_SWAPPED);
}

/* Takes over `spoken`. */
static void
tell_what_is_said (DeskPhraseGrid *self, GtkWidget *button, GtkWidget *label, char *spoken)
{
  atk_object_set_description (gtk_widget_get_accessible (button), spoken);
  g_object_set_data_full (G_OBJECT (button), "spoken", spoken, g_free);
  connect (self, button, "enter-notify-event", G_CALLBACK (on_pointed));
  connect (self, button, "leave-notify-event", G_CALLBACK (on_left));
  connect (self, button, "focus-in-event", G_CALLBACK (on_pointed));
  connect (self, button, "focus-out-event", G_CALLBACK (on_left));
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (on_query_tooltip), label, 0);
}

static GtkWidget *
phrase_button_new (DeskPhraseGrid *self, const DeskPhrase *phrase, const char *trainee)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (label_of (phrase));
  AtkObject *accessible = gtk_widget_get_accessible (button);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3); /* an author's label may be a sentence */
  gtk_label_set_max_width_chars (GTK_LABEL (label), NATURAL_CHARS);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), phrase_key_label_new (phrase), FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "desk-phrase");
  tell_what_is_said (self, button, label,
                     desk_phone_words_spoken (self->scenario, phrase, trainee));
  atk_object_set_name (accessible, label_of (phrase));
  g_object_set_data (G_OBJECT (button), "phrase", (gpointer) phrase);
  connect (self, button, "clicked", G_CALLBACK (on_button_clicked));
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
  gtk_widget_set_visible (self->own_note,
                          scenario->n_phrases > DESK_N_BUILTIN_PHRASES + DESK_N_OWN_PHRASE_KEYS);
  desk_roving_focus_add (GTK_WIDGET (self));
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
  signals[PHRASE] = g_signal_new ("phrase", DESK_TYPE_PHRASE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[POINTED] = g_signal_new ("pointed", DESK_TYPE_PHRASE_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/phrase-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, builtin_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, own_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, own_part);
  gtk_widget_class_bind_template_child (widget_class, DeskPhraseGrid, own_note);
}

static void
desk_phrase_grid_init (DeskPhraseGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
