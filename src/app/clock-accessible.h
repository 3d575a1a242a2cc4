/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

/* How a screen reader sees a DeskClock: as a label with its text. */

G_BEGIN_DECLS

#define DESK_TYPE_CLOCK_ACCESSIBLE (desk_clock_accessible_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskClockAccessible, desk_clock_accessible, DESK, CLOCK_ACCESSIBLE, GtkWidgetAccessible)

G_END_DECLS
