/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The common settings for printing. */

G_BEGIN_DECLS

/* A print operation that runs asynchronously, measures in points from the corner of the sheet, and starts
 * with the usual paper of this country. (transfer full) */
GtkPrintOperation *desk_print_operation_new (const char *job_name, GtkPageOrientation orientation);

G_END_DECLS
