/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/keys.h"
#include "engine/event.h"
#include "matching/phone-number.h"

/* What a screen reader says when something happens at the desk: short, for it talks into the ear that
 * hears the caller. */

G_BEGIN_DECLS

/* How long, to be spoken: "one minute", "90 seconds". (transfer full) */
char *desk_announce_words_lasting (gint64 ms);

/* What is said of `event`; NULL: nothing, because it can be heard, is announced together with similar
 * events (see below), or is announced by the message pad. (transfer full) */
char *desk_announce_words_event (const DeskEvent *event, DeskKeys *keys);

/* What is said of calls that rang at nearly the same time, in their order; a single one is announced by its
 * caller. `n` > 0. (transfer full) */
char *desk_announce_words_ringing (const DeskEvent *events, guint n, DeskCountry country);

/* The same for callers who hung up. (transfer full) */
char *desk_announce_words_abandoned (const DeskEvent *events, guint n);

G_END_DECLS
