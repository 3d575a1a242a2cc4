/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/history-menu.h"

#include <glib/gi18n-lib.h>

#include "app/menu-parts.h"
#include "report/words.h"

#define MOST_LETTERS 30 /* of a name in the menu */

/* A name as a menu can show it: of bounded length, and with no letter underlined. */
static char *
menu_name (const char *trainee)
{
  g_autofree char *tame = desk_words_tame (trainee);
  gboolean is_long = g_utf8_strlen (tame, -1) > MOST_LETTERS;
  g_autofree char *start = is_long ? g_utf8_substring (tame, 0, MOST_LETTERS) : g_strdup (tame);
  g_autofree char *escaped = desk_menu_escape (start);

  return g_strconcat (escaped, is_long ? "…" : "", NULL);
}

static void
add_trainee_items (GMenu *section, const char *trainee)
{
  g_autofree char *name = trainee != NULL ? menu_name (trainee) : NULL;
  g_autofree char *export_label = NULL;
  g_autofree char *delete_label = NULL;

  if (name == NULL) {
    g_menu_append (section, _ ("Export everything about a trainee (choose one first)"),
                   "history.export");
    g_menu_append (section, _ ("Delete everything about a trainee (choose one first)"),
                   "history.delete");
    return;
  }
  export_label = g_strdup_printf (_ ("_Export everything about “%s”…"), name);
  delete_label = g_strdup_printf (_ ("_Delete everything about “%s”…"), name);
  g_menu_append (section, export_label, "history.export");
  g_menu_append (section, delete_label, "history.delete");
}

static void
add_keep_item (GMenu *section, guint days)
{
  g_autofree char *label =
      days == 0 ? g_strdup (_ ("_Keep sessions: for ever…"))
                : g_strdup_printf (
                      ngettext ("_Keep sessions: %u day…", "_Keep sessions: %u days…", days), days);

  g_menu_append (section, label, "history.keep");
}

GMenuModel *
desk_history_menu_new (const char *trainee, guint keep_days)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = desk_menu_add_section (menu);

  g_menu_append (section, _ ("_Import journals…"), "history.import");
  g_menu_append (section, _ ("_Rebuild from the journals…"), "history.rebuild");
  add_trainee_items (desk_menu_add_section (menu), trainee);
  section = desk_menu_add_section (menu);
  add_keep_item (section, keep_days);
  g_menu_append (section, _ ("_Where everything is kept…"), "history.places");
  return G_MENU_MODEL (menu);
}
