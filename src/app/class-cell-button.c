/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-cell-button.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-words.h"

#define GAP 6 /* px between the score and the number of sessions */

struct _DeskClassCellButton {
  GtkButton parent_instance;

  const DeskClassCell *cell; /* borrowed; NULL once we are destroyed */
  gboolean is_named;         /* to assistive technology */
};

G_DEFINE_FINAL_TYPE (DeskClassCellButton, desk_class_cell_button, GTK_TYPE_BUTTON)

/* In words. */

static char *
describe (const DeskClassCell *cell)
{
  g_autofree char *words = desk_class_words_cell (cell);
  g_autofree char *best = desk_class_words_score (cell->best);
  g_autofree char *latest = desk_class_words_session (cell->latest);
  g_autofree char *answer = desk_class_words_seconds (cell->latest->asa_seconds);

  return g_strdup_printf (_ ("%s\nLatest %s\nBest: %s points · passed %u of %u · answered in %s"),
                          words, latest, best, cell->n_passed, cell->sessions->len, answer);
}

static gboolean
desk_class_cell_button_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  DeskClassCellButton *self = DESK_CLASS_CELL_BUTTON (widget);
  g_autofree char *words = self->cell != NULL ? describe (self->cell) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static AtkObject *
desk_class_cell_button_get_accessible (GtkWidget *widget)
{
  DeskClassCellButton *self = DESK_CLASS_CELL_BUTTON (widget);
  AtkObject *accessible =
      GTK_WIDGET_CLASS (desk_class_cell_button_parent_class)->get_accessible (widget);
  g_autofree char *words = NULL;
  g_autofree char *further = NULL;

  if (self->is_named || self->cell == NULL)
    return accessible;
  self->is_named = TRUE; /* first, as naming it asks for it again */
  words = desk_class_words_cell (self->cell);
  further = describe (self->cell);
  atk_object_set_name (accessible, words);
  atk_object_set_description (accessible, further);
  return accessible;
}

/* Drawn. */

/* Of the content, as the style has it. */
static GdkRectangle
room_of (GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const GtkStateFlags state = gtk_style_context_get_state (style);
  GtkBorder padding, border;

  gtk_style_context_get_padding (style, state, &padding);
  gtk_style_context_get_border (style, state, &border);
  return (GdkRectangle){
    .x = padding.left + border.left,
    .y = padding.top + border.top,
    .width = gtk_widget_get_allocated_width (widget) - padding.left - padding.right - border.left -
             border.right,
  };
}

/* Beside the score, where there is room. */
static void
draw_sessions (GtkWidget *widget, cairo_t *cr, const GdkRectangle *line, const char *text)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= line->width)
    gtk_render_layout (style, cr, line->x + line->width - width, line->y, layout);
}

/* Moves `room` down by the line, and says how wide that is. A `style_class` of NULL is the button's own. */
static int
draw_line (
    GtkWidget *widget, cairo_t *cr, GdkRectangle *room, const char *style_class, const char *text)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoFontDescription *font = NULL;
  int width, height;

  gtk_style_context_save (style);
  if (style_class != NULL)
    gtk_style_context_add_class (style, style_class);
  gtk_style_context_get (style, gtk_style_context_get_state (style), GTK_STYLE_PROPERTY_FONT, &font,
                         NULL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, MAX (room->width, 0) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_render_layout (style, cr, room->x, room->y, layout);
  gtk_style_context_restore (style);
  pango_layout_get_pixel_size (layout, &width, &height);
  pango_font_description_free (font);
  room->y += height;
  return width;
}

static gboolean
desk_class_cell_button_draw (GtkWidget *widget, cairo_t *cr)
{
  const DeskClassCell *cell = DESK_CLASS_CELL_BUTTON (widget)->cell;
  GdkRectangle room = room_of (widget);
  GdkRectangle beside = room;
  g_autofree char *points = NULL;
  g_autofree char *score = NULL;
  g_autofree char *sessions = NULL;
  g_autofree char *apart = NULL;
  int width;

  GTK_WIDGET_CLASS (desk_class_cell_button_parent_class)->draw (widget, cr);
  if (cell == NULL)
    return GDK_EVENT_PROPAGATE;
  points = desk_class_words_score (cell->latest->score);
  score = g_strdup_printf ("%s %s", cell->latest->passed ? "✓" : "✗", points);
  sessions = desk_class_words_sessions (cell->sessions->len);
  apart = desk_class_mix_of_session (cell->latest);
  width = draw_line (widget, cr, &room, cell->latest->passed ? "desk-right" : "desk-wrong", score);
  beside.x += width + GAP;
  beside.width -= width + GAP;
  draw_sessions (widget, cr, &beside, sessions);
  draw_line (widget, cr, &room, NULL, desk_class_words_result (cell->latest->passed));
  draw_line (widget, cr, &room, NULL, apart);
  return GDK_EVENT_PROPAGATE;
}

/* The widget. */

static void
desk_class_cell_button_destroy (GtkWidget *widget)
{
  DESK_CLASS_CELL_BUTTON (widget)->cell = NULL;
  GTK_WIDGET_CLASS (desk_class_cell_button_parent_class)->destroy (widget);
}

static void
desk_class_cell_button_class_init (DeskClassCellButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->destroy = desk_class_cell_button_destroy;
  widget_class->draw = desk_class_cell_button_draw;
  widget_class->get_accessible = desk_class_cell_button_get_accessible;
  widget_class->query_tooltip = desk_class_cell_button_query_tooltip;
}

static void
desk_class_cell_button_init (DeskClassCellButton *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_button_set_relief (GTK_BUTTON (self), GTK_RELIEF_NONE);
  gtk_style_context_add_class (style, "desk-matrix-cell");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
desk_class_cell_button_new (const DeskClassCell *cell)
{
  DeskClassCellButton *self = g_object_new (DESK_TYPE_CLASS_CELL_BUTTON, NULL);

  self->cell = cell;
  return GTK_WIDGET (self);
}
