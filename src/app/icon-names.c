/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/icon-names.h"

/* An icon that is not there is no child, so `number` counts those that are. */
static void
name_icon (GtkEntry *entry, GtkEntryIconPosition position, int *number)
{
  g_autofree char *tooltip = NULL;
  g_autoptr (AtkObject) icon = NULL;

  if (gtk_entry_get_icon_storage_type (entry, position) == GTK_IMAGE_EMPTY)
    return;
  tooltip = gtk_entry_get_icon_tooltip_text (entry, position);
  icon =
      atk_object_ref_accessible_child (gtk_widget_get_accessible (GTK_WIDGET (entry)), (*number)++);
  if (icon != NULL && tooltip != NULL)
    atk_object_set_name (icon, tooltip);
}

static void
name_icons (GtkEntry *entry)
{
  int number = 0;

  name_icon (entry, GTK_ENTRY_ICON_PRIMARY, &number);
  name_icon (entry, GTK_ENTRY_ICON_SECONDARY, &number);
}

void
desk_icon_names_follow_tooltips (GtkEntry *entry)
{
  static const char *const signals[] = {
    "notify::primary-icon-name",
    "notify::primary-icon-tooltip-text",
    "notify::secondary-icon-name",
    "notify::secondary-icon-tooltip-text",
  };

  /* The accessible first: it renames an icon in a handler of its own, which must run before ours. */
  name_icons (entry);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_after (entry, signals[i], G_CALLBACK (name_icons), NULL);
}
