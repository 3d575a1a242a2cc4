/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/timeline-shape.h"

#define ROUND                                                                                      \
  "M5 0L4.33 2.5L2.5 4.33L0 5L-2.5 4.33L-4.33 2.5L-5 0L-4.33 -2.5L-2.5 -4.33L0 -5L2.5 -4.33"       \
  "L4.33 -2.5Z"

DeskBarShape
desk_bar_shape (DeskLineState state)
{
  switch (state) {
  case DESK_LINE_RINGING: return DESK_BAR_HATCHED;
  case DESK_LINE_RECALL: return DESK_BAR_CROSS_HATCHED;
  case DESK_LINE_TRANSFERRING: return DESK_BAR_ARROW;
  case DESK_LINE_IDLE:
  case DESK_LINE_CONNECTED:
  case DESK_LINE_HELD:
  case DESK_LINE_CONSULTING: break;
  }
  return DESK_BAR_BANDS;
}

const DeskBarBand *
desk_bar_bands (DeskLineState state)
{
  static const DeskBarBand none[] = { { 0 } };
  static const DeskBarBand full[] = { { 0, 1 }, { 0 } };
  static const DeskBarBand low[] = { { .64, .36 }, { 0 } };
  static const DeskBarBand two[] = { { 0, .36 }, { .64, .36 }, { 0 } };

  switch (state) {
  case DESK_LINE_CONNECTED: return full;
  case DESK_LINE_HELD: return low;
  case DESK_LINE_CONSULTING: return two;
  case DESK_LINE_IDLE:
  case DESK_LINE_RINGING:
  case DESK_LINE_TRANSFERRING:
  case DESK_LINE_RECALL: break;
  }
  return none;
}

gboolean
desk_mark_is_on_bar (DeskMarkKind kind)
{
  return kind >= DESK_MARK_NEVER_CAME;
}

const char *
desk_mark_kind_name (DeskMarkKind kind)
{
  switch (kind) {
  case DESK_MARK_PHRASE: return "phrase";
  case DESK_MARK_COLLEAGUE_PHRASE: return "aside";
  case DESK_MARK_MESSAGE: return "message";
  case DESK_MARK_CRITICAL: return "critical";
  case DESK_MARK_PUT_THROUGH: return "put-through";
  case DESK_MARK_NEVER_CAME: return "to-come";
  case DESK_MARK_BLOCKED: return "blocked";
  case DESK_MARK_GAVE_UP: return "gave-up";
  }
  g_return_val_if_reached ("");
}

const DeskMarkGlyph *
desk_mark_glyph (DeskMarkKind kind)
{
  static const DeskMarkGlyph glyphs[] = {
    [DESK_MARK_PHRASE] = { .solid = "M-4.5 -4L4.5 -4L0 4Z" },
    [DESK_MARK_COLLEAGUE_PHRASE] = { .hollow = "M-4 -3.5L4 -3.5L0 3.5Z", .pen = 1.5 },
    [DESK_MARK_MESSAGE] = { .hollow = "M-5.5 -4L5.5 -4L5.5 4L-5.5 4Z",
                            .line = "M-5.5 -4L0 1L5.5 -4",
                            .pen = 1.4 },
    [DESK_MARK_CRITICAL] = { .solid = "M-2.4 -6L2.4 -6L1.3 1.8L-1.3 1.8Z"
                                      "M-1.8 3L1.8 3L1.8 5.8L-1.8 5.8Z" },
    [DESK_MARK_PUT_THROUGH] = { .line = "M-4.5 -4L-0.5 0L-4.5 4M0.5 -4L4.5 0L0.5 4", .pen = 2 },
    [DESK_MARK_NEVER_CAME] = { .hollow = ROUND, .pen = 1.5 },
    [DESK_MARK_BLOCKED] = { .hollow = ROUND, .line = "M-3.5 3.5L3.5 -3.5", .pen = 2 },
    [DESK_MARK_GAVE_UP] = { .line = "M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5", .pen = 2.4 },
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (glyphs), &glyphs[0]);

  return &glyphs[kind];
}
