/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "history/history-private.h"

/* The tables, and their migration from earlier versions. */

G_BEGIN_DECLS

/* Settings that mark what is still to be done with a file; whoever does it removes them. */
#define DESK_HISTORY_TO_FILL "to_fill"         /* new: not filled from the journals yet */
#define DESK_HISTORY_TO_COMPLETE "to_complete" /* migrated: the journals know more */

/* SQLite's `user_version`; 0: a file that was just created. */
gboolean desk_history_schema_read_version (DeskHistory *self, int *version, GError **error);

/* Whether the tables are ours. FALSE, without an error: the file is no history. */
gboolean desk_history_schema_is_ours (DeskHistory *self, int version);

/* Creates the tables, or migrates them from an earlier version. */
gboolean desk_history_schema_settle (DeskHistory *self, GError **error);

G_END_DECLS
