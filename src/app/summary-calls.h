/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/tape-bar.h"
#include "scoring/scorecard.h"

/* The calls on the summary: a row each, which unfolds to its points and, where there is a recording, can be listened
 * to. */

G_BEGIN_DECLS

#define DESK_TYPE_SUMMARY_CALLS (desk_summary_calls_get_type ())
G_DECLARE_FINAL_TYPE (DeskSummaryCalls, desk_summary_calls, DESK, SUMMARY_CALLS, GObject)

/* Puts the rows into `box`, as many as fit well at first; `more`, a button, brings others. A press on `ground`, which
 * is under all of them, opens the row beside which it is. All are borrowed until the dispose. */
DeskSummaryCalls *desk_summary_calls_new (DeskScorecard *scorecard,
                                          GtkWidget *ground,
                                          GtkWidget *box,
                                          GtkWidget *more);

/* What was recorded, which is borrowed; NULL: nothing, or nothing any more. */
void desk_summary_calls_set_tape (DeskSummaryCalls *self, DeskTapeBar *tape);

/* Unfolds the call of that index, gives it the focus and scrolls to it; the recording goes to its beginning. */
void desk_summary_calls_open (DeskSummaryCalls *self, guint n);

G_END_DECLS
