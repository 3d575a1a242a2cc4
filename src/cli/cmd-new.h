/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* `frontdesk new`: a small commented scenario to start from. */

G_BEGIN_DECLS

/* Returns the exit status. */
int desk_cmd_new (int argc, char **argv);

G_END_DECLS
