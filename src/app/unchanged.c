/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/unchanged.h"

void
desk_name_unless_same (GtkWidget *widget, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  if (g_strcmp0 (atk_object_get_name (accessible), name) != 0)
    atk_object_set_name (accessible, name);
}

void
desk_text_unless_same (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

void
desk_tooltip_unless_same (gpointer widget, const char *text)
{
  g_autofree char *before = gtk_widget_get_tooltip_text (widget);

  if (g_strcmp0 (before, text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
