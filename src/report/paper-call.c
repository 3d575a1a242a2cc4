/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper-sections.h"

#include "report/call-words.h"
#include "report/difference.h"
#include "report/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All parts of a call share one grid: a mark, a name, a figure, and words. */

#define MARK 7.0 /* width and height */
#define NAME_X 14.0
#define NAME_WIDTH 106.0
#define VALUE_RIGHT 150.0
#define WEIGHT_X 153.0
#define WORDS_X 192.0
#define MARKS_RIGHT 184.0
#define GAP 12.0  /* between what was written and what it should be */
#define ROW_Y 3.5 /* from a row's rule to its words */
#define ROW_END 3.5
#define CELL_LINES 24    /* of a cell of a table, at most */
#define SIDE_BY_SIDE 500 /* bytes: longer texts are set over the whole width, and may be broken */

typedef struct {
  const DeskPaperBody *body;
  const DeskCallScore *score;
  DeskSection *section;
  int head; /* block with the headings of the columns, or -1 */
} Sheet;

static double
words_width (const Sheet *sheet)
{
  return sheet->body->width - WORDS_X;
}

/* Cells of a table never make a row that is higher than a page. */
static double
add_cell (const Sheet *sheet,
          DeskBlock *block,
          DeskInk ink,
          double x,
          double y,
          double width,
          const char *text)
{
  g_autofree char *tame = desk_typesetter_tame_line (text);
  PangoLayout *layout = desk_typesetter_set (sheet->body->typesetter, DESK_TYPE_TEXT, width, tame);

  desk_typesetter_cut (layout, CELL_LINES);
  return desk_block_add_text (block, layout, x, y, ink);
}

/* Evidence, and under it what to do better. Returns where it ends. */
static double
add_explained (const Sheet *sheet,
               DeskBlock *block,
               double x,
               double y,
               const char *evidence,
               const DeskRemark *advice)
{
  g_autofree char *better = desk_remark_to_words (advice);

  if (*evidence != '\0')
    y += add_cell (sheet, block, DESK_INK_SOFT, x, y, sheet->body->width - x, evidence);
  return *better != '\0' ? desk_paper_add_advice (sheet->body, block, x, y, better) : y;
}

static double
add_remarks (const Sheet *sheet,
             DeskBlock *block,
             double x,
             double y,
             const DeskRemark *evidence,
             const DeskRemark *advice)
{
  g_autofree char *words = desk_remark_to_words (evidence);

  return add_explained (sheet, block, x, y, words, advice);
}

/* A row of a table, with a rule over it. */
static DeskBlock *
row_new (Sheet *sheet)
{
  DeskBlock *block = desk_section_add (sheet->section, desk_block_new (0));

  desk_block_add_shape (block, DESK_SHAPE_FILL, 0, 0, sheet->body->width, .5, DESK_INK_EDGE);
  block->head = sheet->head;
  return block;
}

static void
row_end (DeskBlock *block)
{
  desk_block_align (block, ROW_Y);
  block->height += ROW_END;
}

static void
add_name (const Sheet *sheet, DeskBlock *block, double value, const char *name, double width)
{
  desk_paper_add_mark (block, 1, ROW_Y + 2, MARK, value);
  add_cell (sheet, block, DESK_INK_TEXT, NAME_X, ROW_Y, width, name);
}

static void
add_value (const Sheet *sheet, DeskBlock *block, double value)
{
  g_autofree char *text = g_strdup_printf ("%.2f", desk_round_2 (value));

  desk_paper_add_right (sheet->body, block, DESK_TYPE_TEXT, DESK_INK_TEXT, VALUE_RIGHT, ROW_Y,
                        text);
}

static void
add_weight (const Sheet *sheet, DeskBlock *block, double weight)
{
  g_autofree char *text = g_strdup_printf ("× %g", weight);

  add_cell (sheet, block, DESK_INK_SOFT, WEIGHT_X, ROW_Y, WORDS_X - WEIGHT_X - 4, text);
}

/* The name of a part and what it earned (transfer full, nullable); it stays with its first row. */
static DeskBlock *
add_part (Sheet *sheet, const char *name, char *earned)
{
  DeskBlock *block = desk_section_add (sheet->section, desk_block_new (7));

  const double height = desk_paper_add (sheet->body, block, DESK_TYPE_STRONG, DESK_INK_TEXT, 0,
                                        ROW_Y, MARKS_RIGHT, name);

  if (earned != NULL)
    desk_paper_add (sheet->body, block, DESK_TYPE_SMALL, DESK_INK_SOFT, 0, ROW_Y + height,
                    MARKS_RIGHT, earned);
  g_free (earned);
  block->stays = TRUE;
  block->height += 2;
  sheet->head = -1;
  return block;
}

