/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-progress.h"

/* The kinds of mistake that a trainee keeps making, and their trend. */

G_BEGIN_DECLS

#define DESK_TYPE_MISTAKES_LIST (desk_mistakes_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskMistakesList, desk_mistakes_list, DESK, MISTAKES_LIST, GtkBox)

/* If there are none, says why. */
void desk_mistakes_list_show (DeskMistakesList *self, const DeskHistoryProgress *progress);

G_END_DECLS
