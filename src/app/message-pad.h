/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"

/* The slip on which the trainee writes a caller's message. */

G_BEGIN_DECLS

#define DESK_TYPE_MESSAGE_PAD (desk_message_pad_get_type ())
G_DECLARE_FINAL_TYPE (DeskMessagePad, desk_message_pad, DESK, MESSAGE_PAD, GtkBox)

/**
 * Signals of DeskMessagePad, both (const DeskCall *call, const DeskSlip *slip), borrowed for the
 * emission:
 *  - "draft": the slip as it stands, 300 ms after the last change and 2 s after the first, and at
 *    once when the focus moves on, another call is chosen or the pad is flushed; never twice for the
 *    same words
 *  - "message": the trainee logs the slip; its `to` is a person's id
 */
GtkWidget *desk_message_pad_new (DeskSession *session);

/* Shows the slip of `call`, or that there is none. */
void desk_message_pad_set_call (DeskMessagePad *self, const DeskCall *call);

/* The call on show, or NULL. */
const DeskCall *desk_message_pad_get_call (DeskMessagePad *self);

/* Signals a draft that is still waiting. */
void desk_message_pad_flush (DeskMessagePad *self);

/* Puts the cursor into the slip's first field. */
void desk_message_pad_focus (DeskMessagePad *self);

/* What the "Log message" button and its key do. */
void desk_message_pad_log (DeskMessagePad *self);

/* Sets or takes tick number `n` (below DESK_N_TICKS) of the slip in sight; without one, nothing. */
void desk_message_pad_toggle_tick (DeskMessagePad *self, guint n);

/* Takes the number that the telephone shows over into the slip, and the name where none is written
 * yet; says so, or that there is none to take. FALSE when there is no slip to write on. */
gboolean desk_message_pad_take_number (DeskMessagePad *self);

/* Shows how the name is spelled on the telephone, or no longer. */
void desk_message_pad_toggle_alphabet (DeskMessagePad *self);

/* Where that is shown: what of the pad comes and goes. */
GtkWidget *desk_message_pad_get_alphabet (DeskMessagePad *self);

/* Takes in an event of before the pad was made. */
void desk_message_pad_recall (DeskMessagePad *self, const DeskEvent *event);

G_END_DECLS
