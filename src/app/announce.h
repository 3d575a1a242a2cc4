/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Lets assistive technology read `words` out, where it can. */
void desk_announce (GtkWidget *widget, const char *words);
