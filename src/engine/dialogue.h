/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/state.h"

/* Who says what: the caller's answer to a phrase, and what callers say unasked. */

G_BEGIN_DECLS

/* An unasked opening comes this long after an answer without a greeting; a caller in silence asks
 * again and again whether anybody is there. */
#define DESK_OPENING_AFTER_MS 4000
#define DESK_STILL_THERE_AFTER_MS 10000

/* What the caller says to `phrase`; never NULL. */
const DeskReply *
desk_dialogue_reply (const DeskState *state, const DeskCall *call, const DeskPhrase *phrase);

const DeskReply *desk_dialogue_opening (const DeskCall *call);
const DeskReply *desk_dialogue_still_there (const DeskState *state, const DeskCall *call);

/* What is said on giving up a hold. */
const DeskReply *desk_dialogue_leaving (const DeskState *state, const DeskCall *call);

/* Whether the caller says `reply` without being asked, so that it ends no silence. */
gboolean desk_dialogue_is_prompt (const DeskReply *reply);

G_END_DECLS
