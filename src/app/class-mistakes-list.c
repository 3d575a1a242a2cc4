/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-mistakes-list.h"

#include <glib/gi18n-lib.h>

#include "app/clear-container.h"
#include "app/focus.h"
#include "app/plain-label.h"
#include "app/roving-focus.h"
#include "classroom/class-mistakes.h"
#include "classroom/class-words.h"
#include "matching/tame-text.h"

/* Those that most made come first; more are of no use to anybody. */
#define MOST_MISTAKES 30

#define WHO_WIDTH 260  /* px */
#define WHO_HEIGHT 320 /* px, at most: then it is scrolled */

struct _DeskClassMistakesList {
  GtkBox parent_instance;

  GtkWidget *popover;          /* weak; or NULL */
  DeskClassSnapshot *snapshot; /* owned; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskClassMistakesList, desk_class_mistakes_list, GTK_TYPE_BOX)

static guint open_signal;

/* What a button stands for, borrowed from the snapshot. */
#define SUBJECT "desk-subject"

static void
drop_popover (DeskClassMistakesList *self)
{
  GtkWidget *popover = self->popover;

  g_clear_weak_pointer (&self->popover);
  if (popover != NULL)
    gtk_widget_destroy (popover);
}

/* Who made it. */

static void
on_person_clicked (DeskClassMistakesList *self, GtkWidget *button)
{
  gpointer cell = g_object_get_data (G_OBJECT (button), SUBJECT);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, open_signal, 0, cell);
}

static GtkWidget *
person_new (DeskClassMistakesList *self, const DeskClassCell *cell)
{
  g_autofree char *name = desk_tame_line (cell->trainee);
  g_autofree char *words = desk_class_words_cell (cell);
  GtkWidget *button = gtk_button_new_with_label (name);
  GtkLabel *label = GTK_LABEL (gtk_bin_get_child (GTK_BIN (button)));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (label, 0);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_tooltip_text (button, words);
  g_object_set_data (G_OBJECT (button), SUBJECT, (gpointer) cell);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_person_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
people_new (DeskClassMistakesList *self, const DeskClassMistake *mistake)
{
  g_autoptr (GPtrArray) who = desk_class_mistake_find_who (self->snapshot->view, mistake);
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint n = 0; n < who->len; n++)
    gtk_container_add (GTK_CONTAINER (people), person_new (self, who->pdata[n]));
  desk_roving_focus_add (people);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), WHO_HEIGHT);
  gtk_widget_set_size_request (scroller, WHO_WIDTH, -1);
  gtk_container_add (GTK_CONTAINER (scroller), people);
  return scroller;
}

static void
on_popover_closed (DeskClassMistakesList *self, GtkWidget *popover)
{
  GtkWidget *button = gtk_popover_get_relative_to (GTK_POPOVER (popover));

  if (button != NULL && gtk_widget_get_mapped (button))
    gtk_widget_grab_focus (button);
}

static void
on_mistake_clicked (DeskClassMistakesList *self, GtkWidget *button)
{
  const DeskClassMistake *mistake = g_object_get_data (G_OBJECT (button), SUBJECT);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  drop_popover (self);
  g_set_weak_pointer (&self->popover, gtk_popover_new (button));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_container_add (
      GTK_CONTAINER (box),
      desk_plain_label_new (_ ("Trainees who made it in their latest session:"), "dim-label"));
  gtk_container_add (GTK_CONTAINER (box), people_new (self, mistake));
  gtk_container_set_border_width (GTK_CONTAINER (box), 10);
  gtk_container_add (GTK_CONTAINER (self->popover), box);
  gtk_widget_show_all (box);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* Of the box: a popover looks for the focus of its window, which may have none. */
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

/* The mistakes. */

static GtkWidget *
mistake_new (DeskClassMistakesList *self, const DeskClassMistake *mistake)
{
  g_autofree char *raw = desk_class_words_mistake (mistake);
  g_autofree char *what = desk_tame_line (raw);
  g_autofree char *title = desk_tame_line (mistake->title);
  g_autofree char *call = desk_tame_line (mistake->call);
  g_autofree char *where = g_strdup_printf (
      ngettext ("%u of %u trainee · %s, %s", "%u of %u trainees · %s, %s", mistake->n_trainees),
      mistake->n_lost, mistake->n_trainees, title, call);
  g_autofree char *words = g_strdup_printf ("%s. %s", what, where);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (what, "desk-mistake"));
  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (where, NULL));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_tooltip_text (button, _ ("Shows who made it"));
  atk_object_set_name (gtk_widget_get_accessible (button), words);
  g_object_set_data (G_OBJECT (button), SUBJECT, (gpointer) mistake);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_mistake_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show_all (button);
  return button;
}

/* Also while the people of a mistake are shown, who lie over the window. */
static gboolean
has_keyboard (DeskClassMistakesList *self)
{
  GtkWidget *focus = desk_focus_of (GTK_WIDGET (self));

  return focus != NULL &&
         (gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
          (self->popover != NULL && gtk_widget_is_ancestor (focus, self->popover)));
}

static void
focus_first (DeskClassMistakesList *self)
{
  g_autoptr (GList) children = gtk_container_get_children (GTK_CONTAINER (self));

  for (GList *at = children; at != NULL; at = at->next)
    if (gtk_widget_get_can_focus (at->data)) {
      gtk_widget_grab_focus (at->data);
      return;
    }
}

static void
add_words (DeskClassMistakesList *self, const char *words)
{
  gtk_container_add (GTK_CONTAINER (self), desk_plain_label_new (words, "dim-label"));
}

void
desk_class_mistakes_list_show (DeskClassMistakesList *self, DeskClassSnapshot *snapshot)
{
  const GPtrArray *mistakes = snapshot->view->mistakes;
  DeskClassSnapshot *before;
  gboolean had_keyboard;

  g_return_if_fail (DESK_IS_CLASS_MISTAKES_LIST (self));
  before = self->snapshot;
  had_keyboard = has_keyboard (self);
  self->snapshot = desk_class_snapshot_ref (snapshot);
  drop_popover (self);
  desk_clear_container (GTK_CONTAINER (self));
  g_clear_pointer (&before, desk_class_snapshot_unref);
  add_words (self, mistakes->len == 0 ? _ ("None: no two trainees made the same one.")
                                      : _ ("Counted over the latest session of each trainee."));
  for (guint n = 0; n < MIN (mistakes->len, MOST_MISTAKES); n++)
    gtk_container_add (GTK_CONTAINER (self), mistake_new (self, mistakes->pdata[n]));
  if (had_keyboard)
    focus_first (self);
}

static void
desk_class_mistakes_list_dispose (GObject *object)
{
  DeskClassMistakesList *self = DESK_CLASS_MISTAKES_LIST (object);

  drop_popover (self);
  G_OBJECT_CLASS (desk_class_mistakes_list_parent_class)->dispose (object);
}

static void
desk_class_mistakes_list_finalize (GObject *object)
{
  DeskClassMistakesList *self = DESK_CLASS_MISTAKES_LIST (object);

  g_clear_pointer (&self->snapshot, desk_class_snapshot_unref);
  G_OBJECT_CLASS (desk_class_mistakes_list_parent_class)->finalize (object);
}

static void
desk_class_mistakes_list_class_init (DeskClassMistakesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_class_mistakes_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_class_mistakes_list_finalize;
  open_signal = g_signal_new ("open", DESK_TYPE_CLASS_MISTAKES_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_class_mistakes_list_init (DeskClassMistakesList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  desk_roving_focus_add (GTK_WIDGET (self));
}
