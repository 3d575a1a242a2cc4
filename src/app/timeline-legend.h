/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/timeline.h"

/* A sample of every kind of bar and mark that occurs in `timeline`, with its name. */
GtkWidget *desk_timeline_legend_new (const DeskTimeline *timeline);
