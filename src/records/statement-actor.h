/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "records/statement-ways.h"

/* Who worked the session, named as the school wants it. */

G_BEGIN_DECLS

/* Whether `home_page` may stand as the home page of accounts: an absolute address of permitted characters. */
gboolean desk_statement_is_home_page (const char *home_page);

/* An xAPI agent; NULL with a DeskStatementError. (transfer full) */
json_t *desk_statement_actor (const char *trainee, const DeskStatementWays *ways, GError **error);

G_END_DECLS
