/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/board.h"
#include "app/owed-messages.h"
#include "app/shift.h"

/* What the console says there is to do next while no call is at hand, to whoever is given hints. */

G_BEGIN_DECLS

/* What it is worked out from; all borrowed. */
typedef struct {
  DeskShift *shift;
  GSettings *settings;
  DeskBoard *board;
  const DeskOwedMessages *owed;
  GtkWidget *page; /* whose window has the keys */
} DeskConsoleHints;

/* In practice as the trainee likes it, in an exam as it was granted. */
gboolean desk_console_hints_are_given (const DeskConsoleHints *self);

/* A sentence for the card that shows no call; "" where hints are not given. (transfer full) */
char *desk_console_hints_without_call (const DeskConsoleHints *self);

/* That the last call is done, and what to do then where hints are given. (transfer full) */
char *desk_console_hints_last_call (const DeskConsoleHints *self);

G_END_DECLS
