/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* What the telephone would do with a command, by its own rules and without applying anything. Widgets use
 * it to decide which buttons make sense. */

G_BEGIN_DECLS

/* Whether `command` would be refused now; `rejected`, when not NULL, then tells why. */
gboolean
desk_foresee_rejection (const DeskState *state, const DeskCommand *command, DeskEvent *rejected);

/* The line that `command` would put on hold as well; 0: none. */
guint desk_foresee_held_line (const DeskState *state, const DeskCommand *command);

G_END_DECLS
