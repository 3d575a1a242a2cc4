/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-progress.h"

/* The history for a terminal, in the user's language. */

G_BEGIN_DECLS

/* The sessions (of DeskHistoryEntry) as a table, the progress (of DeskHistoryProgress) and the
 * mistakes that persist. `filtered`: sessions may have been left out. (transfer full) */
char *
desk_history_to_text (const GPtrArray *sessions, const GPtrArray *progress, gboolean filtered);

G_END_DECLS
