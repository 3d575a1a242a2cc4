/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* The details under a call on the summary: its points, each with its reason. */

G_BEGIN_DECLS

/* `scorecard` must outlive the widget. */
GtkWidget *desk_call_detail_new (const DeskScorecard *scorecard, const DeskCallScore *score);

/* A symbol for a value of 0 to 1, full, partial or none: with shape, colour and an accessible name. */
GtkWidget *desk_value_mark_new (double value);

G_END_DECLS
