/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* What scrolls a page that may be too long for its window, downwards alone and with a bar that stays in
 * sight. Takes the floating `child`. (transfer floating) */
GtkWidget *desk_page_scroller_new (GtkWidget *child);

/* Home, End and the page keys scroll `scroller` wherever the focus is in its window, once nothing else wants
 * them. */
void desk_page_scroller_take_keys (GtkWidget *scroller);
