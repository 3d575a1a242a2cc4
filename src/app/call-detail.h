/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* What a call on the summary unfolds to: its points, each with the reason for it. */

G_BEGIN_DECLS

/* `scorecard` must outlive the widget. */
GtkWidget *desk_call_detail_new (const DeskScorecard *scorecard, const DeskCallScore *score);

/* A sign that says at a glance whether a value of 0 to 1 is full, part or nothing: shape, colour and
 * an accessible name. */
GtkWidget *desk_value_mark_new (double value);

G_END_DECLS
