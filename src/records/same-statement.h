/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include <glib.h>

G_BEGIN_DECLS

/* Whether a statement that a store returned says the same as the one that was sent. A store adds to it
 * (when and by whom it was stored), writes times in UTC, and makes lists of single activities. */
gboolean desk_same_statement (const json_t *sent, const json_t *kept);

G_END_DECLS
