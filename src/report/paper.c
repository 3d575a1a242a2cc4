/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper.h"

#include "report/paper-sections.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

#define MARGIN_X 48.0
#define MARGIN_TOP 56.0 /* the running head stands in it */
#define MARGIN_BOTTOM 54.0
#define HEAD_Y 30.0
#define FOOT_Y 32.0     /* from the bottom */
#define NARROWEST 480.0 /* what the columns of the tables need; narrower paper is drawn smaller */
#define LOWEST 420.0

struct _DeskPaper {
  const DeskScorecard *scorecard; /* borrowed */
  DeskTimeline *timeline;         /* owned */
  DeskTypesetter *typesetter;     /* owned */
  DeskPages *pages;               /* owned */
  DeskPaperBody body;             /* borrows from all of them */
  double scale;                   /* of what is drawn */
  double width;                   /* of the paper, before it is scaled */
  double height;
  char *name; /* owned; "trainee · title", for the running head */
};

/* Section 0 is the summary, then come the calls. */
static DeskSection *
make_section (guint n, gpointer data)
{
  DeskPaper *self = data;

  return n == 0 ? desk_paper_make_summary (&self->body) : desk_paper_make_call (&self->body, n - 1);
}

static char *
running_name (const DeskScorecard *scorecard)
{
  g_autofree char *trainee = desk_typesetter_tame_line (scorecard->header->trainee);
  g_autofree char *title = desk_typesetter_tame_line (scorecard->scenario->title);

  return *trainee != '\0' ? g_strdup_printf ("%s · %s", trainee, title) : g_strdup (title);
}

DeskPaper *
desk_paper_new (const DeskScorecard *scorecard, double width, double height)
{
  DeskPaper *self = g_new0 (DeskPaper, 1);

  self->scorecard = scorecard;
  self->timeline = desk_timeline_new (scorecard);
  self->typesetter = desk_typesetter_new ();
  self->scale = MIN (MIN (width / NARROWEST, height / LOWEST), 1);
  self->width = width / self->scale;
  self->height = height / self->scale;
  self->name = running_name (scorecard);
  self->body =
      (DeskPaperBody){ scorecard, self->timeline, self->typesetter, self->width - 2 * MARGIN_X,
                       self->height - MARGIN_TOP - MARGIN_BOTTOM };
  self->pages = desk_pages_new (self->body.height, scorecard->n_calls + 1, make_section, self);
  return self;
}

void
desk_paper_free (DeskPaper *self)
{
  desk_pages_free (self->pages);
  desk_typesetter_free (self->typesetter);
  desk_timeline_free (self->timeline);
  g_free (self->name);
  g_free (self);
}

gboolean
desk_paper_lay_out_next (DeskPaper *self)
{
  return desk_pages_lay_out_next (self->pages);
}

double
desk_paper_fraction (const DeskPaper *self)
{
  return (double) desk_pages_n_laid_out (self->pages) / (self->scorecard->n_calls + 1);
}

guint
desk_paper_n_pages (const DeskPaper *self)
{
  return desk_pages_n_pages (self->pages);
}

/* The first page bears the title instead. */
static void
add_running_head (DeskPaper *self, DeskBlock *block)
{
  PangoLayout *layout =
      desk_typesetter_set (self->typesetter, DESK_TYPE_SMALL, self->body.width, self->name);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  desk_block_add_text (block, layout, MARGIN_X, HEAD_Y, DESK_INK_SOFT);
  desk_block_add_shape (block, DESK_SHAPE_FILL, MARGIN_X, HEAD_Y + 13, self->body.width, .5,
                        DESK_INK_EDGE);
}

static void
add_running_foot (DeskPaper *self, DeskBlock *block, guint page)
{
  const double y = self->height - FOOT_Y;
  g_autofree char *number =
      g_strdup_printf (_ ("Page %u of %u"), page + 1, desk_paper_n_pages (self));
  g_autofree char *maker = g_strdup_printf ("Frontdesk, %s %d", _ ("rubric"), DESK_RUBRIC);

  desk_paper_add_right (&self->body, block, DESK_TYPE_SMALL, DESK_INK_SOFT, self->width - MARGIN_X,
                        y, number);
  desk_paper_add (&self->body, block, DESK_TYPE_SMALL, DESK_INK_SOFT, MARGIN_X, y, -1, maker);
}

static void
draw_margins (DeskPaper *self, guint page, cairo_t *cairo)
{
  g_autoptr (DeskBlock) block = desk_block_new (0);

  if (page > 0)
    add_running_head (self, block);
  add_running_foot (self, block, page);
  desk_block_draw (block, cairo, FALSE);
}

void
desk_paper_draw (DeskPaper *self, guint page, cairo_t *cairo, gboolean links)
{
  cairo_save (cairo);
  cairo_scale (cairo, self->scale, self->scale);
  draw_margins (self, page, cairo);
  cairo_translate (cairo, MARGIN_X, MARGIN_TOP);
  desk_pages_draw (self->pages, page, cairo, links);
  cairo_restore (cairo);
}
