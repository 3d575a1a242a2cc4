/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "engine/state.h"

/* One line as the window shows it: properties derived from the session's state, for widgets to bind to. */

G_BEGIN_DECLS

#define DESK_TYPE_LINE_ITEM (desk_line_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskLineItem, desk_line_item, DESK, LINE_ITEM, GObject)

/**
 * Properties of DeskLineItem, read-only but for the last:
 *  - "line" (guint): 1 to n_lines
 *  - "state" (guint): a DeskLineState
 *  - "caller" (string): who it is, as the display shows it; "" while the line is free
 *  - "word" (string): the state in a word
 *  - "clock" (string): how long it has been in the state; "" while it is free
 *  - "hint" (string): the state, and what pressing the line's key does
 *  - "label" (string): line, state and caller, for assistive technology
 *  - "urgent" (gboolean): the caller goes before others
 *  - "overdue" (gboolean): on hold for longer than the caller ought to be
 *  - "selected" (gboolean, writable): its call is the one on the card
 */
DeskLineItem *desk_line_item_new (guint line);

/* The keys named in its hint from the next update on; NULL: the defaults. */
void desk_line_item_set_keys (DeskLineItem *self, DeskKeys *keys);

void desk_line_item_update (DeskLineItem *self, const DeskState *state);

guint desk_line_item_get_line (DeskLineItem *self);
DeskLineState desk_line_item_get_state (DeskLineItem *self);
void desk_line_item_set_selected (DeskLineItem *self, gboolean selected);

/* The command that pressing the line's key gives; FALSE: it only shows the call. */
gboolean desk_line_item_get_command (DeskLineItem *self, DeskCommand *command);

G_END_DECLS
