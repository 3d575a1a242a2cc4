/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* Whether a journal, wherever it came from, gives a result that counts. */

G_BEGIN_DECLS

typedef enum {
  DESK_VERDICT_FINISHED,
  DESK_VERDICT_UNFINISHED, /* without `finished` at its end */
  DESK_VERDICT_TORN,       /* unfinished, and cut off in the middle of a line */
  DESK_VERDICT_FAULTY,     /* not a journal, or an exam that was tampered with: no result */
} DeskVerdict;

/* Scores the journal whose content is `bytes`; `name` is its path as shown. Sets `scorecard` when the
 * journal is finished, and `reason`, in the user's language, when it is faulty (both transfer full), and to
 * NULL otherwise. Any thread. */
DeskVerdict
desk_history_judge (GBytes *bytes, const char *name, DeskScorecard **scorecard, char **reason);

G_END_DECLS
