/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/virtual-shift.h"

/* The same scenario worked many times, with other chances each time. What comes out is the same, to
 * the byte, however many threads there are and in whichever order they finish. */

G_BEGIN_DECLS

/* How a figure spread over the runs in which it applies. */
typedef struct {
  guint n; /* how many these were; 0: the rest has no meaning */
  double mean;
  double sd;  /* by n - 1; 0 for a single one */
  double p5;  /* one in twenty is lower, one in twenty is higher than p95: the 90 % interval; */
  double p95; /* between two neighbours in proportion */
} DeskSpread;

typedef struct {
  const DeskCall *call;
  double mean;  /* of C, over the runs */
  guint failed; /* runs in which it was not answered, ended wrongly or critically */
} DeskCallRuns;

typedef struct {
  const char *name; /* as in a scorecard's totals */
  DeskSpread spread;
} DeskTotalRuns;

typedef struct {
  DeskScenario *scenario; /* owned */
  guint runs;
  DeskSpread score;
  guint passed;
  DeskTotalRuns *totals; /* owned, n_totals */
  guint n_totals;
  DeskCallRuns *calls; /* owned, n_calls, those that fail most first */
  guint n_calls;
} DeskManyShifts;

typedef void (*DeskProgressFunc) (guint done, guint of, gpointer data);

/* Works `scenario` `runs` times over all cores. Run k, from 0, has the header's seed plus k, so that
 * it is the shift which that seed gives on its own and can be looked at in full; the generator
 * (Mersenne Twister) makes of neighbouring seeds streams that have nothing to do with each other.
 * Whether arrivals move is the header's. `progress` may be NULL; it is called on the calling thread.
 * Memory grows with `runs`, by some 140 bytes each. (transfer full) */
DeskManyShifts *desk_many_shifts_run (DeskScenario *scenario,
                                      DeskClipLengths *lengths,
                                      const DeskJournalHeader *header,
                                      DeskTrainee trainee,
                                      guint runs,
                                      DeskProgressFunc progress,
                                      gpointer data);
void desk_many_shifts_free (DeskManyShifts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskManyShifts, desk_many_shifts_free)

G_END_DECLS
