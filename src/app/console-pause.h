/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/console-bar.h"
#include "app/session-driver.h"

/* The console during a pause: a cover hides the desk, which takes no input, and afterwards the focus
 * returns to where it was. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_PAUSE (desk_console_pause_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsolePause, desk_console_pause, DESK, CONSOLE_PAUSE, GObject)

/* What a pause changes; all borrowed. */
typedef struct {
  GtkWidget *page;
  GtkWidget *cover;
  GtkWidget *body;
  GtkWidget *glance;
  DeskConsoleBar *bar;
} DeskPausePlaces;

/* Follows `driver`, which may already be paused, until it is disposed of. */
DeskConsolePause *desk_console_pause_new (DeskSessionDriver *driver, const DeskPausePlaces *places);

G_END_DECLS
