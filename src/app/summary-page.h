/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* How a session went: the score and what it means, and under each call the reason for every
 * point. */

G_BEGIN_DECLS

#define DESK_TYPE_SUMMARY_PAGE (desk_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSummaryPage, desk_summary_page, DESK, SUMMARY_PAGE, GtkBox)

/**
 * Signals of DeskSummaryPage:
 *  - "again": the trainee wants to work the scenario once more
 *  - "close"
 */
GtkWidget *desk_summary_page_new (DeskScorecard *scorecard);

G_END_DECLS
