/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window-classroom.h"

#include <glib/gi18n-lib.h>

#include "app/classroom-page.h"
#include "app/page-visit.h"

struct _DeskWindowClassroom {
  DeskWindowVisit parent_instance;

  GSettings *settings; /* owned, as the next; NULL until they are set */
  DeskHandingIn *handing_in;
};

G_DEFINE_FINAL_TYPE (DeskWindowClassroom, desk_window_classroom, DESK_TYPE_WINDOW_VISIT)

/* A session of the class is shown without what belongs to this machine: its trainees' progress is not in the
 * history here. */
static GtkWidget *
visit_new (DeskWindowClassroom *self)
{
  GtkWidget *visit = g_object_new (DESK_TYPE_PAGE_VISIT, NULL);

  desk_page_visit_set_page (DESK_PAGE_VISIT (visit),
                            desk_classroom_page_new (self->settings, self->handing_in));
  desk_page_visit_set_back_label (DESK_PAGE_VISIT (visit), _ ("_Back"));
  return visit;
}

static void
desk_window_classroom_activate (DeskWindowVisit *base, GVariant *target)
{
  DeskWindowClassroom *self = DESK_WINDOW_CLASSROOM (base);

  if (self->settings == NULL || desk_window_visit_is_on (base))
    return;
  desk_window_visit_prepare (base);
  desk_window_visit_begin (base, visit_new (self));
  gtk_widget_child_focus (desk_window_visit_get (base), GTK_DIR_TAB_FORWARD);
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

static void
desk_window_classroom_dispose (GObject *object)
{
  DeskWindowClassroom *self = DESK_WINDOW_CLASSROOM (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->handing_in);
  G_OBJECT_CLASS (desk_window_classroom_parent_class)->dispose (object);
}

static void
desk_window_classroom_class_init (DeskWindowClassroomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_classroom_dispose;
  DESK_WINDOW_VISIT_CLASS (klass)->activate = desk_window_classroom_activate;
}

static void
desk_window_classroom_init (DeskWindowClassroom *self)
{
}

DeskWindowClassroom *
desk_window_classroom_new (GtkApplicationWindow *window)
{
  DeskWindowClassroom *self = g_object_new (DESK_TYPE_WINDOW_CLASSROOM, NULL);

  desk_window_visit_set_up (DESK_WINDOW_VISIT (self), window, "class", NULL);
  return self;
}
