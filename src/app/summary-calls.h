/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/tape-bar.h"
#include "scoring/scorecard.h"

/* The calls on the summary: a row each, which unfolds to its points and, with a recording, can be listened
 * to. */

G_BEGIN_DECLS

#define DESK_TYPE_SUMMARY_CALLS (desk_summary_calls_get_type ())
G_DECLARE_FINAL_TYPE (DeskSummaryCalls, desk_summary_calls, DESK, SUMMARY_CALLS, GObject)

/* Adds the rows to `box`, at first as many as work well; the button `more` adds others. A press on
 * `ground`, which lies beneath them, opens the row beside it. All are borrowed until dispose. */
DeskSummaryCalls *desk_summary_calls_new (DeskScorecard *scorecard,
                                          GtkWidget *ground,
                                          GtkWidget *box,
                                          GtkWidget *more);

/* The recording, borrowed; NULL: none, or no longer. */
void desk_summary_calls_set_tape (DeskSummaryCalls *self, DeskTapeBar *tape);

/* Unfolds the call of that index, focuses it and scrolls to it; the recording seeks to its beginning. */
void desk_summary_calls_open (DeskSummaryCalls *self, guint n);

G_END_DECLS
