/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "classroom/class-view.h"

/* The menus of the class page, whose actions are in the group "classroom". All are (transfer full). */

G_BEGIN_DECLS

/* What is done with the folder and what comes of it. */
GMenuModel *desk_classroom_menu_new (void);

/* The sessions of a cell, latest first; the action "session" has their number as its target. */
GMenuModel *desk_classroom_menu_of_cell (const DeskClassCell *cell);

G_END_DECLS
