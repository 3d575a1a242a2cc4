/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "engine/state.h"

/* The telephone's behaviour in the user's words. */

G_BEGIN_DECLS

/* Why a command was not obeyed and what to do instead, by `keys` (NULL: as they are from the start).
 * (transfer full) */
char *desk_phone_words_rejection (const DeskEvent *rejected, DeskKeys *keys);

/* What the trainee is heard to say: the organisation's own greeting with `trainee` in it, where there
 * is one. (transfer full) */
char *desk_phone_words_spoken (const DeskScenario *scenario,
                               const DeskPhrase *phrase,
                               const char *trainee);

/* What a call's transcript notes about an event that nobody speaks in; NULL: nothing.
 * (transfer full) */
char *desk_phone_words_note (const DeskEvent *event);

G_END_DECLS
