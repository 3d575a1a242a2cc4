/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/presence-cell.h"

#include <math.h>

#include "app/text-scale.h"

#define SIZE 12 /* px at the usual size of the text, as is the padding */

struct _DeskPresenceCell {
  GtkCellRenderer parent_instance;

  DeskPresence presence;
};

G_DEFINE_FINAL_TYPE (DeskPresenceCell, desk_presence_cell, GTK_TYPE_CELL_RENDERER)

/* Named colours of pages.css; without it, those of the text. */
static const char *
colour_name (DeskPresence presence)
{
  switch (presence) {
  case DESK_PRESENCE_AVAILABLE: return "desk_available";
  case DESK_PRESENCE_BUSY: return "desk_busy";
  case DESK_PRESENCE_DO_NOT_DISTURB: return "desk_do_not_disturb";
  case DESK_PRESENCE_AWAY: return "desk_away";
  }
  g_return_val_if_reached ("");
}

static void
set_colour (DeskPresenceCell *self, cairo_t *cr, GtkWidget *widget, GtkCellRendererState flags)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if ((flags & GTK_CELL_RENDERER_SELECTED) != 0 ||
      !gtk_style_context_lookup_color (context, colour_name (self->presence), &colour))
    gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
}

/* Within -1 to 1 both ways. */
static void
draw_shape (DeskPresence presence, cairo_t *cr)
{
  switch (presence) {
  case DESK_PRESENCE_AVAILABLE: cairo_arc (cr, 0, 0, 1, 0, 2 * M_PI); break;
  case DESK_PRESENCE_BUSY: cairo_rectangle (cr, -.9, -.9, 1.8, 1.8); break;
  case DESK_PRESENCE_DO_NOT_DISTURB:
    cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_arc (cr, 0, 0, 1, 0, 2 * M_PI);
    cairo_rectangle (cr, -.6, -.22, 1.2, .44);
    break;
  case DESK_PRESENCE_AWAY:
    cairo_move_to (cr, 0, -.95);
    cairo_line_to (cr, 1, .85);
    cairo_line_to (cr, -1, .85);
    cairo_close_path (cr);
    break;
  }
  cairo_fill (cr);
}

static void
desk_presence_cell_render (GtkCellRenderer *cell,
                           cairo_t *cr,
                           GtkWidget *widget,
                           const GdkRectangle *background,
                           const GdkRectangle *area,
                           GtkCellRendererState flags)
{
  DeskPresenceCell *self = DESK_PRESENCE_CELL (cell);
  const double scale = desk_text_scale (widget);
  int xpad, ypad;

  gtk_cell_renderer_get_padding (cell, &xpad, &ypad);
  cairo_save (cr);
  set_colour (self, cr, widget, flags);
  cairo_translate (cr, area->x + area->width / 2.0, area->y + scale * (ypad + SIZE / 2.0));
  cairo_scale (cr, scale * SIZE / 2.0, scale * SIZE / 2.0);
  draw_shape (self->presence, cr);
  cairo_restore (cr);
}

/* GTK asks for one size alone where it places a cell that has the focus. */
static void
set_both (GtkWidget *widget, int *minimum, int *natural, int usual)
{
  const int size = (int) ceil (usual * desk_text_scale (widget));

  if (minimum != NULL)
    *minimum = size;
  if (natural != NULL)
    *natural = size;
}

static void
desk_presence_cell_get_width (GtkCellRenderer *cell, GtkWidget *widget, int *minimum, int *natural)
{
  int xpad;

  gtk_cell_renderer_get_padding (cell, &xpad, NULL);
  set_both (widget, minimum, natural, SIZE + 2 * xpad);
}

static void
desk_presence_cell_get_height (GtkCellRenderer *cell, GtkWidget *widget, int *minimum, int *natural)
{
  int ypad;

  gtk_cell_renderer_get_padding (cell, NULL, &ypad);
  set_both (widget, minimum, natural, SIZE + 2 * ypad);
}

static void
desk_presence_cell_class_init (DeskPresenceCellClass *klass)
{
  GtkCellRendererClass *cell_class = GTK_CELL_RENDERER_CLASS (klass);

  cell_class->render = desk_presence_cell_render;
  cell_class->get_preferred_width = desk_presence_cell_get_width;
  cell_class->get_preferred_height = desk_presence_cell_get_height;
}

static void
desk_presence_cell_init (DeskPresenceCell *self)
{
}

GtkCellRenderer *
desk_presence_cell_new (void)
{
  return g_object_new (DESK_TYPE_PRESENCE_CELL, NULL);
}

void
desk_presence_cell_set_presence (DeskPresenceCell *self, DeskPresence presence)
{
  self->presence = presence;
}
