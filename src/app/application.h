/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

/* Opens the window on argv[1], or on the scenario that comes with the program, until it is closed.
 * Returns the exit status: 1 when the scenario has faults, 3 without a display. */
int desk_app_run (int argc, char **argv);
