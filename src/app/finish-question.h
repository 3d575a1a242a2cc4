/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/shift.h"

/* What the trainee is asked before a shift is finished, or the window is closed over it: whether to give up
 * calls that are not done or messages that were not logged. */

G_BEGIN_DECLS

/* A dialogue that answers GTK_RESPONSE_ACCEPT, never by default, to finish all the same. Not shown
 * yet; NULL: nothing would be lost, so there is nothing to ask. */
GtkWidget *desk_finish_question_new (GtkWindow *parent, DeskShift *shift);

/* What desk_close_question_new() answers, beside what the other does: close, and leave the shift
 * unfinished. */
#define DESK_CLOSE_LATER 1

/* The same for a window that is being closed. Only an exam cannot be gone on with later. Not shown yet;
 * NULL: nothing is left to do. */
GtkWidget *desk_close_question_new (GtkWindow *parent, DeskShift *shift);

G_END_DECLS
