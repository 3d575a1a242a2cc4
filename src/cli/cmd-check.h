/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* `frontdesk check SCENARIO…`: every fault and warning of scenarios, and what they ask for. */

G_BEGIN_DECLS

/* `argv[0]` is "check". Returns the exit status: 0 without errors, 1 with, 2 for wrong usage, 3 when
 * the system failed. */
int desk_cmd_check (int argc, char **argv);

G_END_DECLS
