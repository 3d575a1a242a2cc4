/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-progress.h"

/* The kinds of mistake that stay with a trainee, and how they go. */

G_BEGIN_DECLS

#define DESK_TYPE_MISTAKES_LIST (desk_mistakes_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskMistakesList, desk_mistakes_list, DESK, MISTAKES_LIST, GtkBox)

/* Says why when there is nothing to say. */
void desk_mistakes_list_show (DeskMistakesList *self, const DeskHistoryProgress *progress);

G_END_DECLS
