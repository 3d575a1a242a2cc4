/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario-reader.h"

/* A shift of any length for benchmarks: three of four calls are to be answered and have a checklist,
 * two of four are to leave a message with three facts. */

/* The text of a scenario with `n_calls` calls, 4,300 at most, one every 20 seconds, on four lines.
 * (transfer full) */
char *long_shift_to_yaml (guint n_calls);

/* The same, read. (transfer full) */
DeskScenario *long_shift_new (guint n_calls);
