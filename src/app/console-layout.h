/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Where the panes of the console lie. Lines and one more pane are always in sight; with more room for
 * the size of the text, more panes are, side by side. What there is no room for waits behind a row of
 * tabs, and comes forward when the focus goes there. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_LAYOUT (desk_console_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsoleLayout, desk_console_layout, DESK, CONSOLE_LAYOUT, GtkContainer)

typedef enum {
  DESK_PANE_LINES,
  DESK_PANE_CALL,
  DESK_PANE_DIRECTORY,
  DESK_PANE_SLIP,
} DeskPane;

#define DESK_N_PANES ((guint) DESK_PANE_SLIP + 1)

/* From the most room to the least. */
typedef enum {
  DESK_ARRANGEMENT_FOUR,    /* lines, call, directory, slip */
  DESK_ARRANGEMENT_COLUMNS, /* lines, call, directory over slip */
  DESK_ARRANGEMENT_PAIR,    /* lines, call, and directory or slip */
  DESK_ARRANGEMENT_SINGLE,  /* lines, and call, directory or slip */
} DeskArrangement;

/* What suits `width` by `height` pixels, when text is `scale` times as large as usual (11 points at 96
 * dots an inch). */
DeskArrangement desk_arrangement_for (int width, int height, double scale);

/* Puts the floating `child` where `pane` is; it scrolls there. Once for each. */
void desk_console_layout_set_pane (DeskConsoleLayout *self, DeskPane pane, GtkWidget *child);

/* Brings `pane` forward. A focus on what goes out of sight thereby is dropped, for nobody types where
 * they cannot see it. */
void desk_console_layout_raise (DeskConsoleLayout *self, DeskPane pane);

/* `part` of the slip comes and goes at the trainee's wish: its height never decides where the panes lie. Owned by
 * the slip. */
void desk_console_layout_set_passing (DeskConsoleLayout *self, GtkWidget *part);

gboolean desk_console_layout_is_in_sight (DeskConsoleLayout *self, DeskPane pane);

DeskArrangement desk_console_layout_get_arrangement (DeskConsoleLayout *self);

G_END_DECLS
