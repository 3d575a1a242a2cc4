/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What is done when the display goes away under the window: GDK ends the program there and then. */

G_BEGIN_DECLS

/* The last chance to write something down. Nothing may be drawn. */
typedef void (*DeskDisplayLossHook) (gpointer data);

/* From now on the program says what has happened and ends with status 3, as when any other part of the
 * system fails. Comes after GTK's initialisation. Of Wayland it hears nothing: GDK ends with status 1. */
void desk_display_loss_watch (DeskDisplayLossHook hook, gpointer data);

G_END_DECLS
