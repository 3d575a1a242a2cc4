/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/classroom-menus.h"

#include <glib/gi18n-lib.h>

#include "app/menu-parts.h"
#include "classroom/class-words.h"

/* Sessions in a menu: nobody looks through more. */
#define MOST_SESSIONS 60

GMenuModel *
desk_classroom_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = desk_menu_add_section (menu);

  g_menu_append (section, _ ("_Open a class folder…"), "classroom.open");
  g_menu_append (section, _ ("_Read again (F5)"), "classroom.refresh");
  g_menu_append (section, _ ("Go back to the folder in the _preferences"), "classroom.forget");
  section = desk_menu_add_section (menu);
  g_menu_append (section, _ ("_Save as a page, CSV or JSON…"), "classroom.save");
  g_menu_append (section, _ ("_Print…"), "classroom.print");
  section = desk_menu_add_section (menu);
  g_menu_append (section, _ ("_Journals without a result…"), "classroom.faults");
  return G_MENU_MODEL (menu);
}

static void
add_session (GMenu *menu, const DeskClassSession *session, guint n)
{
  g_autofree char *words = desk_class_words_session (session);
  g_autofree char *label = desk_menu_escape (words);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "classroom.session", "u", n);
  g_menu_append_item (menu, item);
}

GMenuModel *
desk_classroom_menu_of_cell (const DeskClassCell *cell)
{
  GMenu *menu = g_menu_new ();
  const guint n_sessions = cell->sessions->len;

  for (guint n = 0; n < MIN (n_sessions, MOST_SESSIONS); n++)
    add_session (menu, cell->sessions->pdata[n_sessions - 1 - n], n_sessions - 1 - n);
  return G_MENU_MODEL (menu);
}
