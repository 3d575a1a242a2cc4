/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "scoring/scorecard.h"

/* The context of statements: the circumstances in which a session was worked. */

G_BEGIN_DECLS

/* `call`: the statement is about a call, whose parent is the scenario. (transfer full) */
json_t *
desk_statement_context (const DeskScorecard *scorecard, const char *identity, gboolean call);

G_END_DECLS
