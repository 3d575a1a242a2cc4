/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* What the summary says of a session as a whole, as labels in the containers that its page has for it. */

G_BEGIN_DECLS

/* The three figures that tell most, each on a card. */
void desk_summary_fill_headlines (GtkContainer *box, const DeskScorecard *scorecard);

/* What cost most points, and what would help. */
void desk_summary_fill_lessons (GtkGrid *grid, const DeskScorecard *scorecard);

void desk_summary_fill_totals (GtkGrid *grid, const DeskScorecard *scorecard);

G_END_DECLS
