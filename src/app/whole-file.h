/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Replaces `file` by `bytes`, completely or not at all. Any thread. Sets a GIOError. */
gboolean
desk_whole_file_put (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
