/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* How long every reply of a scenario lasts: known before the start, so that sound never decides an
 * outcome (DESIGN, "The one idea"). Immutable once handed to a session. */

G_BEGIN_DECLS

typedef struct _DeskClipLengths DeskClipLengths;

/* From the clips where there are any, else 0.4 s a word and at least 1 s. A clip's length is read
 * from its header, not by decoding it. */
DeskClipLengths *desk_clip_lengths_new (const DeskScenario *scenario);

/* By the rule of words alone, whatever clips there are; and from what a journal recorded with
 * desk_clip_lengths_set(). */
DeskClipLengths *desk_clip_lengths_new_by_words (const DeskScenario *scenario);

/* That rule for one text, in ms. */
gint64 desk_clip_length_by_words (const char *text);

DeskClipLengths *desk_clip_lengths_ref (DeskClipLengths *self);
void desk_clip_lengths_unref (DeskClipLengths *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClipLengths, desk_clip_lengths_unref)

gint64 desk_clip_lengths_get (const DeskClipLengths *self, const DeskReply *reply);
void desk_clip_lengths_set (DeskClipLengths *self, const DeskReply *reply, gint64 length_ms);

G_END_DECLS
