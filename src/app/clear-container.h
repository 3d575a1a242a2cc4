/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Destroys all children of `container`, before new ones are added. */
void desk_clear_container (GtkContainer *container);
