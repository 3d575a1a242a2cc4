/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/captions.h"
#include "app/owed-messages.h"
#include "engine/session.h"

/* The selected call: who it is, its state, what was said, and what can be done with it. */

G_BEGIN_DECLS

#define DESK_TYPE_CALL_CARD (desk_call_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskCallCard, desk_call_card, DESK, CALL_CARD, GtkBox)

/* Signal "action" (const char *name): a button was pressed; `name` is that of its action: "hold",
 * "transfer", "consult", "complete", "take-back" or "release". */
/* `owed`, which outlives the card, says whether there is a message to finish. */
GtkWidget *
desk_call_card_new (DeskSession *session, DeskCaptions *captions, const DeskOwedMessages *owed);

/* NULL shows that there is no call. */
void desk_call_card_set_call (DeskCallCard *self, const DeskCall *call);

/* Call it after each event and, for the running clock, once a second. `hint` says what to do while no call
 * is shown. */
void desk_call_card_update (DeskCallCard *self, const char *hint);

/* Whether the card says what can be done next, beside the state; TRUE at first. */
void desk_call_card_set_hints (DeskCallCard *self, gboolean hints);

G_END_DECLS
