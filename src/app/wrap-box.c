/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/wrap-box.h"

/* A row takes as many widgets as fit with the width they need at least, so that what can be shortened is
 * shortened before anything moves to another row. */

G_DEFINE_TYPE (DeskWrapBox, desk_wrap_box, GTK_TYPE_BOX)

/* The children from `first` that share a row. */
typedef struct {
  guint first;
  guint n;
} Row;

/* (transfer container) */
static GPtrArray *
visible_children (DeskWrapBox *self)
{
  g_autoptr (GList) all = gtk_container_get_children (GTK_CONTAINER (self));
  GPtrArray *visible = g_ptr_array_new ();

  for (GList *each = all; each != NULL; each = each->next)
    if (gtk_widget_get_visible (each->data))
      g_ptr_array_add (visible, each->data);
  return visible;
}

/* The room for rows within `width`, of which border and padding take their part. */
static GtkBorder
frame_of (DeskWrapBox *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkStateFlags flags = gtk_style_context_get_state (context);
  GtkBorder border, padding;

  gtk_style_context_get_border (context, flags, &border);
  gtk_style_context_get_padding (context, flags, &padding);
  return (GtkBorder){
    .left = border.left + padding.left,
    .right = border.right + padding.right,
    .top = border.top + padding.top,
    .bottom = border.bottom + padding.bottom,
  };
}

static int
spacing_of (DeskWrapBox *self)
{
  return gtk_box_get_spacing (GTK_BOX (self));
}

/* The next row, which begins with `first`, of those that `width` has room for. */
static Row
next_row (DeskWrapBox *self, GPtrArray *children, guint first, int width)
{
  Row row = { .first = first };
  int used = 0;

  while (first + row.n < children->len) {
    int least;

    gtk_widget_get_preferred_width (children->pdata[first + row.n], &least, NULL);
    used += least + (row.n > 0 ? spacing_of (self) : 0);
    if (row.n > 0 && used > width)
      break;
    row.n++;
  }
  return row;
}

/* Widths of the row's widgets, in `sizes`. */
static void
share_width (
    DeskWrapBox *self, GPtrArray *children, const Row *row, int width, GtkRequestedSize *sizes)
{
  int spare = width - spacing_of (self) * ((int) row->n - 1);
  int n_expand = 0;

  for (guint i = 0; i < row->n; i++) {
    GtkWidget *child = children->pdata[row->first + i];

    sizes[i].data = child;
    gtk_widget_get_preferred_width (child, &sizes[i].minimum_size, &sizes[i].natural_size);
    spare -= sizes[i].minimum_size;
    n_expand += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
  }
  spare = gtk_distribute_natural_allocation (MAX (spare, 0), row->n, sizes);
  for (guint i = 0; i < row->n; i++) {
    if (!gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      continue;
    sizes[i].minimum_size += spare / n_expand;
    spare -= spare / n_expand--;
  }
}

static int
row_height (const GtkRequestedSize *sizes, guint n)
{
  int height = 0;

  for (guint i = 0; i < n; i++) {
    int natural;

    gtk_widget_get_preferred_height_for_width (sizes[i].data, sizes[i].minimum_size, NULL,
                                               &natural);
    height = MAX (height, natural);
  }
  return height;
}

static void
place_row (DeskWrapBox *self, const GtkRequestedSize *sizes, guint n, GdkRectangle place)
{
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int end = place.x + place.width;

  for (guint i = 0; i < n; i++) {
    GdkRectangle child = { place.x, place.y, sizes[i].minimum_size, place.height };

    if (backwards)
      child.x = end - child.width;
    gtk_widget_size_allocate (sizes[i].data, &child);
    place.x += child.width + spacing_of (self);
    end -= child.width + spacing_of (self);
  }
}

/* Lays out the rows in `place`, whatever its height. Returns the height that they take together. */
static int
lay_out (DeskWrapBox *self, GdkRectangle place, gboolean allocate)
{
  g_autoptr (GPtrArray) children = visible_children (self);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, MAX (children->len, 1));
  int top = place.y;

  for (guint first = 0; first < children->len;) {
    Row row = next_row (self, children, first, place.width);

    share_width (self, children, &row, place.width, sizes);
    place.y += first > 0 ? spacing_of (self) : 0;
    place.height = row_height (sizes, row.n);
    if (allocate)
      place_row (self, sizes, row.n, place);
    place.y += place.height;
    first += row.n;
  }
  return place.y - top;
}

static GtkSizeRequestMode
desk_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_wrap_box_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  DeskWrapBox *self = DESK_WRAP_BOX (widget);
  g_autoptr (GPtrArray) children = visible_children (self);
  GtkBorder frame = frame_of (self);

  *minimum = 0;
  *natural = MAX ((int) children->len - 1, 0) * spacing_of (self);
  for (guint i = 0; i < children->len; i++) {
    int least, usual;

    gtk_widget_get_preferred_width (children->pdata[i], &least, &usual);
    *minimum = MAX (*minimum, least);
    *natural += usual;
  }
  *minimum += frame.left + frame.right;
  *natural += frame.left + frame.right;
}

/* GtkBox would answer for a single row. */
static void
desk_wrap_box_get_preferred_width_for_height (GtkWidget *widget,
                                              int height,
                                              int *minimum,
                                              int *natural)
{
  desk_wrap_box_get_preferred_width (widget, minimum, natural);
}

static void
desk_wrap_box_get_preferred_height_for_width (GtkWidget *widget,
                                              int width,
                                              int *minimum,
                                              int *natural)
{
  DeskWrapBox *self = DESK_WRAP_BOX (widget);
  GtkBorder frame = frame_of (self);
  GdkRectangle place = { .width = width - frame.left - frame.right };

  *minimum = *natural = lay_out (self, place, FALSE) + frame.top + frame.bottom;
}

static void
desk_wrap_box_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int width;

  gtk_widget_get_preferred_width (widget, NULL, &width);
  desk_wrap_box_get_preferred_height_for_width (widget, width, minimum, natural);
}

static void
desk_wrap_box_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  DeskWrapBox *self = DESK_WRAP_BOX (widget);
  GtkBorder frame = frame_of (self);
  GdkRectangle place = {
    .x = allocation->x + frame.left,
    .y = allocation->y + frame.top,
    .width = allocation->width - frame.left - frame.right,
  };

  gtk_widget_set_allocation (widget, allocation);
  lay_out (self, place, TRUE);
}

/* GtkBox draws by a place that only its own allocation sets. */
static gboolean
desk_wrap_box_draw (GtkWidget *widget, cairo_t *cr)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GtkWidgetClass *container_class = g_type_class_peek (GTK_TYPE_CONTAINER);
  int width = gtk_widget_get_allocated_width (widget);
  int height = gtk_widget_get_allocated_height (widget);

  gtk_render_background (context, cr, 0, 0, width, height);
  gtk_render_frame (context, cr, 0, 0, width, height);
  return container_class->draw (widget, cr);
}

static void
desk_wrap_box_class_init (DeskWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = desk_wrap_box_get_request_mode;
  widget_class->get_preferred_width = desk_wrap_box_get_preferred_width;
  widget_class->get_preferred_width_for_height = desk_wrap_box_get_preferred_width_for_height;
  widget_class->get_preferred_height = desk_wrap_box_get_preferred_height;
  widget_class->get_preferred_height_for_width = desk_wrap_box_get_preferred_height_for_width;
  widget_class->draw = desk_wrap_box_draw;
  widget_class->size_allocate = desk_wrap_box_size_allocate;
}

static void
desk_wrap_box_init (DeskWrapBox *self)
{
}
