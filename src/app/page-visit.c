/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/page-visit.h"

#include "app/focus.h"
#include "app/summary-page.h"

typedef struct {
  GtkWidget *page;    /* borrowed, as below: children */
  GtkWidget *summary; /* NULL while the page is shown */
  GtkWidget *focus;   /* weak: of the page, while a summary is over it */
  DeskAudio *audio;   /* owned, as the next; or NULL */
  char *back_label;
} Private;

typedef Private DeskPageVisitPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DeskPageVisit, desk_page_visit, GTK_TYPE_STACK)

static guint leave_signal;

static Private *
get (DeskPageVisit *self)
{
  return desk_page_visit_get_instance_private (self);
}

static void
on_back (DeskPageVisit *self)
{
  g_signal_emit (self, leave_signal, 0);
}

void
desk_page_visit_close_summary (DeskPageVisit *self)
{
  Private *private = get (self);
  GtkWidget *summary = g_steal_pointer (&private->summary);

  g_return_if_fail (DESK_IS_PAGE_VISIT (self));
  if (summary == NULL)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self), private->page);
  gtk_widget_destroy (summary);
  if (private->focus != NULL)
    gtk_widget_grab_focus (private->focus);
  else
    gtk_widget_child_focus (private->page, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&private->focus);
}

static GtkWidget *
summary_new (DeskPageVisit *self, DeskScorecard *scorecard, const char *journal)
{
  Private *private = get (self);
  DeskPageVisitClass *klass = DESK_PAGE_VISIT_GET_CLASS (self);
  GtkWidget *summary = desk_summary_page_new (scorecard);

  desk_summary_page_show_back (DESK_SUMMARY_PAGE (summary), private->back_label);
  if (private->back_label !=
      NULL) /* not from the history: this machine may know nothing else of the trainee */
    desk_summary_page_hide_progress (DESK_SUMMARY_PAGE (summary));
  g_signal_connect_object (summary, "back", G_CALLBACK (desk_page_visit_close_summary), self,
                           G_CONNECT_SWAPPED);
  if (private->audio != NULL && journal != NULL)
    desk_summary_page_set_recording (DESK_SUMMARY_PAGE (summary), private->audio, journal, NULL);
  if (klass->prepare != NULL)
    klass->prepare (self, summary);
  return summary;
}

static void
on_summary (DeskPageVisit *self, DeskScorecard *scorecard, const char *journal)
{
  Private *private = get (self);

  desk_page_visit_close_summary (self);
  g_set_weak_pointer (&private->focus, desk_focus_of (GTK_WIDGET (self)));
  private->summary = summary_new (self, scorecard, journal);
  gtk_container_add (GTK_CONTAINER (self), private->summary);
  gtk_widget_show (private->summary);
  gtk_stack_set_visible_child (GTK_STACK (self), private->summary);
  gtk_widget_child_focus (private->summary, GTK_DIR_TAB_FORWARD);
}

static gboolean
desk_page_visit_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskPageVisit *self = DESK_PAGE_VISIT (widget);
  GdkModifierType modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_back = (event->keyval == GDK_KEY_Escape && modifiers == 0) ||
                     (event->keyval == GDK_KEY_Left && modifiers == GDK_MOD1_MASK);

  if (!is_back)
    return GDK_EVENT_PROPAGATE;
  if (get (self)->summary != NULL)
    desk_page_visit_close_summary (self);
  else
    on_back (self);
  return GDK_EVENT_STOP;
}

static void
desk_page_visit_dispose (GObject *object)
{
  Private *private = get (DESK_PAGE_VISIT (object));

  g_clear_weak_pointer (&private->focus);
  g_clear_object (&private->audio);
  private->summary = NULL;
  G_OBJECT_CLASS (desk_page_visit_parent_class)->dispose (object);
}

static void
desk_page_visit_finalize (GObject *object)
{
  g_free (get (DESK_PAGE_VISIT (object))->back_label);
  G_OBJECT_CLASS (desk_page_visit_parent_class)->finalize (object);
}

static void
desk_page_visit_class_init (DeskPageVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_page_visit_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_page_visit_finalize;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_page_visit_key_press_event;
  leave_signal = g_signal_new ("leave", DESK_TYPE_PAGE_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
desk_page_visit_init (DeskPageVisit *self)
{
  g_object_set (self, "visible", TRUE, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
}

void
desk_page_visit_set_page (DeskPageVisit *self, GtkWidget *page)
{
  g_return_if_fail (DESK_IS_PAGE_VISIT (self));
  g_return_if_fail (get (self)->page == NULL);
  get (self)->page = page;
  g_signal_connect_object (page, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "summary", G_CALLBACK (on_summary), self, G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self), page);
}

GtkWidget *
desk_page_visit_get_page (DeskPageVisit *self)
{
  g_return_val_if_fail (DESK_IS_PAGE_VISIT (self), NULL);
  return get (self)->page;
}

void
desk_page_visit_set_audio (DeskPageVisit *self, DeskAudio *audio)
{
  g_return_if_fail (DESK_IS_PAGE_VISIT (self));
  g_set_object (&get (self)->audio, audio);
}

void
desk_page_visit_set_back_label (DeskPageVisit *self, const char *label)
{
  g_return_if_fail (DESK_IS_PAGE_VISIT (self));
  g_free (get (self)->back_label);
  get (self)->back_label = g_strdup (label);
}
