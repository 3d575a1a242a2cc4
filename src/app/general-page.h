/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The preferences page for the program as a whole: its language. `in_shift`: changes take effect after the
 * shift, and the page says so. */
GtkWidget *desk_general_page_new (GSettings *settings, gboolean in_shift);

G_END_DECLS
