/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A label for a running clock. It requests the width of a zero for each digit, so that a passing second
 * only redraws it; a GtkLabel would lay out the whole page again for every clock of a desk. It resizes only
 * if the text as drawn needs more. To themes and screen readers it is a label. */

G_BEGIN_DECLS

#define DESK_TYPE_CLOCK (desk_clock_get_type ())
G_DECLARE_FINAL_TYPE (DeskClock, desk_clock, DESK, CLOCK, GtkWidget)

/* Property "label" (string, default ""): the text. Only digits of equal width are counted as digits. */

GtkWidget *desk_clock_new (void);

void desk_clock_set_text (DeskClock *self, const char *text);
const char *desk_clock_get_text (DeskClock *self);

G_END_DECLS
