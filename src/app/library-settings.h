/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The folders of scenarios that the user added to the library, kept in a small key file. */

G_BEGIN_DECLS

/* (transfer full) (element-type filename) */
GPtrArray *desk_library_settings_list (void);

/* A folder that is there already stays there once. Both set a GError of the file. */
gboolean desk_library_settings_add (const char *folder, GError **error);
gboolean desk_library_settings_remove (const char *folder, GError **error);

G_END_DECLS
