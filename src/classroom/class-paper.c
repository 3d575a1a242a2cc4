/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-paper.h"

#include <glib/gi18n-lib.h>

#include "classroom/class-words.h"
#include "report/pages.h"
#include "report/typesetter.h"
#include "report/words.h"

/* Sections: a table for so many scenarios as have room beside each other, the mistakes, and the journals
 * without a result. */

#define MARGIN 40.0
#define FOOT_Y 26.0      /* from the bottom */
#define NARROWEST 640.0  /* what the columns need; narrower paper is drawn smaller */
#define NAME_WIDTH 130.0 /* of the column of the trainees */
#define MOST_COLUMNS 7   /* beside it */
#define MARK 9.0         /* size of the shape of a result */
#define GAP 6.0
#define MOST_MISTAKES 30
#define MOST_FAULTS 200

struct _DeskClassPaper {
  const DeskClassFolder *folder; /* borrowed */
  const DeskClassView *view;     /* borrowed */
  DeskTypesetter *typesetter;    /* owned, as the next */
  DeskPages *pages;
  guint n_tables;
  double scale; /* of what is drawn */
  double width; /* of a page, before it is scaled, without margins */
  double height;
};

static void
add_text (DeskClassPaper *self,
          DeskBlock *block,
          DeskTypeStyle style,
          double x,
          double y,
          double width,
          const char *text)
{
  g_autofree char *tame = desk_typesetter_tame_line (text);
  PangoLayout *layout = desk_typesetter_set (self->typesetter, style, width, tame);

  desk_typesetter_cut (layout, 2);
  desk_block_add_text (block, layout, x, y,
                       style == DESK_TYPE_SMALL ? DESK_INK_SOFT : DESK_INK_TEXT);
}

static DeskBlock *
line_new (DeskClassPaper *self, DeskTypeStyle style, double above, const char *text)
{
  DeskBlock *block = desk_block_new (above);

  add_text (self, block, style, 0, 0, self->width, text);
  return block;
}

static void
add_rule (DeskClassPaper *self, DeskBlock *block)
{
  desk_block_add_shape (block, DESK_SHAPE_FILL, 0, block->height + 2, self->width, .5,
                        DESK_INK_EDGE);
  block->height += 4;
}

/* A table. */

static double
column_width (const DeskClassPaper *self)
{
  return (self->width - NAME_WIDTH) / MOST_COLUMNS;
}

static double
column_x (const DeskClassPaper *self, guint column)
{
  return NAME_WIDTH + column * column_width (self);
}

static DeskBlock *
headings_new (DeskClassPaper *self, guint from, guint to)
{
  DeskBlock *block = desk_block_new (GAP);

  add_text (self, block, DESK_TYPE_STRONG, 0, 0, NAME_WIDTH - GAP, _ ("Trainee"));
  for (guint n = from; n < to; n++)
    add_text (self, block, DESK_TYPE_STRONG, column_x (self, n - from), 0,
              column_width (self) - GAP,
              desk_class_view_title (self->view, self->view->scenarios->pdata[n]));
  add_rule (self, block);
  block->stays = TRUE;
  return block;
}

static void
add_cell (DeskClassPaper *self, DeskBlock *block, double x, const DeskClassCell *cell)
{
  const gboolean passed = cell->latest->passed;
  g_autofree char *score = desk_class_words_score (cell->latest->score);
  g_autofree char *apart = desk_class_mix_of_session (cell->latest);
  g_autofree char *sessions = desk_class_words_sessions (cell->sessions->len);
  g_autofree char *result = g_strdup_printf ("%s%s%s · %s", desk_class_words_result (passed),
                                             *apart != '\0' ? " · " : "", apart, sessions);
  const double width = column_width (self) - GAP;

  desk_block_add_shape (block, passed ? DESK_SHAPE_TICK : DESK_SHAPE_CROSS, x, 2, MARK, MARK,
                        passed ? DESK_INK_RIGHT : DESK_INK_WRONG);
  add_text (self, block, DESK_TYPE_STRONG, x + MARK + 3, 0, width - MARK - 3, score);
  add_text (self, block, DESK_TYPE_SMALL, x, 14, width, result);
}

static DeskBlock *
row_new (DeskClassPaper *self, const char *trainee, guint from, guint to)
{
  DeskBlock *block = desk_block_new (2);

  add_text (self, block, DESK_TYPE_TEXT, 0, 0, NAME_WIDTH - GAP, trainee);
  for (guint n = from; n < to; n++) {
    const DeskClassCell *cell =
        desk_class_view_find (self->view, trainee, self->view->scenarios->pdata[n]);

    if (cell != NULL)
      add_cell (self, block, column_x (self, n - from), cell);
    else
      add_text (self, block, DESK_TYPE_TEXT, column_x (self, n - from), 0, column_width (self),
                "–");
  }
  add_rule (self, block);
  return block;
}

static void
add_title (DeskClassPaper *self, DeskSection *section)
{
  g_autofree char *place = g_filename_display_name (self->folder->path);

  desk_section_add (section, line_new (self, DESK_TYPE_TITLE, 0, _ ("The class")))->stays = TRUE;
  desk_section_add (section, line_new (self, DESK_TYPE_SMALL, 2, place))->stays = TRUE;
  desk_section_add (section,
                    line_new (self, DESK_TYPE_SMALL, 2,
                              _ ("Each figure is the score of the latest session, of 100.")))
      ->stays = TRUE;
}

