/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page of the preferences about the program as a whole: its language. `in_shift`: what is changed
 * shows when the shift is over, and the page says so. */
GtkWidget *desk_general_page_new (GSettings *settings, gboolean in_shift);

G_END_DECLS
