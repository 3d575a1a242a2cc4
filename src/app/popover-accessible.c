/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/popover-accessible.h"

struct _DeskPopoverAccessible {
  GtkPopoverAccessible parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPopoverAccessible, desk_popover_accessible, GTK_TYPE_POPOVER_ACCESSIBLE)

static AtkStateSet *
desk_popover_accessible_ref_state_set (AtkObject *object)
{
  AtkStateSet *gone;

  if (gtk_accessible_get_widget (GTK_ACCESSIBLE (object)) != NULL)
    return ATK_OBJECT_CLASS (desk_popover_accessible_parent_class)->ref_state_set (object);
  gone = atk_state_set_new ();
  atk_state_set_add_state (gone, ATK_STATE_DEFUNCT);
  return gone;
}

static void
desk_popover_accessible_class_init (DeskPopoverAccessibleClass *klass)
{
  ATK_OBJECT_CLASS (klass)->ref_state_set = desk_popover_accessible_ref_state_set;
}

static void
desk_popover_accessible_init (DeskPopoverAccessible *self)
{
}

/* The classes of other popovers are copies of this one, made when the first of them is. */
void
desk_popover_accessible_use (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_POPOVER);

  gtk_widget_class_set_accessible_type (GTK_WIDGET_CLASS (klass), DESK_TYPE_POPOVER_ACCESSIBLE);
}
