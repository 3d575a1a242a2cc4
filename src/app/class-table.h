/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-progress.h"

/* The trainees of a class beside each other, a row for each kind of session they worked. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_TABLE (desk_class_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassTable, desk_class_table, DESK, CLASS_TABLE, GtkScrolledWindow)

/* Signal "trainee" (const char *name): the row of a trainee was double-clicked, or Enter pressed on
 * it. */

/* (element-type DeskHistoryProgress) */
void desk_class_table_set_groups (DeskClassTable *self, GPtrArray *groups);

G_END_DECLS
