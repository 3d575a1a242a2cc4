/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stddef.h>

/* What every benchmark measures with: rounds of processor time, of which the median counts. */

/* Processor time of this process, in nanoseconds: what others do meanwhile is not in it. */
double rounds_now_ns (void);

/* Sorts `values`, of which there is at least one. */
double rounds_median (double *values, size_t n);
