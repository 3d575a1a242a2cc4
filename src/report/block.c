/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/block.h"

#include "report/typesetter.h"

typedef struct {
  PangoLayout *layout;   /* owned */
  PangoLayoutLine *line; /* owned; NULL: all of the layout */
  double x;
  double y; /* of the top; of a line alone its baseline */
  DeskInk ink;
} Text;

typedef struct {
  DeskShapeKind kind;
  double x, y, width, height;
  DeskInk ink;
} Shape;

static void
text_clear (gpointer data)
{
  Text *text = data;

  g_clear_pointer (&text->line, pango_layout_line_unref);
  g_object_unref (text->layout);
}

DeskBlock *
desk_block_new (double above)
{
  DeskBlock *self = g_new0 (DeskBlock, 1);

  self->above = above;
  self->head = -1;
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  return self;
}

void
desk_block_free (DeskBlock *self)
{
  if (self->free_picture != NULL)
    self->free_picture (self->picture);
  g_array_unref (self->texts);
  g_array_unref (self->shapes);
  g_free (self->anchor);
  g_free (self);
}

double
desk_block_add_text (DeskBlock *self, PangoLayout *layout, double x, double y, DeskInk ink)
{
  const Text text = { layout, NULL, x, y, ink };
  const double height = desk_typesetter_height (layout);

  g_array_append_val (self->texts, text);
  self->height = MAX (self->height, y + height);
  return height;
}

void
desk_block_add_line (DeskBlock *self, PangoLayoutIter *iter, double x, DeskInk ink)
{
  PangoRectangle rectangle;
  Text text = { .ink = ink };

  pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
  text.layout = g_object_ref (pango_layout_iter_get_layout (iter));
  text.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
  text.x = x + pango_units_to_double (rectangle.x);
  text.y = pango_units_to_double (pango_layout_iter_get_baseline (iter) - rectangle.y);
  g_array_append_val (self->texts, text);
  self->height = MAX (self->height, pango_units_to_double (rectangle.height));
}

static double
deepest_baseline (const DeskBlock *self, double y)
{
  double ascent = 0;

  for (guint n = 0; n < self->texts->len; n++) {
    const Text *text = &g_array_index (self->texts, Text, n);

    if (text->y == y)
      ascent = MAX (ascent, desk_typesetter_ascent (text->layout));
  }
  return ascent;
}

void
desk_block_align (DeskBlock *self, double y)
{
  const double ascent = deepest_baseline (self, y);

  for (guint n = 0; n < self->texts->len; n++) {
    Text *text = &g_array_index (self->texts, Text, n);

    if (text->y != y)
      continue;
    text->y += ascent - desk_typesetter_ascent (text->layout);
    self->height = MAX (self->height, text->y + desk_typesetter_height (text->layout));
  }
}

void
desk_block_add_shape (DeskBlock *self,
                      DeskShapeKind kind,
                      double x,
                      double y,
                      double width,
                      double height,
                      DeskInk ink)
{
  const Shape shape = { kind, x, y, width, height, ink };

  g_array_append_val (self->shapes, shape);
  self->height = MAX (self->height, y + height);
}

/* Each is told from the next in grey as well. */
static void
set_ink (cairo_t *cairo, DeskInk ink)
{
  switch (ink) {
  case DESK_INK_TEXT: cairo_set_source_rgb (cairo, .09, .11, .13); break;
  case DESK_INK_SOFT: cairo_set_source_rgb (cairo, .33, .37, .41); break;
  case DESK_INK_RIGHT: cairo_set_source_rgb (cairo, .09, .38, .18); break;
  case DESK_INK_WRONG: cairo_set_source_rgb (cairo, .64, .06, .15); break;
  case DESK_INK_EDGE: cairo_set_source_rgb (cairo, .77, .80, .83); break;
  case DESK_INK_SHADE: cairo_set_source_rgb (cairo, .95, .955, .96); break;
  }
}

static void
draw_tick (cairo_t *cairo, const Shape *shape)
{
  cairo_move_to (cairo, shape->x + .08 * shape->width, shape->y + .55 * shape->height);
  cairo_line_to (cairo, shape->x + .38 * shape->width, shape->y + .85 * shape->height);
  cairo_line_to (cairo, shape->x + .92 * shape->width, shape->y + .15 * shape->height);
  cairo_stroke (cairo);
}

static void
draw_half (cairo_t *cairo, const Shape *shape)
{
  const double x = shape->x + shape->width / 2;
  const double y = shape->y + shape->height / 2;
  const double radius = .42 * shape->width;

  cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_arc (cairo, x, y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_fill (cairo);
}

static void
draw_cross (cairo_t *cairo, const Shape *shape)
{
  cairo_move_to (cairo, shape->x + .15 * shape->width, shape->y + .15 * shape->height);
  cairo_line_to (cairo, shape->x + .85 * shape->width, shape->y + .85 * shape->height);
  cairo_move_to (cairo, shape->x + .85 * shape->width, shape->y + .15 * shape->height);
  cairo_line_to (cairo, shape->x + .15 * shape->width, shape->y + .85 * shape->height);
  cairo_stroke (cairo);
}

static void
draw_box (cairo_t *cairo, const Shape *shape)
{
  cairo_rectangle (cairo, shape->x, shape->y, shape->width, shape->height);
  if (shape->kind == DESK_SHAPE_FILL) {
    cairo_fill (cairo);
  } else {
    cairo_set_line_width (cairo, .6);
    cairo_stroke (cairo);
  }
}

static void
draw_shape (cairo_t *cairo, const Shape *shape)
{
  set_ink (cairo, shape->ink);
  cairo_set_line_width (cairo, shape->width * .17);
  switch (shape->kind) {
  case DESK_SHAPE_FILL:
  case DESK_SHAPE_FRAME: draw_box (cairo, shape); break;
  case DESK_SHAPE_TICK: draw_tick (cairo, shape); break;
  case DESK_SHAPE_HALF: draw_half (cairo, shape); break;
  case DESK_SHAPE_CROSS: draw_cross (cairo, shape); break;
  }
}

static void
draw_text (cairo_t *cairo, const Text *text)
{
  set_ink (cairo, text->ink);
  cairo_move_to (cairo, text->x, text->y);
  if (text->line != NULL)
    pango_cairo_show_layout_line (cairo, text->line);
  else
    pango_cairo_show_layout (cairo, text->layout);
}

static void
draw_all (const DeskBlock *self, cairo_t *cairo, gboolean links)
{
  for (guint n = 0; n < self->shapes->len; n++)
    draw_shape (cairo, &g_array_index (self->shapes, Shape, n));
  for (guint n = 0; n < self->texts->len; n++)
    draw_text (cairo, &g_array_index (self->texts, Text, n));
  if (self->draw != NULL)
    self->draw (self->picture, cairo, links);
}

/* An anchor is a name of our own making, with nothing in it to be escaped. */
void
desk_block_draw (const DeskBlock *self, cairo_t *cairo, gboolean links)
{
  g_autofree char *name = NULL;

  cairo_save (cairo);
  if (links && self->anchor != NULL) {
    name = g_strdup_printf ("name='%s'", self->anchor);
    cairo_tag_begin (cairo, CAIRO_TAG_DEST, name);
  }
  draw_all (self, cairo, links);
  if (name != NULL)
    cairo_tag_end (cairo, CAIRO_TAG_DEST);
  cairo_restore (cairo);
}
