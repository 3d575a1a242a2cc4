/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "soak-options.h"
#include "soak-table.h"

/* A session of very many calls, without a window. */

G_BEGIN_DECLS

/* In one session, whose journal goes to a file. Appends to `readings`, in calls. */
void soak_engine_run (const SoakOptions *options, SoakTable *table, GArray *readings);

G_END_DECLS
