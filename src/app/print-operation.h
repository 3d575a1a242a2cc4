/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* How everything of ours is printed. */

G_BEGIN_DECLS

/* An operation that works while the main loop turns, measures in points from the corner of the sheet, and begins
 * with the paper that is usual here. (transfer full) */
GtkPrintOperation *desk_print_operation_new (const char *job_name, GtkPageOrientation orientation);

G_END_DECLS
