/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The command line as a whole: a subcommand, which needs no display, or the window. */

G_BEGIN_DECLS

typedef enum {
  DESK_MAIN_DONE,          /* the command line was answered; exit with its status */
  DESK_MAIN_CHECK_DISPLAY, /* --check-display: exit with 0 if a window can be opened, else with 3 */
  DESK_MAIN_WINDOW,        /* open the window with the same arguments */
} DeskMain;

/* Runs the subcommand that argv[1] names (its own argv[0] is that name), or answers the options of
 * the program; sets `status` when it returns DESK_MAIN_DONE. Wrong usage is told and done. */
DeskMain desk_main_cli (int argc, char **argv, int *status);

G_END_DECLS
