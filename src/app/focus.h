/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Which widget has the keyboard, asked from any other of its window. */

G_BEGIN_DECLS

/* What has the focus in the window that `widget` is in; NULL: nothing, or there is no window. (transfer none) */
GtkWidget *desk_focus_of (GtkWidget *widget);

/* What has the focus, if it is inside `group`; NULL: it is elsewhere, or on `group` itself. (transfer none) */
GtkWidget *desk_focus_within (GtkWidget *group);

G_END_DECLS
