/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The small commented scenario that an author starts from. */

G_BEGIN_DECLS

/* Writes it, and the schema of the format, into `folder`, which may be there already as long as no scenario is in it
 * (G_IO_ERROR_EXISTS). Sets a GIOError. */
gboolean desk_scenario_template_write (const char *folder, GError **error);

G_END_DECLS
