/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper-sections.h"

#include "report/headlines.h"
#include "report/lessons.h"
#include "report/timeline-layout.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>

#define PAD 8.0 /* between a box and what stands in it */
#define COLUMN_GAP 20.0
#define LESSON_X 14.0

static char *
circumstances (const DeskJournalHeader *header)
{
  g_autofree char *when = desk_words_started (header);
  g_autofree char *trainee = desk_typesetter_tame_line (header->trainee);

  return g_strdup_printf ("%s · %s · %s", trainee, desk_words_mode (header->mode), when);
}

static DeskBlock *
make_title (const DeskPaperBody *body)
{
  DeskBlock *block = desk_block_new (0);
  g_autofree char *words = circumstances (body->scorecard->header);
  g_autofree char *title = desk_typesetter_tame_line (body->scorecard->scenario->title);
  PangoLayout *layout = desk_typesetter_set (body->typesetter, DESK_TYPE_TITLE, body->width, title);
  double y;

  desk_typesetter_cut (layout, 4);
  y = desk_block_add_text (block, layout, 0, 0, DESK_INK_TEXT) + 2;
  layout = desk_typesetter_set (body->typesetter, DESK_TYPE_TEXT, body->width, words);
  desk_typesetter_cut (layout, 4);
  desk_block_add_text (block, layout, 0, y, DESK_INK_SOFT);
  return block;
}

/* A reader must not overlook it. */
static DeskBlock *
make_caution (const DeskPaperBody *body, const char *words)
{
  DeskBlock *block = desk_block_new (10);
  double height;

  height = desk_paper_add (body, block, DESK_TYPE_STRONG, DESK_INK_TEXT, PAD + 4, 5,
                           body->width - PAD - 4, words);
  desk_block_add_shape (block, DESK_SHAPE_FILL, 0, 0, 3, height + 10, DESK_INK_TEXT);
  return block;
}

/* The score, and beside it what it means. */
static DeskBlock *
make_score (const DeskPaperBody *body)
{
  const DeskScorecard *scorecard = body->scorecard;
  const double x = 118;
  DeskBlock *block = desk_block_new (14);
  g_autofree char *score = g_strdup_printf ("%.2f", desk_round_2 (scorecard->score));
  g_autofree char *verdict = desk_words_verdict (scorecard);
  g_autofree char *meaning = desk_words_meaning (scorecard);
  double y = 10;

  desk_block_add_shape (block, DESK_SHAPE_FILL, 0, 0, body->width, 1.2, DESK_INK_TEXT);
  desk_paper_add (body, block, DESK_TYPE_FIGURE, DESK_INK_TEXT, 0, y - 3, x, score);
  if (scorecard->band != DESK_BAND_NONE)
    desk_paper_add (body, block, DESK_TYPE_STRONG, DESK_INK_TEXT, 0, y + 24, x - 10,
                    desk_words_band (scorecard->band));
  y += desk_paper_add (body, block, DESK_TYPE_STRONG,
                       scorecard->passed ? DESK_INK_RIGHT : DESK_INK_WRONG, x, y, body->width - x,
                       verdict);
  desk_paper_add (body, block, DESK_TYPE_TEXT, DESK_INK_TEXT, x, y + 4, body->width - x, meaning);
  block->height += 8;
  return block;
}

static void
add_headline (const DeskPaperBody *body,
              DeskBlock *block,
              const DeskHeadline *headline,
              double x,
              double width)
{
  double y = PAD;

  y += desk_paper_add (body, block, DESK_TYPE_STRONG, DESK_INK_TEXT, x + PAD, y, width - 2 * PAD,
                       headline->name);
  y += desk_paper_add (body, block, DESK_TYPE_FIGURE, DESK_INK_TEXT, x + PAD, y + 1,
                       width - 2 * PAD, headline->figure);
  desk_paper_add (body, block, DESK_TYPE_SMALL, DESK_INK_SOFT, x + PAD, y + 3, width - 2 * PAD,
                  headline->words);
}

/* In boxes of one height. */
static DeskBlock *
make_headlines (const DeskPaperBody *body)
{
  static const double shares[DESK_N_HEADLINES] = { .375, .355, .27 };
  g_autoptr (GPtrArray) headlines = desk_headlines_new (body->scorecard);
  const double room = body->width - (DESK_N_HEADLINES - 1) * PAD;
  DeskBlock *block = desk_block_new (6);
  double x = 0;

  for (guint n = 0; n < headlines->len; n++) {
    add_headline (body, block, headlines->pdata[n], x, room * shares[n]);
    x += room * shares[n] + PAD;
  }
  block->height += PAD;
  x = 0;
  for (guint n = 0; n < headlines->len; n++) {
    desk_block_add_shape (block, DESK_SHAPE_FRAME, x, 0, room * shares[n], block->height,
                          DESK_INK_EDGE);
    x += room * shares[n] + PAD;
  }
  return block;
}

