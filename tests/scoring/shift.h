/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/session.h"
#include "scoring/scorecard.h"

/* A shift worked by a test: commands in, a scorecard out of nothing but the journal. */

G_BEGIN_DECLS

typedef struct _Shift Shift;

/* The scenario must be without a fault. */
Shift *shift_new (const char *yaml, DeskMode mode);
void shift_free (Shift *shift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shift, shift_free)

/* From the beginning: the session is adjusted. */
Shift *shift_new_adjusted (const char *yaml, const char *accommodation);

/* Obeys commands, a line each, `offset_ms` after the times they name: "9000 answer 1",
 * "9800 say 1 greet", "20000 transfer 1 erik",
 * "24000 message CALL|TO|NAME|ORGANISATION|PHONE|TICK TICK|TEXT" ("draft" likewise). */
void shift_work (Shift *shift, gint64 offset_ms, const char *commands);

/* Runs on until nothing is due. */
void shift_run_on (Shift *shift);

/* `early`: although calls are left. */
void shift_finish (Shift *shift, gboolean early);

/* The journal so far. (transfer full) */
GBytes *shift_journal (Shift *shift);

/* What that journal is worth. (transfer full) */
DeskScorecard *shift_score (Shift *shift);

/* shift_run_on(), shift_finish() and shift_score() at once. (transfer full) */
DeskScorecard *shift_end (Shift *shift);

/* Item `item` of a call's checklist, or NULL where it does not apply. */
const DeskCheck *find_check (const DeskCallScore *score, DeskItem item);

G_END_DECLS
