/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Scrolls the ancestors of a widget as far as needed for it to be seen. */

G_BEGIN_DECLS

void desk_into_sight (GtkWidget *widget);

G_END_DECLS
