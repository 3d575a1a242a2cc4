/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-private.h"

/* The tables, and how those of earlier versions are carried over. */

G_BEGIN_DECLS

/* Settings that say what is still to be done with a file; the reader of it takes them away. */
#define DESK_HISTORY_TO_FILL "to_fill"         /* begun, and not filled from the journals yet */
#define DESK_HISTORY_TO_COMPLETE "to_complete" /* carried over; the journals know more */

/* `user_version`: 0 is a file that was just made. */
gboolean desk_history_schema_read_version (DeskHistory *self, int *version, GError **error);

/* Whether the tables are ours. FALSE leaves no error: the file is no history. */
gboolean desk_history_schema_is_ours (DeskHistory *self, int version);

/* Makes the tables, or carries them over from an earlier version. */
gboolean desk_history_schema_settle (DeskHistory *self, GError **error);

G_END_DECLS
