/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/chart-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SAMPLE_WIDTH 44 /* px, of the legend, as the next */
#define SAMPLE_HEIGHT 16
#define RADIUS 4.5 /* px */

static const struct {
  const char *name;
  const char *colour;
  double width; /* px */
  double dashes[2];
  int n_dashes;
} series_looks[] = {
  [DESK_SERIES_SCORE] = { N_ ("Score (hollow: not passed)"), "desk_series_score", 2.5, { 0 }, 0 },
  [DESK_SERIES_RESPONSE] = { N_ ("Response points, %"), "desk_series_response", 1.75, { 9, 4 }, 2 },
  [DESK_SERIES_MESSAGE] = { N_ ("Message accuracy, %"),
                            "desk_series_message",
                            1.75,
                            { 2, 3.5 },
                            2 },
};

double
desk_series_value (DeskSeries series, const DeskHistoryEntry *entry)
{
  switch (series) {
  case DESK_SERIES_SCORE: return entry->score;
  case DESK_SERIES_RESPONSE: return entry->response < 0 ? -1 : 100 * entry->response;
  case DESK_SERIES_MESSAGE: return entry->message < 0 ? -1 : 100 * entry->message;
  }
  g_return_val_if_reached (-1);
}

void
desk_chart_set_colour (GtkWidget *widget, cairo_t *cr, const char *name, double alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  colour.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

void
desk_series_set_stroke (DeskSeries series, GtkWidget *widget, cairo_t *cr)
{
  desk_chart_set_colour (widget, cr, series_looks[series].colour, 1);
  cairo_set_line_width (cr, series_looks[series].width);
  cairo_set_dash (cr, series_looks[series].dashes, series_looks[series].n_dashes, 0);
}

static void
trace_point (DeskSeries series, cairo_t *cr, double x, double y)
{
  switch (series) {
  case DESK_SERIES_SCORE:
    cairo_new_sub_path (cr);
    cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
    break;
  case DESK_SERIES_RESPONSE:
    cairo_rectangle (cr, x - RADIUS + .5, y - RADIUS + .5, 2 * RADIUS - 1, 2 * RADIUS - 1);
    break;
  case DESK_SERIES_MESSAGE:
    cairo_move_to (cr, x, y - RADIUS);
    cairo_line_to (cr, x + RADIUS, y + RADIUS - 1);
    cairo_line_to (cr, x - RADIUS, y + RADIUS - 1);
    cairo_close_path (cr);
    break;
  }
}

void
desk_series_draw_point (
    DeskSeries series, GtkWidget *widget, cairo_t *cr, double x, double y, gboolean full)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  trace_point (series, cr, x, y);
  if (!full)
    desk_chart_set_colour (widget, cr, "theme_base_color", 1);
  cairo_fill_preserve (cr);
  desk_chart_set_colour (widget, cr, series_looks[series].colour, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
desk_pass_mark_set_stroke (GtkWidget *widget, cairo_t *cr)
{
  static const double dashes[] = { 12, 3, 2, 3 };

  desk_chart_set_colour (widget, cr, "theme_text_color", .7);
  cairo_set_line_width (cr, 1.25);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static void
draw_sample_line (GtkWidget *sample, cairo_t *cr)
{
  double y = gtk_widget_get_allocated_height (sample) / 2.0;

  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, SAMPLE_WIDTH, y);
  cairo_stroke (cr);
}

static gboolean
on_sample_draw (GtkWidget *sample, cairo_t *cr, gpointer data)
{
  DeskSeries series = GPOINTER_TO_UINT (data);

  desk_series_set_stroke (series, sample, cr);
  draw_sample_line (sample, cr);
  desk_series_draw_point (series, sample, cr, SAMPLE_WIDTH / 2.0,
                          gtk_widget_get_allocated_height (sample) / 2.0, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_pass_mark_draw (GtkWidget *sample, cairo_t *cr)
{
  desk_pass_mark_set_stroke (sample, cr);
  draw_sample_line (sample, cr);
  return GDK_EVENT_PROPAGATE;
}

static void
add_sample (GtkWidget *legend, const char *name, GCallback draw, gpointer data)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = gtk_drawing_area_new ();

  /* The label beside it says all. */
  atk_object_set_role (gtk_widget_get_accessible (sample), ATK_ROLE_FILLER);
  gtk_widget_set_size_request (sample, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  g_signal_connect (sample, "draw", draw, data);
  gtk_container_add (GTK_CONTAINER (item), sample);
  gtk_container_add (GTK_CONTAINER (item), gtk_label_new (name));
  gtk_container_add (GTK_CONTAINER (legend), item);
  gtk_widget_set_can_focus (gtk_widget_get_parent (item), FALSE);
}

static GtkWidget *
legend_new (const char *of_score)
{
  GtkWidget *legend = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend), DESK_N_SERIES + 1);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 10);
  for (guint n = 0; n < DESK_N_SERIES; n++)
    add_sample (legend, n == DESK_SERIES_SCORE ? of_score : _ (series_looks[n].name),
                G_CALLBACK (on_sample_draw), GUINT_TO_POINTER (n));
  gtk_widget_set_hexpand (legend, TRUE);
  return legend;
}

GtkWidget *
desk_series_legend_new (void)
{
  GtkWidget *legend = legend_new (_ (series_looks[DESK_SERIES_SCORE].name));

  add_sample (legend, _ ("Pass mark"), G_CALLBACK (on_pass_mark_draw), NULL);
  gtk_widget_show_all (legend);
  return legend;
}

GtkWidget *
desk_series_legend_new_of_weeks (void)
{
  GtkWidget *legend = legend_new (_ ("Score"));

  gtk_widget_show_all (legend);
  return legend;
}
