/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/handing-in.h"
#include "app/store-sender.h"
#include "app/window-visit.h"
#include "audio/audio.h"
#include "scoring/scorecard.h"

/* The history as the window has it: visits to its page, and what there is to tell of it. */

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW_HISTORY (desk_window_history_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowHistory, desk_window_history, DESK, WINDOW_HISTORY, DeskWindowVisit)

/* Signal "notice" (): there is something to tell on the start page, or on the summary of a shift. */

/* Gives `window` the action "history", and does the upkeep of the user's own history. The target is
 * the trainee to choose; "": all. `window` lives longer. */
DeskWindowHistory *desk_window_history_new (GtkApplicationWindow *window);

/* The audio for listening to recordings. */
void desk_window_history_set_audio (DeskWindowHistory *self, DeskAudio *audio);

/* Hands in and delivers sessions once they are stored. Call it once. */
void desk_window_history_set_handing_in (DeskWindowHistory *self,
                                         DeskHandingIn *handing_in,
                                         DeskStoreSender *sender);

/* Whether sessions are handed in to somebody. */
gboolean desk_window_history_hands_in (DeskWindowHistory *self);

/* What happened to the history before the start, or why sessions are not handed in yet; NULL: nothing to
 * report. Owned by `self`. */
const char *desk_window_history_get_notice (DeskWindowHistory *self);
void desk_window_history_dismiss_notice (DeskWindowHistory *self);

/* Adds the session of a finished shift to the history, on a thread; the application is held until it is
 * done. Messages are shown in the window; during another shift, on the next start page; and without a
 * window, on standard error. */
void
desk_window_history_keep (DeskWindowHistory *self, DeskScorecard *scorecard, const char *journal);

G_END_DECLS
