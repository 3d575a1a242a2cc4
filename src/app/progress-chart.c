/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/progress-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/announce.h"
#include "app/chart-series.h"
#include "app/history-words.h"

#define TOP 10       /* px, above 100 */
#define GAP 8        /* px, between the axes and their words */
#define PAD 18       /* px, from the sides to the first and the last session */
#define NEAR 24      /* px, from the pointer to a session that is meant */
#define LABEL_GAP 24 /* px at least between two days below */

struct _DeskProgressChart {
  GtkDrawingArea parent_instance;

  GPtrArray *sessions; /* of DeskHistoryEntry; owned */
  GPtrArray *words;    /* utf8, of each; owned; NULL: those of a session */
  guint first;         /* of those drawn */
  int chosen;          /* among all; -1: none */
};

G_DEFINE_FINAL_TYPE (DeskProgressChart, desk_progress_chart, GTK_TYPE_DRAWING_AREA)

enum {
  CHOSEN,
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DeskHistoryEntry *
session_at (DeskProgressChart *self, guint n)
{
  return self->sessions->pdata[n];
}

/* Geometry: the plot is to the right of the scale and above the dates. */

typedef struct {
  double left, right, top, bottom; /* px */
} Plot;

static void
measure (DeskProgressChart *self, const char *text, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_get_pixel_size (layout, width, height);
}

static Plot
get_plot (DeskProgressChart *self)
{
  int width, height;

  measure (self, "100", &width, &height);
  return (Plot){
    .left = width + GAP,
    .right = gtk_widget_get_allocated_width (GTK_WIDGET (self)) - 2,
    .top = MAX (TOP, height / 2),
    .bottom = gtk_widget_get_allocated_height (GTK_WIDGET (self)) - height - GAP,
  };
}

static double
x_of (DeskProgressChart *self, const Plot *plot, guint n)
{
  double width = plot->right - plot->left - 2 * PAD;
  guint n_steps = self->sessions->len - self->first - 1;

  if (n_steps == 0)
    return plot->left + PAD + width / 2;
  return plot->left + PAD + width * (n - self->first) / n_steps;
}

static double
y_of (const Plot *plot, double value)
{
  return plot->bottom - (plot->bottom - plot->top) * value / 100;
}

/* Drawing. */

static void
draw_text (DeskProgressChart *self, cairo_t *cr, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  desk_chart_set_colour (GTK_WIDGET (self), cr, "theme_text_color", .8);
  cairo_move_to (cr, x - align * width, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* Points from one line to the next: as few as leave room for the words. */
static int
get_tick (DeskProgressChart *self, const Plot *plot)
{
  static const int ticks[] = { 25, 50 };
  int width, height;

  measure (self, "100", &width, &height);
  for (guint n = 0; n < G_N_ELEMENTS (ticks); n++)
    if (y_of (plot, 0) - y_of (plot, ticks[n]) >= height)
      return ticks[n];
  return 100;
}

static void
draw_scale (DeskProgressChart *self, cairo_t *cr, const Plot *plot)
{
  const int tick = get_tick (self, plot);

  for (int value = 0; value <= 100; value += tick) {
    g_autofree char *text = g_strdup_printf ("%d", value);
    double y = floor (y_of (plot, value)) + .5;

    desk_chart_set_colour (GTK_WIDGET (self), cr, "desk_rule", value == 0 ? 2.5 : 1);
    cairo_set_line_width (cr, 1);
    cairo_move_to (cr, plot->left, y);
    cairo_line_to (cr, plot->right, y);
    cairo_stroke (cr);
    draw_text (self, cr, text, plot->left - GAP, y, 1);
  }
}

/* The day of a session, kept within the plot, clear of the words beside it; nothing where it would
 * touch the one before. */
static void
draw_day (DeskProgressChart *self, cairo_t *cr, const Plot *plot, guint n, double *taken)
{
  const double last = *taken;
  g_autofree char *day = desk_history_words_day (session_at (self, n));
  double x = x_of (self, plot, n);
  int width, height;
  double start;

  measure (self, day, &width, &height);
  start = CLAMP (x - width / 2.0, plot->left, MAX (plot->right - width, plot->left));
  if (last > 0 && start < last + LABEL_GAP)
    return;
  desk_chart_set_colour (GTK_WIDGET (self), cr, "desk_rule", 2.5);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (x) + .5, plot->bottom);
  cairo_line_to (cr, floor (x) + .5, plot->bottom + GAP / 2.0);
  cairo_stroke (cr);
  draw_text (self, cr, day, start, plot->bottom + GAP / 2.0 + height / 2.0, 0);
  *taken = start + width;
}

static void
draw_days (DeskProgressChart *self, cairo_t *cr, const Plot *plot)
{
  double taken = 0;

  for (guint n = self->first; n < self->sessions->len; n++)
    draw_day (self, cr, plot, n, &taken);
}

/* A step a session, for each may be of another scenario. */
static void
draw_pass_marks (DeskProgressChart *self, cairo_t *cr, const Plot *plot)
{
  const guint n_steps = self->sessions->len - self->first - 1;
  const double step = (plot->right - plot->left - 2 * PAD) / (n_steps > 0 ? n_steps : 1);

  desk_pass_mark_set_stroke (GTK_WIDGET (self), cr);
  for (guint n = self->first; n < self->sessions->len; n++) {
    double points = session_at (self, n)->pass;
    double x = x_of (self, plot, n);

    if (points < 0)
      continue;
    cairo_move_to (cr, MAX (x - step / 2, plot->left), y_of (plot, points));
    cairo_line_to (cr, MIN (x + step / 2, plot->right), y_of (plot, points));
  }
  cairo_stroke (cr);
}

/* Where a figure does not apply, the line has a gap. */
static void
draw_line (DeskProgressChart *self, cairo_t *cr, const Plot *plot, DeskSeries series)
{
  gboolean on = FALSE;

  desk_series_set_stroke (series, GTK_WIDGET (self), cr);
  cairo_new_path (cr);
  for (guint n = self->first; n < self->sessions->len; n++) {
    double value = desk_series_value (series, session_at (self, n));

    if (value < 0)
      on = FALSE;
    else if (on)
      cairo_line_to (cr, x_of (self, plot, n), y_of (plot, value));
    else
      cairo_move_to (cr, x_of (self, plot, n), y_of (plot, value));
    on = value >= 0;
  }
  cairo_stroke (cr);
}

static void
draw_points (DeskProgressChart *self, cairo_t *cr, const Plot *plot, DeskSeries series)
{
  desk_series_set_stroke (series, GTK_WIDGET (self), cr);
  for (guint n = self->first; n < self->sessions->len; n++) {
    const DeskHistoryEntry *entry = session_at (self, n);
    double value = desk_series_value (series, entry);

    if (value >= 0)
      desk_series_draw_point (series, GTK_WIDGET (self), cr, x_of (self, plot, n),
                              y_of (plot, value), series != DESK_SERIES_SCORE || entry->passed);
  }
}

static void
draw_chosen (DeskProgressChart *self, cairo_t *cr, const Plot *plot)
{
  double x;

  if (self->chosen < (int) self->first)
    return;
  x = x_of (self, plot, (guint) self->chosen);
  desk_chart_set_colour (GTK_WIDGET (self), cr, "theme_selected_bg_color", .35);
  cairo_rectangle (cr, floor (x) - 6, plot->top - 4, 12, plot->bottom - plot->top + 4);
  cairo_fill (cr);
}

static void
draw_focus (GtkWidget *widget, cairo_t *cr)
{
  if (gtk_widget_has_visible_focus (widget))
    gtk_render_focus (gtk_widget_get_style_context (widget), cr, 0, 0,
                      gtk_widget_get_allocated_width (widget),
                      gtk_widget_get_allocated_height (widget));
}

static gboolean
desk_progress_chart_draw (GtkWidget *widget, cairo_t *cr)
{
  DeskProgressChart *self = DESK_PROGRESS_CHART (widget);
  Plot plot = get_plot (self);

  draw_scale (self, cr, &plot);
  if (self->sessions->len > 0) {
    draw_chosen (self, cr, &plot);
    draw_days (self, cr, &plot);
    draw_pass_marks (self, cr, &plot);
    for (guint n = DESK_N_SERIES; n > 0; n--)
      draw_line (self, cr, &plot, n - 1);
    for (guint n = DESK_N_SERIES; n > 0; n--)
      draw_points (self, cr, &plot, n - 1);
  }
  draw_focus (widget, cr);
  return GDK_EVENT_PROPAGATE;
}

/* The larger the words, the taller. */
static void
desk_progress_chart_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int width, height;

  measure (DESK_PROGRESS_CHART (widget), "100", &width, &height);
  *minimum = *natural = 6 * height + 2 * GAP;
}

/* Pointer and keys. */

/* The session nearest to `x`, or -1 when none is near. */
static int
find_session (DeskProgressChart *self, double x)
{
  Plot plot = get_plot (self);
  double nearest = NEAR;
  int found = -1;

  for (guint n = self->first; n < self->sessions->len; n++) {
    double distance = fabs (x_of (self, &plot, n) - x);

    if (distance < nearest) {
      nearest = distance;
      found = (int) n;
    }
  }
  return found;
}

static char *
describe (DeskProgressChart *self, int n)
{
  return self->words != NULL ? g_strdup (self->words->pdata[n])
                             : desk_history_words_session (session_at (self, (guint) n));
}

static void
choose (DeskProgressChart *self, int n)
{
  g_autofree char *words = NULL;

  if (n < (int) self->first || n >= (int) self->sessions->len)
    return;
  self->chosen = n;
  words = describe (self, n);
  desk_announce (GTK_WIDGET (self), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0, session_at (self, (guint) n));
}

static void
open_chosen (DeskProgressChart *self)
{
  if (self->chosen >= 0)
    g_signal_emit (self, signals[OPEN], 0, session_at (self, (guint) self->chosen));
}

static gboolean
desk_progress_chart_button_press_event (GtkWidget *widget, GdkEventButton *event)
{
  DeskProgressChart *self = DESK_PROGRESS_CHART (widget);
  int found = find_session (self, event->x);

  if (event->button != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (widget);
  if (found < 0)
    return GDK_EVENT_STOP;
  if (event->type == GDK_BUTTON_PRESS)
    choose (self, found);
  else if (event->type == GDK_2BUTTON_PRESS)
    open_chosen (self);
  return GDK_EVENT_STOP;
}

/* Which session a key goes to; -1: it is no such key. */
static int
where_to (DeskProgressChart *self, guint keyval)
{
  int first = (int) self->first;
  int last = (int) self->sessions->len - 1;

  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left: return self->chosen < first ? last : MAX (self->chosen - 1, first);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right: return self->chosen < first ? last : MIN (self->chosen + 1, last);
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home: return first;
  case GDK_KEY_End:
  case GDK_KEY_KP_End: return last;
  default: return -1;
  }
}

static gboolean
desk_progress_chart_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskProgressChart *self = DESK_PROGRESS_CHART (widget);
  int next = where_to (self, event->keyval);

