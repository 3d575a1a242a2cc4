/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What a program holds: memory, files, threads and sources, as the kernel, the C library and GLib tell. */

G_BEGIN_DECLS

typedef struct {
  double wall_s;      /* since the first reading */
  double cpu_s;       /* of this process, threads included */
  double at;          /* what has been worked: calls, or minutes; set by whoever reads */
  double journal_mib; /* likewise */
  double rss_mib;     /* /proc/self/smaps_rollup: resident, */
  double pss_mib;     /* with what is shared divided by its sharers, */
  double own_mib;     /* and what is this process's alone and was written to */
  double
      malloc_mib;  /* mallinfo2: handed out by malloc and not given back, mapped blocks included */
  guint n_files;   /* /proc/self/fd */
  guint n_threads; /* /proc/self/task */
  guint n_sources; /* attached to the default main context */
} SoakReading;

/* On the main thread. */
void soak_read (SoakReading *reading);

/* The names of the sources that are attached now, sorted, with how many there are of each. What has no
 * name counts as "(unnamed)". (transfer full) */
char *soak_name_sources (void);

/* Least squares over the readings from `first` on: the slope of `value` over `at`. */
double soak_slope (const GArray *readings, guint first, gsize at_offset, gsize value_offset);

/* The median of the last tenth of the readings from `first` on less that of their first tenth, so that one
 * reading in an unlucky moment decides nothing. */
double soak_growth (const GArray *readings, guint first, gsize value_offset);

/* The least of a count over the last third of the readings from `first` on less the least over their first
 * third: what comes and goes is no leak. */
double soak_count_growth (const GArray *readings, guint first, gsize count_offset);

#define SOAK_FIELD(name) G_STRUCT_OFFSET (SoakReading, name)

G_END_DECLS
