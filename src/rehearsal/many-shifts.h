/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "rehearsal/virtual-shift.h"

/* The same scenario worked many times with different chances. The result is the same, to the byte, for any
 * number of threads. */

G_BEGIN_DECLS

/* How a figure varied over the runs in which it applies. */
typedef struct {
  guint n; /* how many runs those were; 0: the rest means nothing */
  double mean;
  double sd;  /* sample standard deviation (n - 1); 0 for a single value */
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

/* Works `scenario` `runs` times on all cores. Run k, from 0, uses the header's seed plus k: it is the
 * shift which that seed gives alone, so it can be looked at in full. The generator, Mersenne Twister,
 * gives unrelated streams for neighbouring seeds. The header says whether arrivals are jittered.
 * `progress` may be NULL; it is called on the calling thread. Memory grows by some 140 bytes for each
 * run. (transfer full) */
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
