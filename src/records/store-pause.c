/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-pause.h"

#define SHORTEST_S 10.0
#define LONGEST_S 1800.0
#define LONGEST_ASKED_S 7200.0

double
desk_store_pause (guint n_failures, gint64 asked_s, gboolean misset, double chance)
{
  const guint doublings = MIN (MAX (n_failures, 1) - 1, 16);
  const double whole = misset ? LONGEST_S : MIN (SHORTEST_S * (1 << doublings), LONGEST_S);
  const double own = whole * (0.5 + 0.5 * CLAMP (chance, 0, 1));
  const double asked = MIN ((double) asked_s, LONGEST_ASKED_S);

  /* What was asked for is the least, and thirty seats were asked for the same. */
  return asked > own ? asked + SHORTEST_S * CLAMP (chance, 0, 1) : own;
}
