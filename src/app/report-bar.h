/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* Saves and prints the report of a scorecard, with progress, a button to cancel, and the outcome. */

G_BEGIN_DECLS

#define DESK_TYPE_REPORT_BAR (desk_report_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskReportBar, desk_report_bar, DESK, REPORT_BAR, GtkBox)

void desk_report_bar_set_scorecard (DeskReportBar *self, DeskScorecard *scorecard);

G_END_DECLS
