/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <pango/pangocairo.h>

/* A piece of a page that is never cut: a paragraph, a row of a table, a picture. Points, from its
 * top left corner. */

G_BEGIN_DECLS

typedef enum {
  DESK_INK_TEXT,
  DESK_INK_SOFT,
  DESK_INK_RIGHT, /* all marks earned; a shape or a word says so too */
  DESK_INK_WRONG,
  DESK_INK_EDGE,
  DESK_INK_SHADE,
} DeskInk;

typedef enum {
  DESK_SHAPE_FILL,
  DESK_SHAPE_FRAME,
  DESK_SHAPE_TICK,
  DESK_SHAPE_HALF,
  DESK_SHAPE_CROSS,
} DeskShapeKind;

typedef struct _DeskBlock DeskBlock;

/* `links`: whether what is drawn on knows links; elsewhere they would be errors. */
typedef void (*DeskBlockDraw) (gpointer picture, cairo_t *cairo, gboolean links);

struct _DeskBlock {
  double above;   /* room over it, unless it begins a page */
  double height;  /* grows with what is added */
  gboolean stays; /* on the page of the block after it */
  int head;       /* block of its section to be repeated where a page begins with it, or -1 */
  char *anchor;   /* owned; what links to it call it, or NULL */
  GArray *texts;  /* owned */
  GArray *shapes; /* owned */
  DeskBlockDraw draw;
  gpointer picture; /* owned */
  GDestroyNotify free_picture;
};

DeskBlock *desk_block_new (double above);
void desk_block_free (DeskBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBlock, desk_block_free)

/* Takes `layout`. Returns its height. */
double desk_block_add_text (DeskBlock *self, PangoLayout *layout, double x, double y, DeskInk ink);

/* One line of a text alone: `layout` stays the caller's, `y` is the top of the line. */
void desk_block_add_line (DeskBlock *self, PangoLayoutIter *iter, double x, DeskInk ink);

/* Brings the first lines of all texts whose top is at `y` onto one baseline. */
void desk_block_align (DeskBlock *self, double y);

void desk_block_add_shape (DeskBlock *self,
                           DeskShapeKind kind,
                           double x,
                           double y,
                           double width,
                           double height,
                           DeskInk ink);

void desk_block_draw (const DeskBlock *self, cairo_t *cairo, gboolean links);

G_END_DECLS
