/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Where what a command made goes. */

G_BEGIN_DECLS

/* Writes `bytes` to the file at `path`, the whole of it or nothing, or, where that is NULL, to standard
 * output: as they are, for GLib's printing would turn them into the locale's character set. FALSE, and told
 * as `command`, when the file could not be written. */
gboolean desk_write_out (const char *command, const char *path, GBytes *bytes);

G_END_DECLS
