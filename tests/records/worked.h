/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "past.h"
#include "records/statement.h"

/* Sessions that were worked, and what is said of them. */

G_BEGIN_DECLS

/* The identity that the tests give to sessions made here: any text will do. */
#define IDENTITY "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A salt, never the school's. */
GBytes *worked_salt (void);
DeskStatementWays worked_ways (DeskAccountScheme scheme, GBytes *salt);

/* A shift of three calls: a message that lacks a field, a caller who gave up, and one who was turned
 * away; "en" or "sv", with everything in that language. (transfer full) */
DeskScorecard *worked_shift (const char *language, DeskMode mode, const char *accommodation);

/* What the bytes of a journal are worth; NULL where they are no journal. (transfer full) */
DeskScorecard *worked_score (GBytes *journal);

/* `journal` with `from`, which must be there, as `to`. (transfer full) */
GBytes *worked_replace (GBytes *journal, const char *from, const char *to);

/* The statements by the identity of the journal's bytes; NULL, with an error, where there are none.
 * (transfer full) */
json_t *worked_say (GBytes *journal, const DeskStatementWays *ways, GError **error);

/* "result.score.scaled" of a statement, with "ext:NAME" for one of our extensions; NULL: nothing is
 * there. Borrowed. */
json_t *worked_look (json_t *statement, const char *path);

G_END_DECLS
