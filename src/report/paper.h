/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <cairo.h>

#include "report/paper-size.h"
#include "scoring/scorecard.h"

/* A scorecard laid out on pages, for PDF and for printers alike: what is printed is what the PDF
 * shows. Used on the thread that made it. Points. */

G_BEGIN_DECLS

typedef struct _DeskPaper DeskPaper;

/* `scorecard` must outlive it. Any size will do; on very small paper all is drawn smaller. */
DeskPaper *desk_paper_new (const DeskScorecard *scorecard, double width, double height);
void desk_paper_free (DeskPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPaper, desk_paper_free)

/* Lays out a little more. FALSE: all is laid out, and pages can be drawn. */
gboolean desk_paper_lay_out_next (DeskPaper *self);

/* How much is laid out, 0 to 1. */
double desk_paper_fraction (const DeskPaper *self);

guint desk_paper_n_pages (const DeskPaper *self);

/* Draws page `page`, from 0 on, with its margins. `links`: on a surface of Cairo for PDF, of which
 * all pages are drawn; the destination of call n, from 0 on, is called "call-n" there. */
void desk_paper_draw (DeskPaper *self, guint page, cairo_t *cairo, gboolean links);

G_END_DECLS
