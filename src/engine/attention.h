/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* Which caller needs the trainee next, and by when. The built-in trainees and the coach share it. */

G_BEGIN_DECLS

/* Later than any moment of a shift: without time limits no caller is ever overdue. */
#define DESK_ATTENTION_NEVER_MS G_MAXINT64

/* By when the trainee should attend to the caller on `line`: the target, times the time factor of the
 * session. -1: nobody waits there; DESK_ATTENTION_NEVER_MS: no time limits. A caller on hold is due five
 * seconds before the target. */
gint64 desk_attention_until_ms (const DeskState *state, guint line);

/* The line to attend to first; `until_ms` is set to when its caller is due. 0: nobody waits, and `until_ms`
 * is left alone. Without time limits the order is the same as with them. */
guint desk_attention_first (const DeskState *state, gint64 *until_ms);

/* When the caller on `line` hangs up if nothing happens before; -1: nothing tries their patience now, or
 * the line is idle. */
gint64 desk_attention_leaves_ms (const DeskState *state, guint line);

G_END_DECLS
