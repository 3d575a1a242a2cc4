/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"

/* The options by which a command is told of which sessions to speak. */

G_BEGIN_DECLS

/* As they were given; strings are owned, NULL is not given. */
typedef struct {
  char *trainee;
  char *scenario;
  char *since;
  char *until;
} DeskSessionChoice;

void desk_session_choice_clear (DeskSessionChoice *self);

/* Adds --trainee, --scenario, --since and --until. `self` outlives the context. */
void desk_session_choice_add_to (DeskSessionChoice *self, GOptionContext *context);

gboolean desk_session_choice_is_made (const DeskSessionChoice *self);

/* What is wrong with it; NULL: nothing. Static. */
const char *desk_session_choice_find_misuse (const DeskSessionChoice *self);

/* What it comes to, once nothing is wrong with it; borrows from `self`. */
DeskHistoryFilter desk_session_choice_to_filter (const DeskSessionChoice *self);

G_END_DECLS