static DeskSection *
table_new (DeskClassPaper *self, guint n)
{
  const DeskClassView *view = self->view;
  DeskSection *section = desk_section_new ();
  const guint from = n * MOST_COLUMNS;
  const guint to = MIN (from + MOST_COLUMNS, view->scenarios->len);

  if (n == 0)
    add_title (self, section);
  desk_section_add (section, headings_new (self, from, to));
  for (guint i = 0; i < view->trainees->len; i++)
    desk_section_add (section, row_new (self, view->trainees->pdata[i], from, to));
  section->again = headings_new (self, from, to);
  return section;
}

/* The mistakes. */

static DeskBlock *
mistake_new (DeskClassPaper *self, const DeskClassMistake *mistake)
{
  DeskBlock *block = desk_block_new (2);
  g_autofree char *what = desk_class_words_mistake (mistake);
  g_autofree char *where = g_strdup_printf ("%s, %s", mistake->title, mistake->call);
  g_autofree char *who = g_strdup_printf (_ ("%u of %u"), mistake->n_lost, mistake->n_trainees);
  const double half = self->width / 2;

  add_text (self, block, DESK_TYPE_TEXT, 0, 0, half - GAP, what);
  add_text (self, block, DESK_TYPE_TEXT, half, 0, half - 60 - GAP, where);
  add_text (self, block, DESK_TYPE_STRONG, self->width - 60, 0, 60, who);
  add_rule (self, block);
  return block;
}

static DeskSection *
mistakes_new (DeskClassPaper *self)
{
  const GPtrArray *mistakes = self->view->mistakes;
  DeskSection *section = desk_section_new ();

  desk_section_add (section,
                    line_new (self, DESK_TYPE_HEADING, 18, _ ("Mistakes that the class shares")))
      ->stays = TRUE;
  if (mistakes->len == 0)
    desk_section_add (section, line_new (self, DESK_TYPE_TEXT, 4,
                                         _ ("None: no two trainees made the same one.")));
  for (guint n = 0; n < MIN (mistakes->len, MOST_MISTAKES); n++)
    desk_section_add (section, mistake_new (self, mistakes->pdata[n]));
  return section;
}

/* The journals without a result. */

static DeskSection *
faults_new (DeskClassPaper *self)
{
  const GPtrArray *unfinished = self->folder->unfinished;
  const GPtrArray *faults = self->folder->faults;
  DeskSection *section = desk_section_new ();

  if (unfinished->len + faults->len > 0)
    desk_section_add (section,
                      line_new (self, DESK_TYPE_HEADING, 18, _ ("Journals without a result")))
        ->stays = TRUE;
  for (guint n = 0; n < MIN (unfinished->len, MOST_FAULTS); n++) {
    g_autofree char *words =
        g_strdup_printf ("%s: %s", (char *) unfinished->pdata[n], _ ("not finished"));

    desk_section_add (section, line_new (self, DESK_TYPE_SMALL, 2, words));
  }
  for (guint n = 0; n < MIN (faults->len, MOST_FAULTS); n++) {
    g_autofree char *words = desk_history_fault_describe (faults->pdata[n]);

    desk_section_add (section, line_new (self, DESK_TYPE_SMALL, 2, words));
  }
  return section;
}

static DeskSection *
make_section (guint n, gpointer data)
{
  DeskClassPaper *self = data;

  if (n < self->n_tables)
    return table_new (self, n);
  return n == self->n_tables ? mistakes_new (self) : faults_new (self);
}

DeskClassPaper *
desk_class_paper_new (const DeskClassFolder *folder,
                      const DeskClassView *view,
                      double width,
                      double height)
{
  DeskClassPaper *self = g_new0 (DeskClassPaper, 1);

  self->folder = folder;
  self->view = view;
  self->typesetter = desk_typesetter_new ();
  self->n_tables = MAX ((view->scenarios->len + MOST_COLUMNS - 1) / MOST_COLUMNS, 1);
  self->scale = MIN (width / NARROWEST, 1);
  self->width = width / self->scale - 2 * MARGIN;
  self->height = height / self->scale - 2 * MARGIN;
  self->pages = desk_pages_new (self->height, self->n_tables + 2, make_section, self);
  return self;
}

void
desk_class_paper_free (DeskClassPaper *self)
{
  if (self == NULL)
    return;
  desk_pages_free (self->pages);
  desk_typesetter_free (self->typesetter);
  g_free (self);
}

gboolean
desk_class_paper_lay_out_next (DeskClassPaper *self)
{
  return desk_pages_lay_out_next (self->pages);
}

guint
desk_class_paper_n_pages (const DeskClassPaper *self)
{
  return desk_pages_n_pages (self->pages);
}

void
desk_class_paper_draw (DeskClassPaper *self, guint page, cairo_t *cairo)
{
  g_autoptr (DeskBlock) foot = desk_block_new (0);
  g_autofree char *number =
      g_strdup_printf (_ ("Page %u of %u"), page + 1, desk_class_paper_n_pages (self));

  cairo_save (cairo);
  cairo_scale (cairo, self->scale, self->scale);
  cairo_translate (cairo, MARGIN, MARGIN);
  desk_pages_draw (self->pages, page, cairo, FALSE);
  cairo_translate (cairo, 0, self->height + MARGIN - FOOT_Y);
  add_text (self, foot, DESK_TYPE_SMALL, 0, 0, self->width, number);
  desk_block_draw (foot, cairo, FALSE);
  cairo_restore (cairo);
}