  if ((event->state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (next >= 0)
    choose (self, next);
  else if (event->keyval == GDK_KEY_Return || event->keyval == GDK_KEY_KP_Enter)
    open_chosen (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
desk_progress_chart_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  DeskProgressChart *self = DESK_PROGRESS_CHART (widget);
  int found = by_keyboard ? self->chosen : find_session (self, x);
  g_autofree char *words = NULL;

  if (found < 0)
    return FALSE;
  words = describe (self, found);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

void
desk_progress_chart_set_sessions (DeskProgressChart *self, GPtrArray *sessions, const char *words)
{
  desk_progress_chart_set_points (self, sessions, NULL, words);
}

void
desk_progress_chart_set_points (DeskProgressChart *self,
                                GPtrArray *sessions,
                                GPtrArray *of_points,
                                const char *words)
{
  g_return_if_fail (DESK_IS_PROGRESS_CHART (self));
  g_clear_pointer (&self->words, g_ptr_array_unref);
  self->words = of_points != NULL ? g_ptr_array_ref (of_points) : NULL;
  g_ptr_array_ref (sessions);
  g_ptr_array_unref (self->sessions);
  self->sessions = sessions;
  self->first =
      sessions->len > DESK_PROGRESS_CHART_MOST ? sessions->len - DESK_PROGRESS_CHART_MOST : 0;
  self->chosen = -1;
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self)), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
desk_progress_chart_choose (DeskProgressChart *self, const char *id)
{
  g_return_if_fail (DESK_IS_PROGRESS_CHART (self));
  self->chosen = -1;
  for (guint n = self->first; n < self->sessions->len && id != NULL; n++)
    if (g_str_equal (session_at (self, n)->id, id))
      self->chosen = (int) n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
desk_progress_chart_finalize (GObject *object)
{
  DeskProgressChart *self = DESK_PROGRESS_CHART (object);

  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_progress_chart_parent_class)->finalize (object);
}

static void
desk_progress_chart_class_init (DeskProgressChartClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_progress_chart_finalize;
  widget_class->get_preferred_height = desk_progress_chart_get_preferred_height;
  widget_class->draw = desk_progress_chart_draw;
  widget_class->button_press_event = desk_progress_chart_button_press_event;
  widget_class->key_press_event = desk_progress_chart_key_press_event;
  widget_class->query_tooltip = desk_progress_chart_query_tooltip;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
}

static void
desk_progress_chart_init (DeskProgressChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  self->sessions = g_ptr_array_new ();
  self->chosen = -1;
  gtk_widget_set_can_focus (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_add_events (widget, GDK_BUTTON_PRESS_MASK | GDK_KEY_PRESS_MASK);
  gtk_widget_set_size_request (widget, 240, -1);
  atk_object_set_role (accessible, ATK_ROLE_CHART);
  atk_object_set_name (accessible, _ ("Score, response and message accuracy over the sessions"));
}