static void
add_column_head (const Sheet *sheet, DeskBlock *block, double x, const char *text)
{
  PangoLayout *layout = desk_typesetter_set (sheet->body->typesetter, DESK_TYPE_SMALL, -1, text);

  desk_block_add_text (block, layout, x, ROW_Y, DESK_INK_SOFT);
}

/* What is said again where the table goes on: the part's own row. */
static void
begin_table (Sheet *sheet, DeskBlock *block)
{
  desk_block_align (block, ROW_Y);
  block->height += 1;
  sheet->head = (int) sheet->section->blocks->len - 1;
}

/* The heading. */

static char *
tame_caller (const Sheet *sheet)
{
  g_autofree char *caller = desk_words_caller (sheet->score->call);

  return desk_typesetter_tame_line (caller);
}

static DeskBlock *
name_block_new (const Sheet *sheet, const char *name, double above)
{
  DeskBlock *block = desk_block_new (above);
  PangoLayout *layout = desk_typesetter_set (sheet->body->typesetter, DESK_TYPE_HEADING,
                                             sheet->body->width - 70, name);

  desk_typesetter_cut (layout, 3);
  desk_block_add_shape (block, DESK_SHAPE_FILL, 0, 0, sheet->body->width, 1.2, DESK_INK_TEXT);
  desk_block_add_text (block, layout, 0, 6, DESK_INK_TEXT);
  block->stays = TRUE;
  return block;
}

/* "Outcome: message taken for Erik Öberg. That was right. · 00:41 · invoice" */
static char *
outcome_words (const Sheet *sheet)
{
  const DeskCallScore *score = sheet->score;
  g_autofree char *came_to = desk_words_came_to (sheet->body->scorecard->scenario, score);
  GString *words = g_string_new (came_to);

  if (score->ringing_ms >= 0) {
    g_autofree char *clock = desk_words_clock (score->ringing_ms);

    g_string_append_printf (words, " · %s", clock);
  }
  g_string_append_printf (words, " · %s", score->call->id);
  return g_string_free (words, FALSE);
}

static void
add_call_head (Sheet *sheet, guint n)
{
  g_autofree char *caller = tame_caller (sheet);
  g_autofree char *name = g_strdup_printf (_ ("%u. %s"), n + 1, caller);
  g_autofree char *points = g_strdup_printf ("%.2f", desk_round_2 (sheet->score->score));
  g_autofree char *sum = desk_words_sum (sheet->body->scorecard->scenario, sheet->score);
  g_autofree char *outcome = outcome_words (sheet);
  DeskBlock *block =
      desk_section_add (sheet->section, name_block_new (sheet, name, n == 0 ? 6 : 20));
  double y;

  block->anchor = desk_paper_anchor (n);
  desk_paper_add_right (sheet->body, block, DESK_TYPE_HEADING, DESK_INK_TEXT, sheet->body->width, 6,
                        points);
  desk_block_align (block, 6);
  y = block->height + 2;
  desk_paper_add_mark (block, 1, y + 2, MARK, sheet->score->outcome_right);
  y += desk_paper_add (sheet->body, block, DESK_TYPE_TEXT, DESK_INK_SOFT, NAME_X, y,
                       sheet->body->width - NAME_X, outcome);
  if (sum != NULL)
    desk_paper_add (sheet->body, block, DESK_TYPE_TEXT, DESK_INK_SOFT, NAME_X, y + 1,
                    sheet->body->width - NAME_X, sum);
  block->height += 2;
}

/* For a page on which the call goes on. */
static DeskBlock *
make_again (const Sheet *sheet, guint n)
{
  g_autofree char *caller = tame_caller (sheet);
  g_autofree char *name = g_strdup_printf (_ ("%u. %s (continued)"), n + 1, caller);
  DeskBlock *block = name_block_new (sheet, name, 0);

  block->height += 4;
  return block;
}

