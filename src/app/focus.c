/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/focus.h"

GtkWidget *
desk_focus_of (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_toplevel (widget);

  return GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
}

GtkWidget *
desk_focus_within (GtkWidget *group)
{
  GtkWidget *focus = desk_focus_of (group);

  return focus != NULL && gtk_widget_is_ancestor (focus, group) ? focus : NULL;
}
