/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/into-sight.h"

void
desk_into_sight (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  int x, y;

  if (viewport == NULL || !gtk_widget_translate_coordinates (
                              widget, gtk_bin_get_child (GTK_BIN (viewport)), 0, 0, &x, &y))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_allocated_height (widget));
}
