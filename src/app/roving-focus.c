/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/roving-focus.h"

#include "app/focus.h"

/* Which of two candidates lies nearer in a direction: along it counts once, aside from it so often, so that
 * a column is kept. */
#define ASIDE_WEIGHT 4

#define LAST "desk-roving-last"

/* The middle of `stop`, as the group sees it. */
static void
middle_of (GtkWidget *stop, GtkWidget *group, int *x, int *y)
{
  gtk_widget_translate_coordinates (stop, group, gtk_widget_get_allocated_width (stop) / 2,
                                    gtk_widget_get_allocated_height (stop) / 2, x, y);
}

/* Those that can be gone to. */
static void
collect (GtkWidget *widget, gpointer stops)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (gtk_widget_get_can_focus (widget))
    g_ptr_array_add (stops, widget);
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), collect, stops);
}

/* As one reads. Not every container keeps its children so. */
static gint
compare_places (gconstpointer a, gconstpointer b, gpointer group)
{
  int a_x, a_y, b_x, b_y;

  middle_of (*(GtkWidget *const *) a, group, &a_x, &a_y);
  middle_of (*(GtkWidget *const *) b, group, &b_x, &b_y);
  return a_y != b_y ? a_y - b_y : a_x - b_x;
}

static GPtrArray *
stops_of (GtkWidget *group)
{
  GPtrArray *stops = g_ptr_array_new ();

  gtk_container_forall (GTK_CONTAINER (group), collect, stops);
  g_ptr_array_sort_with_data (stops, compare_places, group);
  return stops;
}

/* How far `to` is from `from` in the direction of (`right`, `down`), one of which is 0; -1: it does not lie
 * there. */
static int
distance (GtkWidget *group, GtkWidget *from, GtkWidget *to, int right, int down)
{
  int from_x, from_y, to_x, to_y, along, aside;

  middle_of (from, group, &from_x, &from_y);
  middle_of (to, group, &to_x, &to_y);
  along = right * (to_x - from_x) + down * (to_y - from_y);
  aside = ABS (right != 0 ? to_y - from_y : to_x - from_x);
  return along > 0 && along >= aside / ASIDE_WEIGHT ? along + aside * ASIDE_WEIGHT : -1;
}

static GtkWidget *
nearest (GtkWidget *group, GPtrArray *stops, GtkWidget *from, int right, int down)
{
  GtkWidget *found = NULL;
  int least = G_MAXINT;

  for (guint n = 0; n < stops->len; n++) {
    const int far = distance (group, from, stops->pdata[n], right, down);

    if (far >= 0 && far < least) {
      least = far;
      found = stops->pdata[n];
    }
  }
  return found;
}

static GtkWidget *
target_of (GtkWidget *group, GPtrArray *stops, GtkWidget *from, guint key)
{
  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home: return stops->pdata[0];
  case GDK_KEY_End:
  case GDK_KEY_KP_End: return stops->pdata[stops->len - 1];
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up: return nearest (group, stops, from, 0, -1);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down: return nearest (group, stops, from, 0, 1);
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left: return nearest (group, stops, from, -1, 0);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right: return nearest (group, stops, from, 1, 0);
  default: return NULL;
  }
}

static gboolean
is_of_group (guint key)
{
  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right: return TRUE;
  default: return FALSE;
  }
}

/* An arrow at the edge goes nowhere: out of the group it is Tab that leads. */
static gboolean
on_key_press (GtkWidget *group, GdkEventKey *event)
{
  const guint modifiers = event->state & gtk_accelerator_get_default_mod_mask ();
  g_autoptr (GPtrArray) stops = NULL;
  GtkWidget *from = desk_focus_within (group);
  GtkWidget *to;

  if (modifiers != 0 || from == NULL || !is_of_group (event->keyval))
    return GDK_EVENT_PROPAGATE;
  stops = stops_of (group);
  to = stops->len > 0 ? target_of (group, stops, from, event->keyval) : NULL;
  if (to != NULL)
    gtk_widget_grab_focus (to);
  else
    gtk_widget_error_bell (group);
  return GDK_EVENT_STOP;
}

/* Where Tab comes in: at the last one that had the focus, if it still can have it. */
static GtkWidget *
entrance (GtkWidget *group, GPtrArray *stops)
{
  gpointer last = g_object_get_data (G_OBJECT (group), LAST);

  return g_ptr_array_find (stops, last, NULL) ? last : stops->pdata[0];
}

static gboolean
on_focus (GtkWidget *group, GtkDirectionType direction)
{
  g_autoptr (GPtrArray) stops = NULL;
  gboolean comes_in = FALSE;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  stops = stops_of (group);
  if (desk_focus_within (group) == NULL && stops->len > 0) {
    gtk_widget_grab_focus (entrance (group, stops));
    comes_in = TRUE;
  }
  /* The group's own way would be to go from one to the next. */
  g_signal_stop_emission_by_name (group, "focus");
  return comes_in;
}

/* Containers learn of a new focus before the window does. Remembered only by address: looked up among the
 * present stops, never dereferenced. */
static void
on_set_focus_child (GtkWidget *group, GtkWidget *child)
{
  GtkWidget *stop = child;

  while (stop != NULL && !gtk_widget_get_can_focus (stop))
    stop = GTK_IS_CONTAINER (stop) ? gtk_container_get_focus_child (GTK_CONTAINER (stop)) : NULL;
  if (stop != NULL)
    g_object_set_data (G_OBJECT (group), LAST, stop);
}

void
desk_roving_focus_add (GtkWidget *group)
{
  g_signal_connect (group, "focus", G_CALLBACK (on_focus), NULL);
  g_signal_connect (group, "key-press-event", G_CALLBACK (on_key_press), NULL);
  g_signal_connect_after (group, "set-focus-child", G_CALLBACK (on_set_focus_child), NULL);
}
