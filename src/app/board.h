/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/line-item.h"
#include "engine/session.h"

/* All lines of a session as the window shows them, and how many callers wait. */

G_BEGIN_DECLS

#define DESK_TYPE_BOARD (desk_board_get_type ())
G_DECLARE_FINAL_TYPE (DeskBoard, desk_board, DESK, BOARD, GObject)

/**
 * Properties of DeskBoard, read-only:
 *  - "clock" (string): session time
 *  - "waiting" (string): how many callers wait and how long the first of them has
 *  - "n-waiting" (guint): ringing, come back and on hold
 *  - "alerting" (gboolean): some line rings or came back
 */
DeskBoard *desk_board_new (DeskSession *session);

/* Whose names the items' hints use; NULL: those from the start. Brings them up to date. */
void desk_board_set_keys (DeskBoard *self, DeskKeys *keys);

guint desk_board_get_n_lines (DeskBoard *self);

/* Lines count from 1. (transfer none) */
DeskLineItem *desk_board_get_item (DeskBoard *self, guint line);

/* Brings everything up to the session's present state: after each event by itself, for the running
 * clocks once a second by its owner. */
void desk_board_update (DeskBoard *self);

/* Marks the line of `call` as the selected one; NULL, or a call that is on no line: none is. */
void desk_board_select (DeskBoard *self, const DeskCall *call);

/* The call at hand, also after its end; NULL: none. */
const DeskCall *desk_board_get_selected (DeskBoard *self);

G_END_DECLS
