/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* Reads a scenario on a thread while the program prepares its window: opening the clips for their lengths
 * takes as long as building a page. */

G_BEGIN_DECLS

typedef struct _DeskEarlyReading DeskEarlyReading;

/* Begins; `path` is a scenario's, and no bundle. */
DeskEarlyReading *desk_early_reading_new (const char *path);

/* Waits until it is read. NULL: it has faults, or was taken before. (transfer full) (nullable) */
DeskScenario *desk_early_reading_take (DeskEarlyReading *self);

/* Waits, too. NULL is nothing to free. */
void desk_early_reading_free (DeskEarlyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskEarlyReading, desk_early_reading_free)

G_END_DECLS
