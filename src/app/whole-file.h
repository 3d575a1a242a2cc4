/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes `bytes` to `file`, the whole of it or nothing. `keep`: a file that has been there stays as a backup.
 * Any thread. Sets a GIOError. */
gboolean desk_whole_file_put (
    GFile *file, GBytes *bytes, gboolean keep, GCancellable *cancellable, GError **error);

G_END_DECLS
