/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <cairo.h>

#include "classroom/class-folder.h"
#include "classroom/class-view.h"

/* A class laid out on pages, for printers and for PDF. Used on the thread that made it. Points. */

G_BEGIN_DECLS

typedef struct _DeskClassPaper DeskClassPaper;

/* `folder` and `view` outlive it. Any size of paper will do; on small paper all is drawn smaller. */
DeskClassPaper *desk_class_paper_new (const DeskClassFolder *folder,
                                      const DeskClassView *view,
                                      double width,
                                      double height);
void desk_class_paper_free (DeskClassPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClassPaper, desk_class_paper_free)

/* Lays out a little more. FALSE: all is laid out, and pages can be drawn. */
gboolean desk_class_paper_lay_out_next (DeskClassPaper *self);

guint desk_class_paper_n_pages (const DeskClassPaper *self);
void desk_class_paper_draw (DeskClassPaper *self, guint page, cairo_t *cairo);

G_END_DECLS
