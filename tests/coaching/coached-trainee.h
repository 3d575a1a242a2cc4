/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-advice.h"
#include "engine/recording.h"
#include "engine/session.h"

/* A trainee who knows nothing of the trade, and does what the coach says and only that: hears what
 * callers say, writes it down right, and needs a moment for each step. */

G_BEGIN_DECLS

/* Called with every advice before it is followed; `chosen` as the coach was told. */
typedef void (*CoachedWatch) (const DeskState *state, const DeskAdvice *advice, gpointer data);

/* Works `scenario` to its end. Each step takes `step_ms`, each field of a slip three of them; -1
 * steps in a row without an advice where one is due fail the test. (transfer full) */
DeskRecording *
coached_shift (DeskScenario *scenario, gint64 step_ms, CoachedWatch watch, gpointer data);

G_END_DECLS
