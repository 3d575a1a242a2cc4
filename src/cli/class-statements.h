/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "records/statement-ways.h"

/* What would be said of sessions to a learning record store, shown and not sent. */

/* Prints the statements of the journals at `paths` to standard output, a JSON array with a statement a
 * line; complains of each journal that has none. Returns the exit status: 0, 1 when there was one of
 * those, 3 when a file or standard output failed. */
int desk_class_show_statements (char **paths, const DeskStatementWays *ways);
