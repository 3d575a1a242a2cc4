/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* `frontdesk devices`: the sound devices, which would be used, and how well that works. */

G_BEGIN_DECLS

/* Returns the exit status. */
int desk_cmd_devices (int argc, char **argv);

G_END_DECLS
