/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* Beside the table of a class: progress by week, of the class or a trainee, and the mistakes common in the
 * class. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_SIDE (desk_class_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassSide, desk_class_side, DESK, CLASS_SIDE, GtkBox)

/* Signal "open" (const DeskClassCell *cell): a session is to be shown. */

/* A chosen trainee stays chosen while there is one of that name. */
void desk_class_side_show (DeskClassSide *self, DeskClassSnapshot *snapshot);

/* Whose progress is shown; NULL: that of the class. */
void desk_class_side_choose (DeskClassSide *self, const char *trainee);

G_END_DECLS
