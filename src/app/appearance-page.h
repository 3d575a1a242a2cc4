/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The page of the preferences that says how the window looks and what it shows of sounds. */

G_BEGIN_DECLS

/* Every change is kept in `settings` at once, and seen at once. */
GtkWidget *desk_appearance_page_new (GSettings *settings);

G_END_DECLS
