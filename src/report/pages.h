/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/block.h"

/* Sections laid out into pages of one height, and drawn page by page in whatever order. A section
 * that fits on a page is never cut; a longer one begins a page of its own and breaks between its
 * blocks. Only where it stands is kept of a section: its blocks are made again to be drawn, so that
 * a long report takes little memory. */

G_BEGIN_DECLS

typedef struct {
  GPtrArray *blocks; /* of DeskBlock, owned */
  DeskBlock *again;  /* owned; heads the pages on which the section goes on, or NULL */
} DeskSection;

DeskSection *desk_section_new (void);
void desk_section_free (DeskSection *self);

/* Takes `block`, and returns it. */
DeskBlock *desk_section_add (DeskSection *self, DeskBlock *block);

/* The same blocks each time it is asked for the same section. (transfer full) */
typedef DeskSection *(*DeskSectionMake) (guint n, gpointer data);

typedef struct _DeskPages DeskPages;

/* `make` and `data` are used until it is freed. */
DeskPages *desk_pages_new (double height, guint n_sections, DeskSectionMake make, gpointer data);
void desk_pages_free (DeskPages *self);

/* One section more. FALSE: there is none left. */
gboolean desk_pages_lay_out_next (DeskPages *self);

guint desk_pages_n_laid_out (const DeskPages *self); /* sections */
guint desk_pages_n_pages (const DeskPages *self);

/* Draws a page, from (0, 0) on. */
void desk_pages_draw (DeskPages *self, guint page, cairo_t *cairo, gboolean links);

G_END_DECLS
