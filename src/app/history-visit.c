/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-visit.h"

#include "app/summary-page.h"

struct _DeskHistoryVisit {
  GtkStack parent_instance;

  GtkWidget *page;    /* borrowed, as below: children */
  GtkWidget *summary; /* NULL while the page is shown */
  GtkWidget *focus;   /* weak: of the page, while a summary is over it */
  DeskAudio *audio;   /* owned; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskHistoryVisit, desk_history_visit, GTK_TYPE_STACK)

static guint leave_signal;

static void
on_back (DeskHistoryVisit *self)
{
  g_signal_emit (self, leave_signal, 0);
}

static void
close_summary (DeskHistoryVisit *self)
{
  GtkWidget *summary = g_steal_pointer (&self->summary);

  if (summary == NULL)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self), self->page);
  gtk_widget_destroy (summary);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
}

static GtkWidget *
summary_new (DeskHistoryVisit *self, DeskScorecard *scorecard, const char *journal)
{
  GtkWidget *page = desk_summary_page_new (scorecard);

  desk_summary_page_show_back (DESK_SUMMARY_PAGE (page));
  g_signal_connect_object (page, "back", G_CALLBACK (close_summary), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "recording-deleted", G_CALLBACK (desk_history_page_reload),
                           self->page, G_CONNECT_SWAPPED);
  if (self->audio != NULL && journal != NULL)
    desk_summary_page_set_recording (DESK_SUMMARY_PAGE (page), self->audio, journal, NULL);
  return page;
}

static void
on_summary (DeskHistoryVisit *self, DeskScorecard *scorecard, const char *journal)
{
  GtkWidget *toplevel = gtk_widget_get_toplevel (GTK_WIDGET (self));

  close_summary (self);
  if (GTK_IS_WINDOW (toplevel))
    g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (toplevel)));
  self->summary = summary_new (self, scorecard, journal);
  gtk_container_add (GTK_CONTAINER (self), self->summary);
  gtk_widget_show (self->summary);
  gtk_stack_set_visible_child (GTK_STACK (self), self->summary);
  gtk_widget_child_focus (self->summary, GTK_DIR_TAB_FORWARD);
}

static gboolean
desk_history_visit_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskHistoryVisit *self = DESK_HISTORY_VISIT (widget);
  GdkModifierType modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_back = (event->keyval == GDK_KEY_Escape && modifiers == 0) ||
                     (event->keyval == GDK_KEY_Left && modifiers == GDK_MOD1_MASK);

  if (!is_back || self->summary == NULL)
    return GDK_EVENT_PROPAGATE;
  close_summary (self);
  return GDK_EVENT_STOP;
}

static void
desk_history_visit_dispose (GObject *object)
{
  DeskHistoryVisit *self = DESK_HISTORY_VISIT (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->audio);
  self->summary = NULL;
  G_OBJECT_CLASS (desk_history_visit_parent_class)->dispose (object);
}

static void
desk_history_visit_class_init (DeskHistoryVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_history_visit_dispose;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_history_visit_key_press_event;
  leave_signal = g_signal_new ("leave", DESK_TYPE_HISTORY_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
desk_history_visit_init (DeskHistoryVisit *self)
{
}

GtkWidget *
desk_history_visit_new (const char *path, const char *trainee)
{
  DeskHistoryVisit *self = g_object_new (DESK_TYPE_HISTORY_VISIT, "visible", TRUE, "hhomogeneous",
                                         FALSE, "vhomogeneous", FALSE, NULL);

  self->page = desk_history_page_new (path, trainee);
  g_signal_connect_object (self->page, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "summary", G_CALLBACK (on_summary), self, G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self), self->page);
  return GTK_WIDGET (self);
}

void
desk_history_visit_set_audio (DeskHistoryVisit *self, DeskAudio *audio)
{
  g_return_if_fail (DESK_IS_HISTORY_VISIT (self));
  g_set_object (&self->audio, audio);
}

DeskHistoryPage *
desk_history_visit_get_page (DeskHistoryVisit *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY_VISIT (self), NULL);
  return DESK_HISTORY_PAGE (self->page);
}

void
desk_history_visit_show_trainee (DeskHistoryVisit *self, const char *trainee)
{
  g_return_if_fail (DESK_IS_HISTORY_VISIT (self));
  close_summary (self);
  desk_history_page_choose_trainee (DESK_HISTORY_PAGE (self->page), trainee);
}
