/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/report.h"

/* Prints a report, page for page what its PDF shows. */

G_BEGIN_DECLS

/* An operation that is ready to be run; it works while the main loop turns, and can be cancelled.
 * `tell` (nullable) is told how far it is. (transfer full) */
GtkPrintOperation *
desk_report_print_new (DeskScorecard *scorecard, DeskReportTell tell, gpointer tell_data);

G_END_DECLS
