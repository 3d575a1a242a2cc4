/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift-recorder.h"
#include "audio/audio.h"
#include "scoring/scorecard.h"

/* The result of a session: the score and its meaning, and under each call the reason for every point. */

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

/* For a past session: shows the way back instead of what follows a shift. `label` (with mnemonic): where
 * to; NULL: to the history. */
void desk_summary_page_show_back (DeskSummaryPage *self, const char *label);

/* For a trainee who is not in this machine's history. */
void desk_summary_page_hide_progress (DeskSummaryPage *self);

/* Offers the scenario called `title` next: as the main choice if this one was passed. */
void desk_summary_page_offer_next (DeskSummaryPage *self, const char *title, const char *folder);

/* For an exam that was finished and written: says so, and where the result is. `to_class`: it is also
 * handed in to an instructor's folder. */
void desk_summary_page_tell_handed_in (DeskSummaryPage *self, gboolean to_class);

/* What the trainee should know about the stored session; NULL: nothing. */
void desk_summary_page_set_notice (DeskSummaryPage *self, const char *notice);

/* Offers the recording of the session whose journal is at `journal`, if there is one. `fault`: what it
 * lacks; NULL: nothing known. */
void desk_summary_page_set_recording (DeskSummaryPage *self,
                                      DeskAudio *audio,
                                      const char *journal,
                                      const char *fault);

/* The same for what `recorder` records (NULL: finished), once it has ended. */
void desk_summary_page_await_recording (DeskSummaryPage *self,
                                        DeskAudio *audio,
                                        const char *journal,
                                        DeskShiftRecorder *recorder);

/* A new page in the present language; nothing is unfolded on it. (transfer floating) */
GtkWidget *desk_summary_page_make_anew (DeskSummaryPage *self);

G_END_DECLS
