/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The preferences page for the look of the window and for showing sounds. */

G_BEGIN_DECLS

/* Each change is saved to `settings` and takes effect at once. */
GtkWidget *desk_appearance_page_new (GSettings *settings);

G_END_DECLS
