/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/promise-menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/clock.h"
#include "app/unchanged.h"
#include "app/wording.h"

#define LIST_MAX_HEIGHT 360 /* px; a longer list scrolls */

struct _DeskPromiseMenu {
  GtkMenuButton parent_instance;

  GtkContainer *list; /* borrowed: in the popover */
  GArray *promises;   /* owned; of DeskPromise */
  GPtrArray
      *clocks; /* owned array of borrowed DeskClock, a row each; empty while the list is closed */
  DeskScenario *scenario; /* owned; NULL until the first update */
  gint64 now_ms;
};

G_DEFINE_FINAL_TYPE (DeskPromiseMenu, desk_promise_menu, GTK_TYPE_MENU_BUTTON)

static guint chosen_signal;

char *
desk_promise_words (const DeskPromise *promise, const DeskScenario *scenario)
{
  g_autofree char *caller = desk_wording_caller (promise->call, scenario->country);

  switch (promise->kind) {
  case DESK_PROMISE_MESSAGE: return g_strdup_printf (_ ("Message · %s"), caller);
  case DESK_PROMISE_RETURN:
    return g_strdup_printf (_ ("Come back · line %u · %s"), promise->line, caller);
  case DESK_PROMISE_TRANSFER:
    return g_strdup_printf (_ ("Put through · line %u · %s"), promise->line, caller);
  }
  g_return_val_if_reached (g_strdup (""));
}

static void
on_row_clicked (DeskPromiseMenu *self, GtkWidget *row)
{
  const DeskPromise promise = *(DeskPromise *) g_object_get_data (G_OBJECT (row), "promise");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), FALSE);
  g_signal_emit (self, chosen_signal, 0, &promise);
}

static GtkWidget *
row_new (DeskPromiseMenu *self, const DeskPromise *promise)
{
  g_autofree char *words = desk_promise_words (promise, self->scenario);
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *clock = desk_clock_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_style_context_add_class (gtk_widget_get_style_context (clock), "desk-figure");
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), clock, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_button_set_relief (GTK_BUTTON (row), GTK_RELIEF_NONE);
  atk_object_set_name (gtk_widget_get_accessible (row), words);
  g_object_set_data_full (G_OBJECT (row), "promise", g_memdup2 (promise, sizeof *promise), g_free);
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_row_clicked), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->clocks, clock);
  gtk_widget_show_all (row);
  return row;
}

static void
tell_clocks (DeskPromiseMenu *self)
{
  for (guint n = 0; n < self->clocks->len; n++) {
    const DeskPromise *promise = &g_array_index (self->promises, DeskPromise, n);
    g_autofree char *clock = desk_wording_clock (self->now_ms - promise->since_ms);

    desk_clock_set_text (self->clocks->pdata[n], clock);
  }
}

static void
empty (DeskPromiseMenu *self)
{
  g_autoptr (GList) rows = gtk_container_get_children (self->list);

  g_ptr_array_set_size (self->clocks, 0);
  for (GList *row = rows; row != NULL; row = row->next)
    gtk_widget_destroy (row->data);
}

static void
fill (DeskPromiseMenu *self)
{
  empty (self);
  for (guint n = 0; n < self->promises->len; n++)
    gtk_container_add (self->list, row_new (self, &g_array_index (self->promises, DeskPromise, n)));
  tell_clocks (self);
}

/* The keys go on from the list. */
static void
on_toggled (DeskPromiseMenu *self)
{
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self))) {
    empty (self);
    return;
  }
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_same (const GArray *one, const GArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint n = 0; n < one->len; n++) {
    const DeskPromise *a = &g_array_index (one, DeskPromise, n);
    const DeskPromise *b = &g_array_index (other, DeskPromise, n);

    if (a->kind != b->kind || a->call != b->call || a->line != b->line)
      return FALSE;
  }
  return TRUE;
}

static void
show_button (DeskPromiseMenu *self)
{
  const gboolean shown = self->promises->len > 1;
  g_autofree char *name = g_strdup_printf (_ ("All that you promised (%u)"), self->promises->len);

  if (!shown)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), shown);
  gtk_widget_set_opacity (GTK_WIDGET (self), shown ? 1 : 0);
  desk_name_unless_same (GTK_WIDGET (self), name);
  desk_tooltip_unless_same (self, shown ? name : NULL);
}

void
desk_promise_menu_update (DeskPromiseMenu *self, const DeskState *state, GArray *promises)
{
  gboolean same;

  g_return_if_fail (DESK_IS_PROMISE_MENU (self));
  if (self->scenario == NULL)
    self->scenario = desk_scenario_ref (state->scenario);
  same = is_same (self->promises, promises);
  g_array_unref (self->promises);
  self->promises = g_array_ref (promises);
  self->now_ms = state->now_ms;
  show_button (self);
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)))
    return;
  if (same) {
    tell_clocks (self);
  } else {
    fill (self);
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  }
}

GtkWidget *
desk_promise_menu_new (void)
{
  return g_object_new (DESK_TYPE_PROMISE_MENU, "visible", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
}

static void
desk_promise_menu_finalize (GObject *object)
{
  DeskPromiseMenu *self = DESK_PROMISE_MENU (object);

  g_array_unref (self->promises);
  g_ptr_array_unref (self->clocks);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_promise_menu_parent_class)->finalize (object);
}

static void
desk_promise_menu_class_init (DeskPromiseMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_promise_menu_finalize;
  chosen_signal = g_signal_new ("chosen", DESK_TYPE_PROMISE_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
popover_new (DeskPromiseMenu *self)
{
  GtkWidget *popover = gtk_popover_new (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "overlay-scrolling", FALSE,
                "propagate-natural-width", TRUE, "propagate-natural-height", TRUE,
                "max-content-height", LIST_MAX_HEIGHT, NULL);
  gtk_container_add (GTK_CONTAINER (scroller), list);
  gtk_container_add (GTK_CONTAINER (popover), scroller);
  gtk_container_set_border_width (GTK_CONTAINER (popover), 6);
  gtk_widget_show_all (scroller);
  self->list = GTK_CONTAINER (list);
  return popover;
}

static void
desk_promise_menu_init (DeskPromiseMenu *self)
{
  self->promises = g_array_new (FALSE, FALSE, sizeof (DeskPromise));
  self->clocks = g_ptr_array_new ();
  gtk_button_set_relief (GTK_BUTTON (self), GTK_RELIEF_NONE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self), popover_new (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  gtk_widget_set_opacity (GTK_WIDGET (self), 0);
  g_signal_connect (self, "toggled", G_CALLBACK (on_toggled), NULL);
}
