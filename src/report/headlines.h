/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scoring/scorecard.h"

/* The figures that stand in front of a report: response time and message accuracy, which a caller
 * notices first, and handling beside them. */

G_BEGIN_DECLS

typedef struct {
  const char *name; /* borrowed */
  char *figure;     /* owned, "12.5 s"; "–" where it does not apply */
  char *words;      /* owned; what the figure is, of how many, and the target */
} DeskHeadline;

typedef enum {
  DESK_HEADLINE_RESPONSE,
  DESK_HEADLINE_MESSAGE,
  DESK_HEADLINE_HANDLING,
} DeskHeadlineKind;

#define DESK_N_HEADLINES 3

/* One of each kind, in the user's language. (transfer full) (element-type DeskHeadline) */
GPtrArray *desk_headlines_new (const DeskScorecard *scorecard);

G_END_DECLS
