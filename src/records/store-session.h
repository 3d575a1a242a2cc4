/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "classroom/class-session.h"

/* A session as a class sees it, made from a store's statements. */

G_BEGIN_DECLS

/* The session of `statement`, one with the verb passed or failed. NULL: it is another statement, or, when
 * `reason` (transfer full, else NULL) is set, one of ours with this fault. (transfer full) */
DeskClassSession *desk_store_session_new (const json_t *statement, char **reason);

/* When the session began, as written in a statement with the verb initialized (borrowed); sets `identity`
 * to the session's. NULL: it is another statement. */
const char *desk_store_session_beginning (const json_t *statement, const char **identity);

/* Sets when the session began. */
void desk_store_session_begin (DeskClassSession *session, const char *started);

G_END_DECLS
