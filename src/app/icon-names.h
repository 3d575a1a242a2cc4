/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Lets the icons in `entry` be called as their tooltips say, now and whenever they come back: GTK calls
 * them by the names of their pictures, as "edit-clear-symbolic", in every language. */
void desk_icon_names_follow_tooltips (GtkEntry *entry);