/* Its number, what it is and what it cost, and under them what to do about it. */
static DeskBlock *
make_lesson (const DeskPaperBody *body, const DeskLesson *lesson, guint n)
{
  DeskBlock *block = desk_block_new (n == 0 ? 0 : 5);
  g_autofree char *number = g_strdup_printf ("%u.", n + 1);
  PangoLayout *kind = desk_typesetter_set (body->typesetter, DESK_TYPE_STRONG, -1, lesson->kind);
  const double x = LESSON_X + desk_typesetter_width (kind) + PAD;
  double y;

  desk_paper_add (body, block, DESK_TYPE_STRONG, DESK_INK_TEXT, 0, 0, -1, number);
  desk_block_add_text (block, kind, LESSON_X, 0, DESK_INK_TEXT);
  y = desk_paper_add (body, block, DESK_TYPE_TEXT, DESK_INK_SOFT, x, 0, body->width - x,
                      lesson->cost);
  desk_block_align (block, 0);
  if (*lesson->advice != '\0')
    desk_paper_add_advice (body, block, LESSON_X, y, lesson->advice);
  return block;
}

static void
add_lessons (const DeskPaperBody *body, DeskSection *section)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (body->scorecard);

  desk_section_add (section, desk_paper_make_heading (body, _ ("What cost most")));
  for (guint n = 0; n < lessons->len; n++)
    desk_section_add (section, make_lesson (body, lessons->pdata[n], n));
  if (lessons->len == 0)
    desk_paper_add (body, desk_section_add (section, desk_block_new (0)), DESK_TYPE_TEXT,
                    DESK_INK_TEXT, 0, 0, body->width, _ ("Nothing: every point was earned."));
}

/* What its signs mean comes first, since its strips may fill pages. */
static void
add_timeline (const DeskPaperBody *body, DeskSection *section)
{
  const guint n_strips = desk_timeline_n_strips (body->timeline);

  desk_section_add (section, desk_paper_make_heading (body, _ ("Timeline")));
  desk_section_add (section, desk_paper_make_legend (body))->stays = TRUE;
  for (guint n = 0; n < n_strips; n++)
    desk_section_add (section, desk_paper_make_strip (body, n));
}

typedef struct {
  double x;
  double label; /* widths */
  double value;
} TotalsColumn;

static void
add_total (const DeskPaperBody *body,
           DeskBlock *block,
           const DeskWordsRow *row,
           const TotalsColumn *column)
{
  desk_block_add_shape (block, DESK_SHAPE_FILL, column->x, 0, column->label + column->value, .5,
                        DESK_INK_EDGE);
  desk_paper_add (body, block, DESK_TYPE_TEXT, DESK_INK_SOFT, column->x, 3, column->label - 6,
                  row->label);
  desk_paper_add (body, block, DESK_TYPE_TEXT, DESK_INK_TEXT, column->x + column->label, 3,
                  column->value, row->value);
}

/* Two columns, read one after the other. The first has the figures with targets, which are long. */
static void
add_totals (const DeskPaperBody *body, DeskSection *section)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (body->scorecard);
  const guint n_half = (rows->len + 1) / 2;
  const double room = body->width - COLUMN_GAP;
  const TotalsColumn left = { 0, .28 * room, .29 * room };
  const TotalsColumn right = { .57 * room + COLUMN_GAP, .26 * room, .17 * room };

  desk_section_add (section, desk_paper_make_heading (body, _ ("Figures")));
  for (guint n = 0; n < n_half; n++) {
    DeskBlock *block = desk_section_add (section, desk_block_new (0));

    add_total (body, block, rows->pdata[n], &left);
    if (n + n_half < rows->len)
      add_total (body, block, rows->pdata[n + n_half], &right);
    desk_block_align (block, 3);
    block->height += 3;
    block->stays = n + 1 < n_half;
  }
}

DeskSection *
desk_paper_make_summary (const DeskPaperBody *body)
{
  DeskSection *section = desk_section_new ();
  g_autofree char *caution = desk_words_caution (body->scorecard);

  desk_section_add (section, make_title (body));
  if (caution != NULL)
    desk_section_add (section, make_caution (body, caution));
  desk_section_add (section, make_score (body));
  desk_section_add (section, make_headlines (body));
  add_lessons (body, section);
  add_totals (body, section);
  if (body->scorecard->shift->end_ms > 0)
    add_timeline (body, section);
  return section;
}
