/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/preferences-window.h"

#include "app/announce.h"
#include "app/plain-label.h"
#include "app/row-names.h"
#include "app/text-scale.h"

struct _DeskPreferencesWindow {
  GtkWindow parent_instance;

  GtkLabel *failure;
  GtkStack *stack;
  GtkWidget *sidebar;

  DeskSettingsSaver *saver; /* owned */
};

G_DEFINE_FINAL_TYPE (DeskPreferencesWindow, desk_preferences_window, GTK_TYPE_WINDOW)

static void
show_failure (DeskPreferencesWindow *self)
{
  g_autofree char *failure = NULL;

  g_object_get (self->saver, "failure", &failure, NULL);
  desk_plain_label_set_text (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
  if (failure != NULL)
    desk_announce (GTK_WIDGET (self->failure), failure);
}

static gboolean
desk_preferences_window_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  if (GTK_WIDGET_CLASS (desk_preferences_window_parent_class)->key_press_event (widget, event))
    return GDK_EVENT_STOP;
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* Tab leaves the list of pages: a list would go on to its next row, and so to the next page, and none
 * but the last could be tabbed into. The arrow keys choose the page. */
static gboolean
on_sidebar_focus (GtkWidget *sidebar, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_container_get_focus_child (GTK_CONTAINER (sidebar)) != NULL)
    g_signal_stop_emission_by_name (sidebar, "focus");
  return GDK_EVENT_PROPAGATE;
}

void
desk_preferences_window_add_page (DeskPreferencesWindow *self,
                                  GtkWidget *page,
                                  const char *name,
                                  const char *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);

  g_return_if_fail (DESK_IS_PREFERENCES_WINDOW (self));

  /* Across too, for text so large that words do not fit. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  atk_object_set_name (gtk_widget_get_accessible (scroller), title);
  gtk_container_add (GTK_CONTAINER (scroller), page);
  gtk_widget_show (scroller);
  gtk_widget_show (page);
  gtk_stack_add_titled (self->stack, scroller, name, title);
  desk_row_names_follow_labels (GTK_WIDGET (self->sidebar));
}

void
desk_preferences_window_show_page (DeskPreferencesWindow *self, const char *name)
{
  g_return_if_fail (DESK_IS_PREFERENCES_WINDOW (self));
  if (gtk_stack_get_child_by_name (self->stack, name) != NULL)
    gtk_stack_set_visible_child_name (self->stack, name);
}

const char *
desk_preferences_window_get_page (DeskPreferencesWindow *self)
{
  g_return_val_if_fail (DESK_IS_PREFERENCES_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

/* As large as the text makes it, as far as the parent is. */
static void
choose_size (DeskPreferencesWindow *self, GtkWindow *parent)
{
  double scale = desk_text_scale (GTK_WIDGET (self));
  int width, height, parent_width, parent_height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_get_size (parent, &parent_width, &parent_height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MAX (width, MIN ((int) (width * scale), parent_width)),
                               MAX (height, MIN ((int) (height * scale), parent_height)));
}

GtkWidget *
desk_preferences_window_new (GtkWindow *parent, DeskSettingsSaver *saver)
{
  DeskPreferencesWindow *self =
      g_object_new (DESK_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  self->saver = g_object_ref (saver);
  choose_size (self, parent);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  g_signal_connect_object (saver, "notify::failure", G_CALLBACK (show_failure), self,
                           G_CONNECT_SWAPPED);
  show_failure (self);
  return GTK_WIDGET (self);
}

static void
desk_preferences_window_dispose (GObject *object)
{
  g_clear_object (&DESK_PREFERENCES_WINDOW (object)->saver);
  G_OBJECT_CLASS (desk_preferences_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskPreferencesWindow, name)

static void
desk_preferences_window_class_init (DeskPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_preferences_window_dispose;
  widget_class->key_press_event = desk_preferences_window_key_press_event;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/preferences-window.ui");
  BIND (failure);
  BIND (stack);
  BIND (sidebar);
}

static void
desk_preferences_window_init (DeskPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->sidebar, "focus", G_CALLBACK (on_sidebar_focus), NULL);
}
