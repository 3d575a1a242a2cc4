/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The menu for the history as a whole, with actions of the group "history": import, rebuild, export,
 * delete, keep, places. */

G_BEGIN_DECLS

/* `trainee`: whose data "export" and "delete" are about; NULL: nobody is chosen. `keep_days`: for
 * how long sessions are kept now; 0: for ever. (transfer full) */
GMenuModel *desk_history_menu_new (const char *trainee, guint keep_days);

G_END_DECLS
