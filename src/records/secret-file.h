/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first line of the file at `path`, which must belong to root or the user and be neither readable nor
 * writable for others. NULL sets a G_IO_ERROR. (transfer full) */
char *desk_secret_file_read (const char *path, GError **error);

G_END_DECLS
