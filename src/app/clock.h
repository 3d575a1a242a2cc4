/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A label for a clock that runs. It asks for the room of as many zeros as it has digits, so that a second
 * that goes by has it drawn again and nothing placed, unless the text as it is drawn needs more: a GtkLabel would have the whole page laid out
 * anew for each of the clocks of a desk. Themes and screen readers have it as a label. */

G_BEGIN_DECLS

#define DESK_TYPE_CLOCK (desk_clock_get_type ())
G_DECLARE_FINAL_TYPE (DeskClock, desk_clock, DESK, CLOCK, GtkWidget)

/* Property "label" (string, default ""): what it shows, figures of one width alone counting as digits. */

GtkWidget *desk_clock_new (void);

void desk_clock_set_text (DeskClock *self, const char *text);
const char *desk_clock_get_text (DeskClock *self);

G_END_DECLS
