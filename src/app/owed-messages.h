/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/event.h"
#include "engine/state.h"

/* Which messages the trainee still owes, as far as they can know: those promised to a caller, and words on
 * a slip that were never logged or were changed since. A caller who was put through is owed none, whatever
 * was noted. */

G_BEGIN_DECLS

typedef struct _DeskOwedMessages DeskOwedMessages;

/* `scenario` lives longer. */
DeskOwedMessages *desk_owed_messages_new (const DeskScenario *scenario);
void desk_owed_messages_free (DeskOwedMessages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOwedMessages, desk_owed_messages_free)

/* Call it with every event of the session, including those from before it was resumed. */
void desk_owed_messages_observe (DeskOwedMessages *self, const DeskEvent *event);

/* Whether the caller of `call` was put through to somebody who took it. */
gboolean desk_owed_messages_put_through (const DeskOwedMessages *self, const DeskCall *call);

/* Whether one is owed for `call`, as it stands in `state`; and for any call at all. */
gboolean
desk_owed_messages_has (const DeskOwedMessages *self, const DeskState *state, const DeskCall *call);
gboolean desk_owed_messages_has_any (const DeskOwedMessages *self, const DeskState *state);

G_END_DECLS
