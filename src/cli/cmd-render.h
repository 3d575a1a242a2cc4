/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* `frontdesk render`: synthesises the clips that a scenario lacks. */

G_BEGIN_DECLS

/* Returns the exit status. */
int desk_cmd_render (int argc, char **argv);

G_END_DECLS
