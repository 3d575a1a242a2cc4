/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "app/directory-index.h"
#include "app/slip-draft.h"
#include "engine/session.h"

/* What the message pad says of a slip. All texts are (transfer full). */

G_BEGIN_DECLS

/* The stage of the slip: "Draft saved, not logged". */
char *desk_slip_words_stage (DeskSlipDraft *draft);

/* "Message – line 2, Lindqvist, Åsa"; without the line for 0. */
char *desk_slip_words_title (const DeskCall *call, guint line, DeskCountry country);

/* When the call was taken, by the clock of the shift, as in captions, lists and summary: "Taken at 04:31".
 * The wall clock has nothing to do with the scenario's day. */
char *desk_slip_words_moment (gint64 answered_ms);

/* "Taken by Sven". */
char *desk_slip_words_taken_by (const DeskJournalHeader *header);

/* The at least two candidates (DeskPerson) whom `typed` may mean. */
char *desk_slip_words_ambiguous (const DeskDirectoryIndex *index,
                                 const char *typed,
                                 GPtrArray *candidates);

/* A hint that `typed` names nobody yet, or more than one person. */
char *desk_slip_words_doubt (const DeskDirectoryIndex *index, const char *typed);

G_END_DECLS
