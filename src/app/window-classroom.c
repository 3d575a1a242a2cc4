/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-classroom.h"

#include <glib/gi18n-lib.h>

#include "app/classroom-page.h"
#include "app/page-visit.h"
#include "app/summary-page.h"

/* A session of the class is shown without what belongs to this machine: its trainees' progress is not in the
 * history here. */

#define TYPE_VISIT (classroom_visit_get_type ())
G_DECLARE_FINAL_TYPE (ClassroomVisit, classroom_visit, CLASSROOM, VISIT, DeskPageVisit)

struct _ClassroomVisit {
  DeskPageVisit parent_instance;
};

G_DEFINE_FINAL_TYPE (ClassroomVisit, classroom_visit, DESK_TYPE_PAGE_VISIT)

static void
classroom_visit_prepare (DeskPageVisit *visit, GtkWidget *summary)
{
  GObject *progress = gtk_widget_get_template_child (summary, DESK_TYPE_SUMMARY_PAGE, "progress");
  GObject *back = gtk_widget_get_template_child (summary, DESK_TYPE_SUMMARY_PAGE, "back");

  gtk_widget_hide (GTK_WIDGET (progress));
  gtk_button_set_label (GTK_BUTTON (back), _ ("_Back")); /* not to the history */
}

static void
classroom_visit_class_init (ClassroomVisitClass *klass)
{
  DESK_PAGE_VISIT_CLASS (klass)->prepare = classroom_visit_prepare;
}

static void
classroom_visit_init (ClassroomVisit *self)
{
}

struct _DeskWindowClassroom {
  GObject parent_instance;

  GtkApplicationWindow *window; /* borrowed */
  GtkWidget *visit;             /* borrowed: the window's child; or NULL */
  GtkWidget *under;             /* owned, as below: what it covers; or NULL */
  GSimpleAction *action;
  GSettings *settings;
  DeskHandingIn *handing_in;
};

G_DEFINE_FINAL_TYPE (DeskWindowClassroom, desk_window_classroom, G_TYPE_OBJECT)

enum {
  VISIT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
desk_window_classroom_leave (DeskWindowClassroom *self)
{
  g_autoptr (GtkWidget) page = g_steal_pointer (&self->under);

  g_return_if_fail (DESK_IS_WINDOW_CLASSROOM (self));
  if (page == NULL)
    return;
  gtk_widget_destroy (g_steal_pointer (&self->visit));
  gtk_container_add (GTK_CONTAINER (self->window), page);
  if (gtk_window_get_focus (GTK_WINDOW (self->window)) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[LEFT], 0);
}

gboolean
desk_window_classroom_is_visiting (DeskWindowClassroom *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW_CLASSROOM (self), FALSE);
  return self->under != NULL;
}

static GtkWidget *
visit_new (DeskWindowClassroom *self)
{
  GtkWidget *visit = g_object_new (TYPE_VISIT, NULL);

  desk_page_visit_set_page (DESK_PAGE_VISIT (visit),
                            desk_classroom_page_new (self->settings, self->handing_in));
  g_signal_connect_object (visit, "leave", G_CALLBACK (desk_window_classroom_leave), self,
                           G_CONNECT_SWAPPED);
  return visit;
}

static void
on_activate (DeskWindowClassroom *self)
{
  if (self->settings == NULL || self->under != NULL)
    return;
  g_signal_emit (self, signals[VISIT], 0);
  self->visit = visit_new (self);
  self->under = g_object_ref (gtk_bin_get_child (GTK_BIN (self->window)));
  gtk_container_remove (GTK_CONTAINER (self->window), self->under);
  gtk_container_add (GTK_CONTAINER (self->window), self->visit);
  gtk_widget_child_focus (self->visit, GTK_DIR_TAB_FORWARD);
}

void
desk_window_classroom_set_up (DeskWindowClassroom *self,
                              GSettings *settings,
                              DeskHandingIn *handing_in)
{
  g_return_if_fail (DESK_IS_WINDOW_CLASSROOM (self));
  g_return_if_fail (self->settings == NULL);
  self->settings = g_object_ref (settings);
  self->handing_in = g_object_ref (handing_in);
}

void
desk_window_classroom_set_allowed (DeskWindowClassroom *self, gboolean allowed)
{
  g_return_if_fail (DESK_IS_WINDOW_CLASSROOM (self));
  g_simple_action_set_enabled (self->action, allowed);
}

/* What is under a visit has no parent that would destroy it. */
static void
desk_window_classroom_dispose (GObject *object)
{
  DeskWindowClassroom *self = DESK_WINDOW_CLASSROOM (object);

  if (self->under != NULL)
    gtk_widget_destroy (self->under);
  g_clear_object (&self->under);
  g_clear_object (&self->action);
  g_clear_object (&self->settings);
  g_clear_object (&self->handing_in);
  G_OBJECT_CLASS (desk_window_classroom_parent_class)->dispose (object);
}

static void
desk_window_classroom_class_init (DeskWindowClassroomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_classroom_dispose;
  signals[VISIT] = g_signal_new ("visit", DESK_TYPE_WINDOW_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_WINDOW_CLASSROOM, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_window_classroom_init (DeskWindowClassroom *self)
{
  self->action = g_simple_action_new ("class", NULL);
  g_signal_connect_object (self->action, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
}

DeskWindowClassroom *
desk_window_classroom_new (GtkApplicationWindow *window)
{
  DeskWindowClassroom *self = g_object_new (DESK_TYPE_WINDOW_CLASSROOM, NULL);

  self->window = window;
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (self->action));
  return self;
}
