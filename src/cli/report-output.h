/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Where a report goes. */

G_BEGIN_DECLS

/* Writes `report` to the file at `path`, the whole of it or nothing, or, where that is NULL, to standard
 * output: the bytes as they are, for GLib's printing would turn them into the locale's character set.
 * FALSE, and told as `command`, when the file could not be written. */
gboolean desk_report_output (const char *command, const char *path, GBytes *report);

G_END_DECLS
