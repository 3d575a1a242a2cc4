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

/* The call shown, or NULL. */
const DeskCall *desk_message_pad_get_call (DeskMessagePad *self);

/* Emits "draft" now if one is pending. */
void desk_message_pad_flush (DeskMessagePad *self);

/* Puts the cursor into the slip's first field. */
void desk_message_pad_focus (DeskMessagePad *self);

/* What the "Log message" button and its key do. */
void desk_message_pad_log (DeskMessagePad *self);

/* Toggles tick number `n` (below DESK_N_TICKS) of the slip shown; does nothing without a slip. */
void desk_message_pad_toggle_tick (DeskMessagePad *self, guint n);

/* Copies the number from the telephone's display to the slip, and the name if none is written; says so, or
 * that there is no number. FALSE if there is no slip. */
gboolean desk_message_pad_take_number (DeskMessagePad *self);

/* Shows or hides the spelling of the name for the telephone. */
void desk_message_pad_toggle_alphabet (DeskMessagePad *self);

/* The widget that shows it. */
GtkWidget *desk_message_pad_get_alphabet (DeskMessagePad *self);

/* Adds an event from before the pad was made. */
void desk_message_pad_recall (DeskMessagePad *self, const DeskEvent *event);

G_END_DECLS
