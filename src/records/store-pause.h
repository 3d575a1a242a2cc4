/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long to leave a store alone, in seconds, after `n_failures` (from 1) in a row: twice as long each
 * time, from ten seconds to half an hour, and between half of that and the whole by `chance` (0 to 1), so
 * that thirty seats do not come back together. `asked_s`: what the store asked for, which counts when it is
 * longer, up to two hours; -1: it did not ask. `misset`: somebody has to do something first, so that half an hour
 * it is from the start. */
double desk_store_pause (guint n_failures, gint64 asked_s, gboolean misset, double chance);

G_END_DECLS
