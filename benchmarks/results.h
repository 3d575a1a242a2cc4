/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a benchmark found, in the one form that benchmarks/run gathers: a table for people, or with
 * --json {"benchmark":…,"results":[…]}. Less is better in every row. */

typedef struct {
  const char *what;
  const char *unit;
  double ours;
  double limit; /* the least that the work can cost, measured in the same run; 0: there is none */
  const char *limit_is; /* what it was measured with; NULL without a limit */
  double most;          /* to reach: ours is no more; 0: not asked */
  double most_ratio;    /* to reach: ours / limit is no more; 0: not asked */
  const char *note;     /* what else was seen; NULL: nothing */
} Result;

/* Takes --json out of the arguments. `benchmark` names the program and is kept. */
void results_begin (int *argc, char **argv, const char *benchmark);

/* Whether what comes out is for a program to read. */
gboolean results_are_json (void);

void results_add (const Result *result);

/* A row with the exponent of growth over three sizes or more (see rounds_exponent), its costs beside it:
 * `cost_unit` is theirs, `size_unit` that of the sizes. */
void results_add_growth (const char *what,
                         const char *size_unit,
                         const double *sizes,
                         const char *cost_unit,
                         const double *costs,
                         gsize n,
                         double most_exponent);

/* Prints what is left to print. Returns the status to leave with: 1 when a row was not reached. */
int results_end (void);
