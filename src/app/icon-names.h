/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Names the icons in `entry` by their tooltips, now and whenever they change: GTK names them after their
 * images, such as "edit-clear-symbolic", in every language. */
void desk_icon_names_follow_tooltips (GtkEntry *entry);
