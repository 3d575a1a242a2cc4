/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* The sessions of the trainees on this machine, and how they get on. */

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_PAGE (desk_history_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryPage, desk_history_page, DESK, HISTORY_PAGE, GtkBox)

/**
 * Signals of DeskHistoryPage:
 *  - "back" (): the user wants to go where they came from
 *  - "summary" (DeskScorecard *scorecard, const char *journal): a session is to be shown; both are
 *    owned by the page
 */

/* `path` is that of the history, which need not be there yet. `trainee` is chosen at first;
 * NULL: all. */
GtkWidget *desk_history_page_new (const char *path, const char *trainee);

/* NULL: all. */
void desk_history_page_choose_trainee (DeskHistoryPage *self, const char *trainee);

/* Reads the history again. */
void desk_history_page_reload (DeskHistoryPage *self);

/* Shows a message in the bar above. */
void desk_history_page_tell (DeskHistoryPage *self, GtkMessageType type, const char *words);

G_END_DECLS