static void
add_critical (Sheet *sheet)
{
  DeskBlock *block = desk_section_add (sheet->section, desk_block_new (5));
  double y = 4;

  y += desk_paper_add (sheet->body, block, DESK_TYPE_STRONG, DESK_INK_WRONG, 8, y,
                       sheet->body->width - 16, _ ("CRITICAL FAILURE"));
  y = add_remarks (sheet, block, 8, y + 1, sheet->score->critical_evidence,
                   sheet->score->critical_advice);
  desk_block_add_shape (block, DESK_SHAPE_FRAME, 0, 0, sheet->body->width, y + 5, DESK_INK_WRONG);
  block->stays = TRUE;
}

/* The parts. */

static void
add_response (Sheet *sheet)
{
  DeskBlock *block = add_part (sheet, _ ("Response"),
                               desk_words_part (sheet->score->response_value,
                                                sheet->body->scorecard->scenario->weight_response));

  add_remarks (sheet, block, WORDS_X, ROW_Y, sheet->score->response_evidence,
               sheet->score->response_advice);
  desk_block_align (block, ROW_Y);
  block->stays = FALSE;
}

static void
add_checks (Sheet *sheet)
{
  begin_table (sheet,
               add_part (sheet, _ ("Handling"),
                         desk_words_handling (sheet->body->scorecard->scenario, sheet->score)));
  for (guint n = 0; n < sheet->score->n_checks; n++) {
    const DeskCheck *check = &sheet->score->checks[n];
    g_autofree char *marks = desk_words_marks (check);
    DeskBlock *block = row_new (sheet);

    add_name (sheet, block, check->value, desk_words_item (check->item), NAME_WIDTH);
    desk_paper_add_right (sheet->body, block, DESK_TYPE_TEXT, DESK_INK_TEXT, MARKS_RIGHT, ROW_Y,
                          marks);
    add_remarks (sheet, block, WORDS_X, ROW_Y, check->evidence, check->advice);
    row_end (block);
  }
}

/* The slip. */

static void
underline (PangoAttrList *attributes, const DeskSpan *span)
{
  PangoAttribute *const marks[] = { pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                                    pango_attr_weight_new (PANGO_WEIGHT_BOLD) };

  for (guint n = 0; n < G_N_ELEMENTS (marks); n++) {
    marks[n]->start_index = (guint) span->start;
    marks[n]->end_index = (guint) span->end;
    pango_attr_list_insert (attributes, marks[n]);
  }
}

static PangoAttrList *
underlined (const GArray *spans)
{
  PangoAttrList *attributes = desk_typesetter_attributes ();

  for (guint n = 0; spans != NULL && n < spans->len; n++)
    underline (attributes, &g_array_index (spans, DeskSpan, n));
  return attributes;
}

/* In the direction of its own writing. `spans` (transfer full, nullable): the letters that differ. */
static PangoLayout *
set_marked (const Sheet *sheet, const char *text, double width, GArray *spans)
{
  PangoLayout *layout = desk_typesetter_set (sheet->body->typesetter, DESK_TYPE_TEXT, width,
                                             *text != '\0' ? text : _ ("(empty)"));
  PangoAttrList *attributes = underlined (spans);

  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  g_clear_pointer (&spans, g_array_unref);
  return layout;
}

/* What was written beside what should be. Returns where it ends. */
static double
add_beside (const Sheet *sheet,
            DeskBlock *block,
            const char *written,
            const char *expected,
            const DeskWordsField *row)
{
  const double width = (words_width (sheet) - GAP) / 2;
  const char *const texts[] = { written, expected };
  GArray *spans[] = { NULL, NULL };
  double height = 0;

  desk_words_compare (row, written, expected, &spans[0], &spans[1]);
  for (guint n = 0; n < G_N_ELEMENTS (texts); n++) {
    PangoLayout *layout = set_marked (sheet, texts[n], width, spans[n]);
    const double x = WORDS_X + n * (width + GAP);

    double lines;

    desk_typesetter_cut (layout, CELL_LINES);
    lines = desk_block_add_text (block, layout, x, ROW_Y,
                                 *texts[n] != '\0' ? DESK_INK_TEXT : DESK_INK_SOFT);
    height = MAX (height, lines);
  }
  return ROW_Y + height;
}

