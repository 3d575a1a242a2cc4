/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* How long every reply of a scenario takes. Known before the start, so that sound never affects the outcome
 * (DESIGN, "The one idea"). Immutable once a session has it. */

G_BEGIN_DECLS

typedef struct _DeskClipLengths DeskClipLengths;

/* From the headers of the clips. A reply without a clip counts 0.4 s for each word, and at least 1 s. Opens
 * the files. */
DeskClipLengths *desk_clip_lengths_new (const DeskScenario *scenario);

/* By the words alone, whatever clips there are. For a journal, desk_clip_lengths_set() then sets the
 * recorded lengths. */
DeskClipLengths *desk_clip_lengths_new_by_words (const DeskScenario *scenario);

/* That rule for a single text, in ms. */
gint64 desk_clip_length_by_words (const char *text);

DeskClipLengths *desk_clip_lengths_ref (DeskClipLengths *self);
void desk_clip_lengths_unref (DeskClipLengths *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClipLengths, desk_clip_lengths_unref)

gint64 desk_clip_lengths_get (const DeskClipLengths *self, const DeskReply *reply);
void desk_clip_lengths_set (DeskClipLengths *self, const DeskReply *reply, gint64 length_ms);

G_END_DECLS
