/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "cli/virtual-shift.h"

/* The same scenario worked many times, with other chances each time. */

G_BEGIN_DECLS

typedef struct {
  const DeskCall *call;
  double mean;  /* of C, over the runs */
  guint failed; /* runs in which it was not answered, ended wrongly or critically */
} DeskCallRuns;

typedef struct {
  const char *name; /* as in a scorecard's totals */
  double mean;      /* over the runs in which it applies */
  guint n;          /* how many these were */
} DeskTotalRuns;

typedef struct {
  DeskScenario *scenario; /* owned */
  guint runs;
  double mean; /* of the score */
  double sd;   /* of the score, by n - 1 */
  double p5;
  double p95;
  guint passed;
  DeskTotalRuns *totals; /* owned, n_totals */
  guint n_totals;
  DeskCallRuns *calls; /* owned, n_calls, those that fail most first */
  guint n_calls;
} DeskManyShifts;

typedef void (*DeskProgressFunc) (guint done, guint of, gpointer data);

/* Works `scenario` `runs` times, with the seeds from the header's on, over all cores. `progress`
 * may be NULL; it is called on the calling thread. (transfer full) */
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