/* Over the whole width, a block a line, so that it may be broken anywhere. */
static void
add_long_text (Sheet *sheet, const char *name, const char *text)
{
  DeskBlock *block = desk_section_add (sheet->section, desk_block_new (4));
  const int head = (int) sheet->section->blocks->len - 1;
  PangoLayout *layout = set_marked (sheet, text, sheet->body->width - NAME_X, NULL);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  desk_paper_add (sheet->body, block, DESK_TYPE_SMALL, DESK_INK_SOFT, NAME_X, 0, -1, name);
  block->stays = TRUE;
  do {
    block = desk_section_add (sheet->section, desk_block_new (0));
    desk_block_add_line (block, iter, NAME_X, DESK_INK_TEXT);
    block->head = head;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_object_unref (layout);
  block->height += ROW_END;
}

static void
add_field (Sheet *sheet, const DeskWordsField *row)
{
  g_autofree char *written = row->field == DESK_FIELD_FACTS
                                 ? desk_typesetter_tame (row->written)
                                 : desk_typesetter_tame_line (row->written);
  g_autofree char *expected = desk_typesetter_tame (row->expected);
  const gboolean is_long = strlen (written) > SIDE_BY_SIDE || strlen (expected) > SIDE_BY_SIDE;
  DeskBlock *block = row_new (sheet);
  double y = ROW_Y;

  add_name (sheet, block, row->value, desk_words_field (row->field), NAME_WIDTH);
  add_value (sheet, block, row->value);
  if (!is_long)
    y = add_beside (sheet, block, written, expected, row) + 2;
  if ((is_long || row->value < 1) && row->evidence != NULL)
    add_remarks (sheet, block, WORDS_X, y, row->evidence, row->advice);
  row_end (block);
  if (is_long) {
    block->stays = TRUE;
    add_long_text (sheet, _ ("As written"), written);
    add_long_text (sheet, _ ("As it should be"), expected);
  }
}

static void
add_slip (Sheet *sheet)
{
  g_autoptr (GPtrArray) rows = desk_words_fields (sheet->body->scorecard, sheet->score);
  DeskBlock *block = add_part (sheet, _ ("Message"),
                               desk_words_part (sheet->score->message->value,
                                                sheet->body->scorecard->scenario->weight_message));
  const DeskFieldScore *unlogged = desk_words_unlogged (sheet->score);

  if (unlogged != NULL) {
    add_remarks (sheet, block, WORDS_X, ROW_Y, unlogged->evidence, unlogged->advice);
    row_end (block);
    block = row_new (sheet);
  }
  add_column_head (sheet, block, WORDS_X, _ ("As written"));
  add_column_head (sheet, block, WORDS_X + (words_width (sheet) + GAP) / 2, _ ("As it should be"));
  begin_table (sheet, block);
  for (guint n = 0; n < rows->len; n++)
    add_field (sheet, rows->pdata[n]);
}

static void
add_facts (Sheet *sheet)
{
  const DeskSlipScore *message = sheet->score->message;

  if (message->n_facts == 0 || desk_words_unlogged (sheet->score) != NULL)
    return;
  begin_table (sheet, add_part (sheet, _ ("Facts"), NULL));
  for (gsize n = 0; n < message->n_facts; n++) {
    const DeskFactScore *fact = &message->facts[n];
    g_autofree char *name = desk_remark_to_words (fact->fact);
    g_autofree char *evidence = desk_remark_to_words (fact->evidence);
    g_autofree char *found =
        g_strdup_printf ("%s: %s", desk_words_fact_value (fact->value), evidence);
    DeskBlock *block = row_new (sheet);

    add_name (sheet, block, fact->value, name, NAME_WIDTH);
    add_value (sheet, block, fact->value);
    add_weight (sheet, block, fact->weight);
    add_explained (sheet, block, WORDS_X, ROW_Y, found, fact->advice);
    row_end (block);
  }
}

DeskSection *
desk_paper_make_call (const DeskPaperBody *body, guint call)
{
  const DeskCallScore *score = &body->scorecard->calls[call];
  Sheet sheet = { body, score, desk_section_new (), -1 };

  if (call == 0)
    desk_section_add (sheet.section, desk_paper_make_heading (body, _ ("The calls")));
  add_call_head (&sheet, call);
  sheet.section->again = make_again (&sheet, call);
  if (score->critical)
    add_critical (&sheet);
  if (score->response_evidence != NULL)
    add_response (&sheet);
  if (score->answered)
    add_checks (&sheet);
  if (score->answered && score->message != NULL) {
    add_slip (&sheet);
    add_facts (&sheet);
  }
  return sheet.section;
}
