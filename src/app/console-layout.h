/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Lays out the panes of the console. Lines and one more pane are always in view; with more room for the
 * size of the text, more panes are, side by side. The others are behind tabs, and come forward when they
 * get the focus. */

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

/* The arrangement for `width` by `height` pixels and text of `scale` times the usual size (11 points at 96
 * dpi). */
DeskArrangement desk_arrangement_for (int width, int height, double scale);

/* Makes the floating `child` the pane `pane`, in which it scrolls. Call it once for each. */
void desk_console_layout_set_pane (DeskConsoleLayout *self, DeskPane pane, GtkWidget *child);

/* Brings `pane` forward. The focus is dropped if it is in a pane that is hidden by this, so that nobody
 * types out of sight. */
void desk_console_layout_raise (DeskConsoleLayout *self, DeskPane pane);

/* `part` of the slip is shown and hidden at the trainee's wish; its height never affects the arrangement.
 * Owned by the slip. */
void desk_console_layout_set_passing (DeskConsoleLayout *self, GtkWidget *part);

gboolean desk_console_layout_is_in_sight (DeskConsoleLayout *self, DeskPane pane);

DeskArrangement desk_console_layout_get_arrangement (DeskConsoleLayout *self);

G_END_DECLS
