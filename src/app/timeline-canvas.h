/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/timeline.h"

/* The drawing of a timeline. It shows a part of the shift, given by an adjustment in ms, follows pointer
 * and keyboard, and lets a call be chosen. Signals: "call-activated" (guint, index in the scorecard's
 * calls). Property "selected" (int): the index of the chosen call, or -1. */

G_BEGIN_DECLS

#define DESK_TYPE_TIMELINE_CANVAS (desk_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskTimelineCanvas, desk_timeline_canvas, DESK, TIMELINE_CANVAS, GtkDrawingArea)

/* `timeline` must outlive it. */
GtkWidget *desk_timeline_canvas_new (const DeskTimeline *timeline);

/* value: the first millisecond shown; page-size: how many are. (transfer none) */
GtkAdjustment *desk_timeline_canvas_get_adjustment (DeskTimelineCanvas *self);

/* The shortest part that can be shown, in ms. */
gint64 desk_timeline_canvas_get_closest_ms (DeskTimelineCanvas *self);

/* Zooms in by `factor`; `anchor_ms` stays where it is. */
void desk_timeline_canvas_zoom (DeskTimelineCanvas *self, double factor, gint64 anchor_ms);
void desk_timeline_canvas_zoom_middle (DeskTimelineCanvas *self, double factor);
void desk_timeline_canvas_show_whole (DeskTimelineCanvas *self);

/* Selects a call and scrolls to it; -1: none. */
void desk_timeline_canvas_select (DeskTimelineCanvas *self, int call);
int desk_timeline_canvas_get_selected (DeskTimelineCanvas *self);

#define DESK_TIMELINE_ZOOM_STEP 1.5

G_END_DECLS
