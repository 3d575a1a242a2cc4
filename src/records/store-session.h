/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "classroom/class-session.h"

/* A session as a class sees it, from what a store has of it. */

G_BEGIN_DECLS

/* The session that `statement`, that it was passed or failed, tells of. NULL: it is another statement. `reason`
 * (transfer full): it is one of ours, and this is wrong with it; NULL otherwise. (transfer full) */
DeskClassSession *desk_store_session_new (const json_t *statement, char **reason);

/* When the session of a statement, that it was initialized, began, as it is written; borrowed. `identity`
 * is set to that of the session. NULL: it is another statement. */
const char *desk_store_session_beginning (const json_t *statement, const char **identity);

/* Sets when the session began. */
void desk_store_session_begin (DeskClassSession *session, const char *started);

G_END_DECLS
