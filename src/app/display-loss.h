/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Handles the loss of the display, after which GDK ends the program at once. */

G_BEGIN_DECLS

/* The last chance to write something down. Nothing may be drawn. */
typedef void (*DeskDisplayLossHook) (gpointer data);

/* If the display is lost, calls the function, says what happened and ends with status 3, as for any other
 * system failure. Call it after GTK is initialised. On Wayland it is not told: GDK ends with status 1. */
void desk_display_loss_watch (DeskDisplayLossHook hook, gpointer data);

G_END_DECLS
