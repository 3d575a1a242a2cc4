/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/line-item.h"
#include "engine/session.h"

/* All lines of a session as the window shows them, and the number of waiting callers. */

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

/* The keys named in the items' hints; NULL: the defaults. Updates the hints. */
void desk_board_set_keys (DeskBoard *self, DeskKeys *keys);

guint desk_board_get_n_lines (DeskBoard *self);

/* Lines count from 1. (transfer none) */
DeskLineItem *desk_board_get_item (DeskBoard *self, guint line);

/* Updates everything to the session's state. It happens by itself after each event; the owner calls it once
 * a second for the running clocks. */
void desk_board_update (DeskBoard *self);

/* Selects the line of `call`; none for NULL, or a call that is on no line. */
void desk_board_select (DeskBoard *self, const DeskCall *call);

/* The selected call, also after its end; NULL: none. */
const DeskCall *desk_board_get_selected (DeskBoard *self);

G_END_DECLS
