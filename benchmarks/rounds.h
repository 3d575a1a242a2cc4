/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stddef.h>

/* What every benchmark measures with: rounds of time, of which the median counts. */

/* Processor time of this process, in nanoseconds: what others do meanwhile is not in it. */
double rounds_now_ns (void);

/* Time on the wall, in nanoseconds from some moment: for what waits, on a disk or on other threads. */
double rounds_wall_ns (void);

/* Both sort `values`, of which there is at least one. `share` is from 0 to 1: 0.5 is the median. */
double rounds_median (double *values, size_t n);
double rounds_percentile (double *values, size_t n, double share);

/* How cost grows with size: the slope of the line through (log size, log cost). 1 is in proportion, 2
 * the square. All values are above 0, and at least two sizes differ. */
double rounds_exponent (const double *sizes, const double *costs, size_t n);
