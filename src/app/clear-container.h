/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Destroys all children of `container`, which are to be made anew. */
void desk_clear_container (GtkContainer *container);
