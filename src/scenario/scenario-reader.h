/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"
#include "scenario/scenario.h"

/* Reads a scenario from YAML, and reports all faults of a file at once (SCENARIO). */

G_BEGIN_DECLS

/* Reads the scenario at `path`, a folder or its scenario.yaml. `diagnostics` (transfer full) is always set;
 * NULL is returned if it holds an error. A file that cannot be opened is an error at line 0. (transfer
 * full) */
DeskScenario *desk_scenario_load_from_file (const char *path, DeskDiagnostics **diagnostics);

/* The same, ignoring clips: for those about to make them. */
DeskScenario *desk_scenario_load_without_clips (const char *path, DeskDiagnostics **diagnostics);

/* The same for text in memory. `id` names the scenario. Clips are looked for in `folder`; NULL: ignored, as
 * for the text in a journal. */
DeskScenario *desk_scenario_load_from_data (const char *yaml,
                                            gsize length,
                                            const char *id,
                                            const char *folder,
                                            DeskDiagnostics **diagnostics);

G_END_DECLS
