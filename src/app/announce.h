/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Has assistive technology read `words` out, if it can. */
void desk_announce (GtkWidget *widget, const char *words);
