/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/announce.h"

void
desk_announce (GtkWidget *widget, const char *words)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  /* since ATK 2.46 */
  if (g_signal_lookup ("announcement", G_OBJECT_TYPE (accessible)) != 0)
    g_signal_emit_by_name (accessible, "announcement", words);
}
