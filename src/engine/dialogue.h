/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* What is said: the caller's reply to a phrase, and what callers say unprompted. */

G_BEGIN_DECLS

/* A caller who was not greeted states their business this long after the answer. A caller met with silence
 * asks "are you still there?" at this interval. */
#define DESK_OPENING_AFTER_MS 4000
#define DESK_STILL_THERE_AFTER_MS 10000

/* What the caller says to `phrase`; never NULL. */
const DeskReply *
desk_dialogue_reply (const DeskState *state, const DeskCall *call, const DeskPhrase *phrase);

const DeskReply *desk_dialogue_opening (const DeskCall *call);
const DeskReply *desk_dialogue_still_there (const DeskState *state, const DeskCall *call);

/* What the caller says on hanging up while on hold. */
const DeskReply *desk_dialogue_leaving (const DeskState *state, const DeskCall *call);

/* Whether `reply` is the "are you still there?" of a caller: it does not end a silence. */
gboolean desk_dialogue_is_prompt (const DeskReply *reply);

G_END_DECLS
