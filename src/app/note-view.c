/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/note-view.h"

struct _DeskNoteView {
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskNoteView, desk_note_view, GTK_TYPE_TEXT_VIEW)

static void
go_back_or_forth (DeskNoteView *self, gboolean back)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean went = FALSE;

  if (DESK_IS_NOTE_BUFFER (buffer))
    went = back ? desk_note_buffer_undo (DESK_NOTE_BUFFER (buffer))
                : desk_note_buffer_redo (DESK_NOTE_BUFFER (buffer));
  if (went)
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_undo (DeskNoteView *self)
{
  go_back_or_forth (self, TRUE);
}

static void
on_redo (DeskNoteView *self)
{
  go_back_or_forth (self, FALSE);
}

static void
add_action (DeskNoteViewClass *klass, const char *name, GCallback handler)
{
  g_signal_new_class_handler (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                              handler, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* A rule under each line that can be seen, written on or not; in the coordinates of the text. */
static void
draw_rules (GtkTextView *view, cairo_t *cr, int height)
{
  GdkRectangle seen;

  gtk_text_view_get_visible_rect (view, &seen);
  for (int y = (seen.y / height + 1) * height; y <= seen.y + seen.height; y += height) {
    cairo_move_to (cr, seen.x, y - .5);
    cairo_line_to (cr, seen.x + seen.width, y - .5);
  }
}

static int
line_height (DeskNoteView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height =
      pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

static void
desk_note_view_draw_layer (GtkTextView *view, GtkTextViewLayer layer, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (view);
  const int height = line_height (DESK_NOTE_VIEW (view));
  GdkRGBA colour;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || height <= 0 ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "desk_ruled",
                                       &colour))
    return;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  draw_rules (view, cr, height);
  cairo_stroke (cr);
}

/* A text view asks for the width of the lines that it has broken already, so that what holds it grows with every
 * word. This one breaks them wherever it is told to. */
static void
desk_note_view_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (widget)) +
                        gtk_text_view_get_right_margin (GTK_TEXT_VIEW (widget)) + 1;
}

static void
desk_note_view_class_init (DeskNoteViewClass *klass)
{
  GtkBindingSet *keys = gtk_binding_set_by_class (klass);

  GTK_WIDGET_CLASS (klass)->get_preferred_width = desk_note_view_get_preferred_width;
  GTK_TEXT_VIEW_CLASS (klass)->draw_layer = desk_note_view_draw_layer;
  add_action (klass, "undo", G_CALLBACK (on_undo));
  add_action (klass, "redo", G_CALLBACK (on_redo));
  gtk_binding_entry_add_signal (keys, GDK_KEY_z, GDK_CONTROL_MASK, "undo", 0);
  gtk_binding_entry_add_signal (keys, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "redo", 0);
  gtk_binding_entry_add_signal (keys, GDK_KEY_y, GDK_CONTROL_MASK, "redo", 0);
}

static void
desk_note_view_init (DeskNoteView *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
}
