/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Scrolls a page that may be too long for its window: only vertically, with a permanent scroll bar. Takes
 * the floating `child`. (transfer floating) */
GtkWidget *desk_page_scroller_new (GtkWidget *child);

/* Home, End and the page keys scroll `scroller` wherever the focus is in its window, unless another widget
 * uses them. */
void desk_page_scroller_take_keys (GtkWidget *scroller);
