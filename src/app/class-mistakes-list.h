/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-snapshot.h"

/* The mistakes common in a class, each with the trainees who made it. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_MISTAKES_LIST (desk_class_mistakes_list_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClassMistakesList, desk_class_mistakes_list, DESK, CLASS_MISTAKES_LIST, GtkBox)

/* Signal "open" (const DeskClassCell *cell): the session in which somebody made a mistake is to be shown. */

void desk_class_mistakes_list_show (DeskClassMistakesList *self, DeskClassSnapshot *snapshot);

G_END_DECLS
