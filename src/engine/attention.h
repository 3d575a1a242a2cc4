/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* Who needs the trainee next, and by when: what the built-in trainees go by, and the coach. */

G_BEGIN_DECLS

/* Nobody waits for so long. */
#define DESK_ATTENTION_NEVER_MS G_MAXINT64

/* When the caller on `line` should be attended to by the targets, with the time that was granted, or
 * -1: nobody waits there. DESK_ATTENTION_NEVER_MS without time limits. A caller on hold is taken back
 * some seconds before the target is up. */
gint64 desk_attention_until_ms (const DeskState *state, guint line);

/* The line whose caller must be attended to first, with the moment in `until_ms`; 0: none, and
 * `until_ms` is left as it is. Without time limits the order is what it would be with them. */
guint desk_attention_first (const DeskState *state, gint64 *until_ms);

/* When the caller on `line` gives up unless somebody does something, or -1: never, or not yet. */
gint64 desk_attention_leaves_ms (const DeskState *state, guint line);

G_END_DECLS
