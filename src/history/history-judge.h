/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* What a journal from anywhere is worth. */

G_BEGIN_DECLS

typedef enum {
  DESK_VERDICT_FINISHED,
  DESK_VERDICT_UNFINISHED, /* without `finished` at its end */
  DESK_VERDICT_TORN,       /* the same, and cut off in the middle of a line */
  DESK_VERDICT_FAULTY,     /* no journal, or an exam that was changed: no result */
} DeskVerdict;

/* Scores the journal that `bytes` are; `name` is its path as shown. Sets `scorecard` where it is
 * finished and `reason`, in the user's language, where it is faulty, both (transfer full), and to
 * NULL otherwise. May be called from any thread. */
DeskVerdict
desk_history_judge (GBytes *bytes, const char *name, DeskScorecard **scorecard, char **reason);

G_END_DECLS
