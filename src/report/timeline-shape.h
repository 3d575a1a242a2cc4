/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/timeline.h"

/* The shapes of bars and marks, which tell them apart in grey as well: the same for Cairo and SVG. */

G_BEGIN_DECLS

typedef enum {
  DESK_BAR_BANDS,
  DESK_BAR_HATCHED,
  DESK_BAR_CROSS_HATCHED,
  DESK_BAR_ARROW,
} DeskBarShape;

/* A horizontal band of a bar, as fractions of its height. */
typedef struct {
  double top;
  double height;
} DeskBarBand;

#define DESK_BAR_HATCH 5.0      /* units from one line of a hatching to the next */
#define DESK_BAR_ARROW_EDGE 0.2 /* fraction of the height that an arrow's shaft leaves free */

DeskBarShape desk_bar_shape (DeskLineState state);

/* Of a DESK_BAR_BANDS; ends with a band without height. */
const DeskBarBand *desk_bar_bands (DeskLineState state);

/* A mark around (0, 0), five or six units each way. Paths are SVG's, of absolute M, L and Z alone;
 * NULL: none. */
typedef struct {
  const char *solid;  /* filled */
  const char *hollow; /* outlined, and empty inside */
  const char *line;   /* stroked */
  double pen;         /* width of outlines and strokes */
} DeskMarkGlyph;

#define DESK_MARK_HALO 2.5 /* units that the paper shows around a mark on a bar */

gboolean desk_mark_is_on_bar (DeskMarkKind kind);

/* "phrase", "put-through", ...: names of classes. */
const char *desk_mark_kind_name (DeskMarkKind kind);

const DeskMarkGlyph *desk_mark_glyph (DeskMarkKind kind);

G_END_DECLS
