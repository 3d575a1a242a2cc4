/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The manual in the language of the window, with a list of its chapters. Needs neither network nor other
 * programs. Belongs to `parent` without blocking it. Not shown yet. */
GtkWidget *desk_help_window_new (GtkWindow *parent);

G_END_DECLS
