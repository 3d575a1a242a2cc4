/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Restores the last size and state of `window`, before it is shown, as far as the screen allows, and saves
 * them to `settings` when it is closed. The desktop decides its position. */
void desk_window_geometry_remember (GtkWindow *window, GSettings *settings);

G_END_DECLS
