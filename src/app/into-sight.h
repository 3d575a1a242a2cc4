/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Scrolls what a widget lies in down or up, as far as it takes to see it. */

G_BEGIN_DECLS

void desk_into_sight (GtkWidget *widget);

G_END_DECLS
