/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/clear-container.h"

static void
take_away (GtkWidget *child, gpointer data)
{
  gtk_widget_destroy (child);
}

void
desk_clear_container (GtkContainer *container)
{
  gtk_container_foreach (container, take_away, NULL);
}
