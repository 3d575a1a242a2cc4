/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* The shift as a drawing: a lane for each line, a bar for each state of a call, marks for what was said and
 * written; with zoom buttons, a scroll bar and a legend. Signals: "call-activated" (guint, index in the
 * scorecard's calls): the call is to be shown. */

G_BEGIN_DECLS

#define DESK_TYPE_TIMELINE_VIEW (desk_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskTimelineView, desk_timeline_view, DESK, TIMELINE_VIEW, GtkBox)

GtkWidget *desk_timeline_view_new (DeskScorecard *scorecard);

G_END_DECLS
