/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "scoring/scorecard.h"

/* What came of a session or of a call, as the result of a statement. */

G_BEGIN_DECLS

/* (transfer full) */
json_t *desk_statement_session_result (const DeskScorecard *scorecard);
json_t *desk_statement_call_result (const DeskCallScore *call);

/* A session's `result` with what a class read from the store needs to find the mistakes its trainees share.
 * (transfer full) */
json_t *desk_statement_with_marks (const json_t *result, const DeskScorecard *scorecard);

/* Whether the trainee brought the call to an end: the caller neither gave up nor was turned away. */
gboolean desk_statement_call_is_complete (const DeskCallScore *call);

G_END_DECLS
