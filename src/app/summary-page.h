/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift-recorder.h"
#include "audio/audio.h"
#include "scoring/scorecard.h"

/* How a session went: the score and what it means, and under each call the reason for every
 * point. */

G_BEGIN_DECLS

#define DESK_TYPE_SUMMARY_PAGE (desk_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSummaryPage, desk_summary_page, DESK, SUMMARY_PAGE, GtkBox)

/**
 * Signals of DeskSummaryPage:
 *  - "again": the trainee wants to work the scenario once more
 *  - "back": to where the page was opened from, where its button is shown: desk_summary_page_show_back ()
 *  - "next" (const char *folder): the trainee wants to work the scenario that was offered
 *  - "recording-deleted"
 */
GtkWidget *desk_summary_page_new (DeskScorecard *scorecard);

/* Of a session of the past: the way back, instead of what follows a shift. `label` (with a mnemonic) is where to;
 * NULL: to the history. */
void desk_summary_page_show_back (DeskSummaryPage *self, const char *label);

/* Where this machine's history has nothing to do with the trainee. */
void desk_summary_page_hide_progress (DeskSummaryPage *self);

/* Offers to go on with the scenario called `title`: first of all where this one was passed. */
void desk_summary_page_offer_next (DeskSummaryPage *self, const char *title, const char *folder);

/* Of an exam that was finished and written: says so, and where its result is; `to_class`: it is handed in to
 * an instructor's folder as well. */
void desk_summary_page_tell_handed_in (DeskSummaryPage *self, gboolean to_class);

/* What the trainee should know of what became of the session; NULL: nothing. */
void desk_summary_page_set_notice (DeskSummaryPage *self, const char *notice);

/* Offers the recording of the session, whose journal is at `journal`, if there is one. `fault` is what
 * is missing from it; NULL: nothing that is known of. */
void desk_summary_page_set_recording (DeskSummaryPage *self,
                                      DeskAudio *audio,
                                      const char *journal,
                                      const char *fault);

/* The same of what `recorder` records (NULL: nothing does any more), as soon as it has ended. */
void desk_summary_page_await_recording (DeskSummaryPage *self,
                                        DeskAudio *audio,
                                        const char *journal,
                                        DeskShiftRecorder *recorder);

/* The same page anew, in the language that is spoken now; without what was unfolded. (transfer floating) */
GtkWidget *desk_summary_page_make_anew (DeskSummaryPage *self);

G_END_DECLS
