/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "rounds.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

static double
read_clock (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (double) t.tv_sec * 1e9 + (double) t.tv_nsec;
}

double
rounds_now_ns (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

double
rounds_wall_ns (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
rounds_percentile (double *values, size_t n, double share)
{
  const size_t at = (size_t) (share * (double) n);

  qsort (values, n, sizeof *values, compare);
  return values[at < n ? at : n - 1];
}

double
rounds_median (double *values, size_t n)
{
  return rounds_percentile (values, n, 0.5);
}

double
rounds_exponent (const double *sizes, const double *costs, size_t n)
{
  double x = 0, y = 0, xx = 0, xy = 0;

  for (size_t i = 0; i < n; i++) {
    x += log (sizes[i]);
    y += log (costs[i]);
    xx += log (sizes[i]) * log (sizes[i]);
    xy += log (sizes[i]) * log (costs[i]);
  }
  return ((double) n * xy - x * y) / ((double) n * xx - x * x);
}
