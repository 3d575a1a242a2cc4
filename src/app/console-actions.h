/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/board.h"
#include "app/directory-panel.h"
#include "app/message-pad.h"
#include "app/shift.h"

/* What the trainee can do at the desk, by keys, buttons and the directory. Wishes become commands on the
 * selected call; what cannot be done is explained. The session knows the rules of the telephone. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_ACTIONS (desk_console_actions_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsoleActions, desk_console_actions, DESK, CONSOLE_ACTIONS, GObject)

/**
 * Signals of DeskConsoleActions:
 *  - "tell" (const char *words): the trainee should know
 *  - "look" (const DeskCall *call): the call, or NULL, should be at hand
 *  - "briefing" (), "finish" (): what they say is wanted
 *
 * The call at hand is the one that `board` has selected. Directory and pad are borrowed, and live longer; what is
 * pressed on them is done.
 */
DeskConsoleActions *desk_console_actions_new (DeskShift *shift,
                                              DeskBoard *board,
                                              DeskDirectoryPanel *directory,
                                              DeskMessagePad *pad);

/* The actions for the keys. Owned by `self`. */
GActionMap *desk_console_actions_get_map (DeskConsoleActions *self);

/* The line of the call at hand; 0: it has none. */
guint desk_console_actions_get_line (DeskConsoleActions *self);

/* Answers, resumes or shows the line. */
void desk_console_actions_press_line (DeskConsoleActions *self, guint line);

/* By the name of the action: "hold", "transfer", "consult", "complete", "take-back", "release". */
void desk_console_actions_act (DeskConsoleActions *self, const char *name);

void desk_console_actions_say (DeskConsoleActions *self, const DeskPhrase *phrase);

gboolean desk_console_actions_can_hand_on (DeskConsoleActions *self, DeskCommandType type);

void desk_console_actions_toggle_pause (DeskConsoleActions *self);

G_END_DECLS
