/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "history/history-list.h"

/* The lines of the progress chart, distinguished by stroke and shape as well as by colour. */

G_BEGIN_DECLS

typedef enum {
  DESK_SERIES_SCORE,
  DESK_SERIES_RESPONSE,
  DESK_SERIES_MESSAGE,
} DeskSeries;

#define DESK_N_SERIES ((guint) DESK_SERIES_MESSAGE + 1)

/* 0 to 100; -1: it does not apply. */
double desk_series_value (DeskSeries series, const DeskHistoryEntry *entry);

/* Sets colour and stroke for lines of the series. */
void desk_series_set_stroke (DeskSeries series, GtkWidget *widget, cairo_t *cr);

/* The shape of a point, in the colour that is set: full, or hollow on the colour of the base. */
void desk_series_draw_point (
    DeskSeries series, GtkWidget *widget, cairo_t *cr, double x, double y, gboolean full);

/* The same for the line of the pass mark. */
void desk_pass_mark_set_stroke (GtkWidget *widget, cairo_t *cr);

/* Sets a named colour of pages.css; without it, that of the text. */
void desk_chart_set_colour (GtkWidget *widget, cairo_t *cr, const char *name, double alpha);

/* A sample of each with its name. */
GtkWidget *desk_series_legend_new (void);

/* The same for weeks, which are not passed. */
GtkWidget *desk_series_legend_new_of_weeks (void);

G_END_DECLS
