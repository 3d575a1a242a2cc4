/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/history-page.h"
#include "app/page-visit.h"

/* A visit to the history. */

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_VISIT (desk_history_visit_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryVisit, desk_history_visit, DESK, HISTORY_VISIT, DeskPageVisit)

/* `trainee` is chosen at first; NULL: all. */
GtkWidget *desk_history_visit_new (const char *path, const char *trainee);

DeskHistoryPage *desk_history_visit_get_page (DeskHistoryVisit *self);

/* Goes from a summary to the page, with `trainee` chosen. */
void desk_history_visit_show_trainee (DeskHistoryVisit *self, const char *trainee);

G_END_DECLS
