/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/timeline-view.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "app/timeline-canvas.h"
#include "app/timeline-legend.h"
#include "report/timeline-words.h"
#include "report/words.h"

struct _DeskTimelineView {
  GtkBox parent_instance;

  DeskScorecard *scorecard;   /* owned */
  DeskTimeline *timeline;     /* owned */
  DeskTimelineCanvas *canvas; /* a child, as are the following */
  GtkLabel *caption;          /* the chosen call, or what is shown of the shift */
  GtkWidget *closer;
  GtkWidget *wider;
  GtkWidget *whole;
  GtkWidget *scrollbar;
};

G_DEFINE_FINAL_TYPE (DeskTimelineView, desk_timeline_view, GTK_TYPE_BOX)

enum {
  CALL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_call_activated (DeskTimelineView *self, guint call)
{
  g_signal_emit (self, signals[CALL_ACTIVATED], 0, call);
}

static void
on_closer_clicked (DeskTimelineView *self)
{
  desk_timeline_canvas_zoom_middle (self->canvas, DESK_TIMELINE_ZOOM_STEP);
}

static void
on_wider_clicked (DeskTimelineView *self)
{
  desk_timeline_canvas_zoom_middle (self->canvas, 1 / DESK_TIMELINE_ZOOM_STEP);
}

static void
on_whole_clicked (DeskTimelineView *self)
{
  desk_timeline_canvas_show_whole (self->canvas);
}

static char *
span_words (double from_ms, double to_ms)
{
  g_autofree char *from = desk_words_clock ((gint64) from_ms);
  g_autofree char *to = desk_words_clock ((gint64) to_ms);

  return g_strdup_printf ("%s – %s", from, to);
}

static char *
shown_words (DeskTimelineView *self)
{
  GtkAdjustment *adjustment = desk_timeline_canvas_get_adjustment (self->canvas);
  const double from_ms = gtk_adjustment_get_value (adjustment);

  return span_words (from_ms, from_ms + gtk_adjustment_get_page_size (adjustment));
}

static char *
call_words (DeskTimelineView *self, guint call)
{
  gint64 from_ms, to_ms;
  g_autofree char *words = desk_timeline_call_words (self->timeline, call);
  g_autofree char *span = NULL;

  desk_timeline_call_span (self->timeline, call, &from_ms, &to_ms);
  span = span_words ((double) from_ms, (double) to_ms);
  return g_strdup_printf ("%s · %s", words, span);
}

static void
show_caption (DeskTimelineView *self)
{
  const int selected = desk_timeline_canvas_get_selected (self->canvas);
  g_autofree char *words = selected >= 0 ? call_words (self, (guint) selected) : shown_words (self);

  desk_plain_label_set_text (self->caption, words);
}

/* A scroll bar that cannot move is hidden, but keeps its place, so that zooming moves nothing. */
static void
on_zoomed (DeskTimelineView *self)
{
  GtkAdjustment *adjustment = desk_timeline_canvas_get_adjustment (self->canvas);
  const double span = gtk_adjustment_get_page_size (adjustment);
  const gboolean whole = span >= gtk_adjustment_get_upper (adjustment);

  gtk_widget_set_sensitive (self->closer,
                            span > (double) desk_timeline_canvas_get_closest_ms (self->canvas));
  gtk_widget_set_sensitive (self->wider, !whole);
  gtk_widget_set_sensitive (self->whole, !whole);
  gtk_widget_set_sensitive (self->scrollbar, !whole);
  gtk_widget_set_opacity (self->scrollbar, whole ? 0 : 1);
  show_caption (self);
}

static GtkWidget *
button_new (DeskTimelineView *self, const char *icon, const char *words, GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon, GTK_ICON_SIZE_BUTTON);

  gtk_widget_set_tooltip_text (button, words);
  atk_object_set_name (gtk_widget_get_accessible (button), words);
  g_signal_connect_object (button, "clicked", on_clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
buttons_new (DeskTimelineView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->wider =
      button_new (self, "zoom-out-symbolic", _ ("Zoom out (−)"), G_CALLBACK (on_wider_clicked));
  self->closer =
      button_new (self, "zoom-in-symbolic", _ ("Zoom in (+)"), G_CALLBACK (on_closer_clicked));
  self->whole = button_new (self, "zoom-fit-best-symbolic", _ ("Show the whole shift (0)"),
                            G_CALLBACK (on_whole_clicked));
  gtk_container_add (GTK_CONTAINER (buttons), self->wider);
  gtk_container_add (GTK_CONTAINER (buttons), self->closer);
  gtk_container_add (GTK_CONTAINER (buttons), self->whole);
  gtk_style_context_add_class (gtk_widget_get_style_context (buttons), "linked");
  return buttons;
}

static GtkWidget *
head_new (DeskTimelineView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *caption = desk_plain_label_new ("", "dim-label");

  self->caption = GTK_LABEL (caption);
  gtk_label_set_line_wrap (self->caption, FALSE);
  gtk_label_set_ellipsize (self->caption, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_widget_set_valign (caption, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (head), caption);
  gtk_container_add (GTK_CONTAINER (head), buttons_new (self));
  return head;
}

static GtkWidget *
scrollbar_new (DeskTimelineView *self)
{
  GtkAdjustment *adjustment = desk_timeline_canvas_get_adjustment (self->canvas);
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, adjustment);

  atk_object_set_name (gtk_widget_get_accessible (scrollbar), _ ("What is shown of the shift"));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_zoomed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (show_caption), self,
                           G_CONNECT_SWAPPED);
  return scrollbar;
}

GtkWidget *
desk_timeline_view_new (DeskScorecard *scorecard)
{
  DeskTimelineView *self = g_object_new (DESK_TYPE_TIMELINE_VIEW, "orientation",
                                         GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);
  GtkWidget *canvas;

  self->scorecard = desk_scorecard_ref (scorecard);
  self->timeline = desk_timeline_new (scorecard);
  canvas = desk_timeline_canvas_new (self->timeline);
  self->canvas = DESK_TIMELINE_CANVAS (canvas);
  self->scrollbar = scrollbar_new (self);
  gtk_container_add (GTK_CONTAINER (self), head_new (self));
  gtk_container_add (GTK_CONTAINER (self), canvas);
  gtk_container_add (GTK_CONTAINER (self), self->scrollbar);
  gtk_container_add (GTK_CONTAINER (self), desk_timeline_legend_new (self->timeline));
  g_signal_connect_object (canvas, "call-activated", G_CALLBACK (on_call_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::selected", G_CALLBACK (show_caption), self,
                           G_CONNECT_SWAPPED);
  on_zoomed (self);
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/* After its children, which borrow the timeline. */
static void
desk_timeline_view_finalize (GObject *object)
{
  DeskTimelineView *self = DESK_TIMELINE_VIEW (object);

  g_clear_pointer (&self->timeline, desk_timeline_free);
  g_clear_pointer (&self->scorecard, desk_scorecard_unref);
  G_OBJECT_CLASS (desk_timeline_view_parent_class)->finalize (object);
}

static void
desk_timeline_view_class_init (DeskTimelineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_timeline_view_finalize;
  signals[CALL_ACTIVATED] =
      g_signal_new ("call-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_timeline_view_init (DeskTimelineView *self)
{
}
