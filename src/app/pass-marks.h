/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-list.h"

/* How many points the scenarios ask for: the history does not keep it, so it is read from the newest
 * journal of each that is there. */

G_BEGIN_DECLS

/* Of the scenarios of `entries`, newest first. Reads files. (transfer full) */
GHashTable *desk_pass_marks_read (const GPtrArray *entries, GCancellable *cancellable);

/* What the scenario of `entry` asks for; -1: not known. */
double desk_pass_marks_get (GHashTable *self, const DeskHistoryEntry *entry);

G_END_DECLS
