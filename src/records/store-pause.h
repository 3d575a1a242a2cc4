/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long to leave a store alone, in seconds, after `n_failures` (from 1) in a row: ten seconds, then
 * twice as long each time, up to half an hour. `chance` (0 to 1) picks a point between half of that and the
 * whole, so that thirty seats do not come back together. `asked_s`: what the store asked for (-1: nothing),
 * which counts when it is longer, up to two hours. `misset`: somebody has to do something first, so it is
 * half an hour from the start. */
double desk_store_pause (guint n_failures, gint64 asked_s, gboolean misset, double chance);

G_END_DECLS
