/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "soak-options.h"
#include "soak-table.h"

/* Shifts in the real window: what it holds on to while they are worked, and after. */

G_BEGIN_DECLS

/* On a display and in a home of its own. Appends to `readings` those of the first shift. */
void soak_window_run (const SoakOptions *options, SoakTable *table, GArray *readings);

G_END_DECLS
