/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives `window`, before it is shown, the size and state it had the last time, as far as the screen is
 * large enough for it, and keeps them in `settings` when it is closed. Where on the screen it appears is
 * the desktop's matter. */
void desk_window_geometry_remember (GtkWindow *window, GSettings *settings);

G_END_DECLS
