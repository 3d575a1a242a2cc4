/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* The shift as a drawing: a lane a line, a bar for each state a call was in, told apart by shape
 * and colour. */

G_BEGIN_DECLS

#define DESK_TYPE_TIMELINE_VIEW (desk_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskTimelineView, desk_timeline_view, DESK, TIMELINE_VIEW, GtkDrawingArea)

GtkWidget *desk_timeline_view_new (DeskScorecard *scorecard);

/* A sample of every kind of bar with its name. */
GtkWidget *desk_timeline_legend_new (void);

G_END_DECLS
