/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/class-reader.h"

/* The progress of reading a class, with a button to cancel; hidden unless it takes a while. */

G_BEGIN_DECLS

#define DESK_TYPE_CLASS_READING_BAR (desk_class_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskClassReadingBar, desk_class_reading_bar, DESK, CLASS_READING_BAR, GtkBox)

/* Follows `reader`, which outlives it. Call it once. */
void desk_class_reading_bar_follow (DeskClassReadingBar *self, DeskClassReader *reader);

G_END_DECLS
