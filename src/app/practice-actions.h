/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift.h"

/* Actions of the console for practice and guided shifts only: "repeat-missed" lets the call missed last
 * ring again, and "restart". */

G_BEGIN_DECLS

#define DESK_TYPE_PRACTICE_ACTIONS (desk_practice_actions_get_type ())
G_DECLARE_FINAL_TYPE (DeskPracticeActions, desk_practice_actions, DESK, PRACTICE_ACTIONS, GObject)

/* Adds them to `actions`; in an exam they are disabled. Signal "restart" (): the trainee wants to start the
 * shift again. */
DeskPracticeActions *desk_practice_actions_new (DeskShift *shift, GActionMap *actions);

/* What the trainee is asked before a shift is begun anew, answered by GTK_RESPONSE_ACCEPT, never by
 * default; NULL while nothing would be lost. Not shown yet. */
GtkWidget *desk_restart_question_new (GtkWindow *parent, DeskShift *shift);

G_END_DECLS
