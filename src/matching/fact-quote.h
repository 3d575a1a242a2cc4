/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/fact-key.h"

/* How the author words a fact. The wordings of a fact are made for finding it and may be no more than "14"
 * or "the discount", which tells nobody what to write. */

G_BEGIN_DECLS

/* The part of the model note that states the fact, without its final punctuation: a sentence, or a clause
 * between commas if the sentence is long. NULL if none does. (transfer full) */
char *desk_fact_quote (const DeskFactKey *key, const DeskModelNote *model);

G_END_DECLS
