/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Complaints on standard error, which may quote what a hostile file holds. */

G_BEGIN_DECLS

/* "frontdesk COMMAND: MESSAGE": nothing in it moves the terminal's cursor, and it has an end. */
void desk_complain (const char *command, const char *message);

G_END_DECLS
