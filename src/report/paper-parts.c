/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper-sections.h"

#define ADVICE_BAR 1.5
#define ADVICE_X 6.0
#define ADVICE_LINES 24 /* at most */

char *
desk_paper_anchor (guint call)
{
  return g_strdup_printf ("call-%u", call);
}

double
desk_paper_add (const DeskPaperBody *body,
                DeskBlock *block,
                DeskTypeStyle style,
                DeskInk ink,
                double x,
                double y,
                double width,
                const char *text)
{
  g_autofree char *tame = desk_typesetter_tame_line (text);

  return desk_block_add_text (block, desk_typesetter_set (body->typesetter, style, width, tame), x,
                              y, ink);
}

double
desk_paper_add_right (const DeskPaperBody *body,
                      DeskBlock *block,
                      DeskTypeStyle style,
                      DeskInk ink,
                      double right,
                      double y,
                      const char *text)
{
  PangoLayout *layout = desk_typesetter_set (body->typesetter, style, -1, text);
  const double width = desk_typesetter_width (layout);

  desk_block_add_text (block, layout, right - width, y, ink);
  return width;
}

double
desk_paper_add_advice (
    const DeskPaperBody *body, DeskBlock *block, double x, double y, const char *advice)
{
  g_autofree char *tame = desk_typesetter_tame_line (advice);
  PangoLayout *layout =
      desk_typesetter_set (body->typesetter, DESK_TYPE_TEXT, body->width - x - ADVICE_X, tame);
  double height;

  desk_typesetter_cut (layout, ADVICE_LINES);
  height = desk_block_add_text (block, layout, x + ADVICE_X, y + 2, DESK_INK_TEXT);
  desk_block_add_shape (block, DESK_SHAPE_FILL, x, y + 3, ADVICE_BAR, height - 1, DESK_INK_SOFT);
  return y + 2 + height;
}

void
desk_paper_add_mark (DeskBlock *block, double x, double y, double size, double value)
{
  if (value >= 1)
    desk_block_add_shape (block, DESK_SHAPE_TICK, x, y, size, size, DESK_INK_RIGHT);
  else if (value > 0)
    desk_block_add_shape (block, DESK_SHAPE_HALF, x, y, size, size, DESK_INK_TEXT);
  else
    desk_block_add_shape (block, DESK_SHAPE_CROSS, x, y, size, size, DESK_INK_WRONG);
}

DeskBlock *
desk_paper_make_heading (const DeskPaperBody *body, const char *text)
{
  DeskBlock *block = desk_block_new (18);

  desk_paper_add (body, block, DESK_TYPE_HEADING, DESK_INK_TEXT, 0, 0, body->width, text);
  block->height += 4;
  block->stays = TRUE;
  return block;
}
