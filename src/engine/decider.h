/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* The rules of the telephone as two pure halves: deciding tells which events follow, evolving
 * applies one of them. Neither knows a clock, a file or a window. */

G_BEGIN_DECLS

/* The most events that one decision can produce. */
#define DESK_MAX_EVENTS 16

typedef struct {
  guint n;
  DeskEvent items[DESK_MAX_EVENTS];
} DeskEvents;

/* A session before its start. (transfer full) */
DeskState *
desk_state_new (DeskScenario *scenario, DeskClipLengths *lengths, const DeskRules *rules);
void desk_state_free (DeskState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskState, desk_state_free)

/* What follows from `command` at `state->now_ms`: at least one event, except for a draft. A command that
 * the telephone cannot obey yields `command-rejected`. `events` is appended to. */
void desk_decide (const DeskState *state, const DeskCommand *command, DeskEvents *events);

/* What follows from the start of the session, and from deadline `id` of the state's queue. */
void desk_decide_start (const DeskState *state, DeskEvents *events);
void desk_decide_deadline (const DeskState *state, guint id, DeskEvents *events);

/* Apply one event, and the slip of an accepted draft or message. The slip is shared from then on: see
 * desk_slip_share(). */
void desk_evolve (DeskState *state, const DeskEvent *event);
void desk_evolve_slip (DeskState *state, const DeskCall *call, const DeskSlip *slip);

G_END_DECLS
