/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Makes the keys of the desk known to `application`. They hold wherever the focus is, so that they
 * work while typing, and only while a shift's actions are in the window under the name "desk". */
void desk_accelerators_add (GtkApplication *application);
