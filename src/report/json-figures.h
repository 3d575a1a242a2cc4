/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "rehearsal/many-shifts.h"

/* How figures stand in all JSON that the program prints. */

G_BEGIN_DECLS

/* `value` with two decimals at most. New reference. */
json_t *desk_json_figure (double value);

/* {"mean", "sd", "p5", "p95"}. New reference. */
json_t *desk_json_spread (const DeskSpread *spread);

G_END_DECLS
