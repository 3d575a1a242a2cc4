/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include <glib.h>

G_BEGIN_DECLS

/* Whether a statement that came back from a store says what the one that was sent says. A store adds to it
 * (when and by whom it was stored), writes moments in UTC, and makes lists of single activities. */
gboolean desk_same_statement (const json_t *sent, const json_t *kept);

G_END_DECLS
