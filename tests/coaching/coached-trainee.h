/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "coaching/coach-advice.h"
#include "engine/autopilot.h"
#include "engine/recording.h"
#include "engine/session.h"

/* A trainee who knows nothing of the trade, and does what the coach says and only that: hears what
 * callers say, writes it down right, and needs a moment for each step. */

G_BEGIN_DECLS

/* Both functions may be NULL. */
typedef struct {
  void (*happened) (const DeskEvent *event, gpointer data);
  void (*advised) (const DeskState *state, const DeskAdvice *advice, gpointer data);
  gpointer data;
} CoachedWatch;

/* Works `scenario` to its end; each step takes `step_ms`, each field of a slip three of them.
 * (transfer full) */
DeskRecording *coached_shift (DeskScenario *scenario, gint64 step_ms, const CoachedWatch *watch);

/* Lets a built-in trainee work it, while the coach looks on and is listened to by nobody but
 * `watch`, after each event. */
void watched_shift (DeskScenario *scenario, DeskTrainee trainee, const CoachedWatch *watch);

/* "say greet", "answer 2 longest", "write phone"; for tables of tests. (transfer full) */
char *coached_describe (const DeskAdvice *advice);

G_END_DECLS
