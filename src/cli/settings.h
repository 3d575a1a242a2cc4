/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* How the user wants the window: the schema org.frontdesk.Frontdesk. */

G_BEGIN_DECLS

/* The settings are the desktop's, or in the file settings.ini of the user's own folder where there is
 * no service that would keep them. NULL, with a G_IO_ERROR, where the program was installed without
 * its schema. (transfer full) */
GSettings *desk_settings_new (GError **error);

G_END_DECLS
