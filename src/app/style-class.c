/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/style-class.h"

void
desk_style_class_set (GtkWidget *widget, const char *name, gboolean set)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (set)
    gtk_style_context_add_class (style, name);
  else
    gtk_style_context_remove_class (style, name);
}
