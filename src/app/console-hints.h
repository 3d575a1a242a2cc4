/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/board.h"
#include "app/owed-messages.h"
#include "app/shift.h"

/* What the console suggests while no call is selected, to trainees who get hints. */

G_BEGIN_DECLS

/* What the hints depend on; all borrowed. */
typedef struct {
  DeskShift *shift;
  GSettings *settings;
  DeskBoard *board;
  const DeskOwedMessages *owed;
  GtkWidget *page; /* whose window has the keys */
} DeskConsoleHints;

/* Whether hints are given: in practice if the trainee wants them, in an exam if they were granted. */
gboolean desk_console_hints_are_given (const DeskConsoleHints *self);

/* A sentence for the empty card; "" if no hints are given. (transfer full) */
char *desk_console_hints_without_call (const DeskConsoleHints *self);

/* That the last call is done and, if hints are given, what to do next. (transfer full) */
char *desk_console_hints_last_call (const DeskConsoleHints *self);

G_END_DECLS
