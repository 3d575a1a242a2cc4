/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/primary-menu.h"

#include <glib/gi18n-lib.h>

#include "app/menu-parts.h"

struct _DeskPrimaryMenu {
  GtkMenuButton parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPrimaryMenu, desk_primary_menu, GTK_TYPE_MENU_BUTTON)

static void
add_item (GMenu *section, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (section, item);
}

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new (), *section = desk_menu_add_section (menu);

  add_item (section, _ ("_Preferences"), "win.preferences('')");
  add_item (section, _ ("_Keys"), "win.key-sheet");
  add_item (section, _ ("_Class"), "win.class");
  section = desk_menu_add_section (menu);
  add_item (section, _ ("_Help"), "win.help");
  add_item (section, _ ("_About Frontdesk"), "win.about");
  section = desk_menu_add_section (menu);
  add_item (section, _ ("_Quit"), "app.quit");
  return G_MENU_MODEL (menu);
}

static void
desk_primary_menu_class_init (DeskPrimaryMenuClass *klass)
{
}

static void
desk_primary_menu_init (DeskPrimaryMenu *self)
{
  g_autoptr (GMenuModel) menu = menu_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("open-menu-symbolic", GTK_ICON_SIZE_BUTTON);

  gtk_widget_show (image);
  gtk_container_add (GTK_CONTAINER (self), image);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self), menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Menu"));
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), _ ("Menu"));
}
