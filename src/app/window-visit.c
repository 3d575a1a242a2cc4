/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-visit.h"

#include "app/focus.h"

typedef struct {
  GtkApplicationWindow *window; /* borrowed */
  GtkWidget *visit;             /* borrowed: the window's child; or NULL */
  GtkWidget *under;             /* owned, as below: what it covers; or NULL */
  GSimpleAction *action;
} Private;

typedef Private DeskWindowVisitPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DeskWindowVisit, desk_window_visit, G_TYPE_OBJECT)

enum {
  VISIT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Private *
get (DeskWindowVisit *self)
{
  return desk_window_visit_get_instance_private (self);
}

void
desk_window_visit_leave (DeskWindowVisit *self)
{
  Private *private = get (self);
  g_autoptr (GtkWidget) page = g_steal_pointer (&private->under);

  g_return_if_fail (DESK_IS_WINDOW_VISIT (self));
  if (page == NULL)
    return;
  gtk_widget_destroy (g_steal_pointer (&private->visit));
  gtk_container_add (GTK_CONTAINER (private->window), page);
  if (desk_focus_of (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[LEFT], 0);
}

void
desk_window_visit_prepare (DeskWindowVisit *self)
{
  g_return_if_fail (DESK_IS_WINDOW_VISIT (self));
  g_signal_emit (self, signals[VISIT], 0);
}

void
desk_window_visit_begin (DeskWindowVisit *self, GtkWidget *visit)
{
  Private *private = get (self);

  g_return_if_fail (DESK_IS_WINDOW_VISIT (self));
  g_return_if_fail (private->under == NULL);
  g_signal_connect_object (visit, "leave", G_CALLBACK (desk_window_visit_leave), self,
                           G_CONNECT_SWAPPED);
  private->visit = visit;
  private->under = g_object_ref (gtk_bin_get_child (GTK_BIN (private->window)));
  gtk_container_remove (GTK_CONTAINER (private->window), private->under);
  gtk_container_add (GTK_CONTAINER (private->window), visit);
}

GtkWidget *
desk_window_visit_get (DeskWindowVisit *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_VISIT (self), NULL);
  return get (self)->visit;
}

gboolean
desk_window_visit_is_on (DeskWindowVisit *self)
{
  return desk_window_visit_get (self) != NULL;
}

void
desk_window_visit_set_allowed (DeskWindowVisit *self, gboolean allowed)
{
  g_return_if_fail (DESK_IS_WINDOW_VISIT (self));
  g_simple_action_set_enabled (get (self)->action, allowed);
}

gboolean
desk_window_visit_is_allowed (DeskWindowVisit *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_VISIT (self), FALSE);
  return g_action_get_enabled (G_ACTION (get (self)->action));
}

GtkWindow *
desk_window_visit_get_window (DeskWindowVisit *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_VISIT (self), NULL);
  return GTK_WINDOW (get (self)->window);
}

static void
on_activate (DeskWindowVisit *self, GVariant *target)
{
  DESK_WINDOW_VISIT_GET_CLASS (self)->activate (self, target);
}

void
desk_window_visit_set_up (DeskWindowVisit *self,
                          GtkApplicationWindow *window,
                          const char *action,
                          const GVariantType *target)
{
  Private *private = get (self);

  g_return_if_fail (DESK_IS_WINDOW_VISIT (self));
  g_return_if_fail (private->action == NULL);
  private->window = window;
  private->action = g_simple_action_new (action, target);
  g_signal_connect_object (private->action, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (private->action));
}

/* What is under a visit has no parent that would destroy it. */
static void
desk_window_visit_dispose (GObject *object)
{
  Private *private = get (DESK_WINDOW_VISIT (object));

  if (private->under != NULL)
    gtk_widget_destroy (private->under);
  g_clear_object (&private->under);
  private->visit = NULL;
  g_clear_object (&private->action);
  G_OBJECT_CLASS (desk_window_visit_parent_class)->dispose (object);
}

static void
desk_window_visit_class_init (DeskWindowVisitClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_window_visit_dispose;
  signals[VISIT] =
      g_signal_new ("visit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_window_visit_init (DeskWindowVisit *self)
{
}
