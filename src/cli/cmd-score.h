/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* `frontdesk score`: scores a recorded session from nothing but its journal. */

G_BEGIN_DECLS

/* Returns the exit status. */
int desk_cmd_score (int argc, char **argv);

G_END_DECLS
