/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* A scenario that is read on a thread of its own while the program gets its window ready: its clips are
 * opened for their length, which takes as long as the making of a page. */

G_BEGIN_DECLS

typedef struct _DeskEarlyReading DeskEarlyReading;

/* Begins; `path` is a scenario's, and no bundle. */
DeskEarlyReading *desk_early_reading_new (const char *path);

/* Waits until it is read. (transfer full) (nullable): it has faults, or was taken before. */
DeskScenario *desk_early_reading_take (DeskEarlyReading *self);

/* Waits, too. NULL is nothing to free. */
void desk_early_reading_free (DeskEarlyReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskEarlyReading, desk_early_reading_free)

G_END_DECLS
