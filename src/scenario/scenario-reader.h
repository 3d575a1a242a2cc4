/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/diagnostics.h"
#include "scenario/scenario.h"

/* YAML to scenario. All faults of a file are told at once (SCENARIO). */

G_BEGIN_DECLS

/* Reads the scenario at `path`, a folder or its scenario.yaml. What is found wrong goes to
 * `diagnostics` (transfer full, always set); NULL is returned when there is an error among it. A
 * file that cannot be opened is an error at line 0. */
DeskScenario *desk_scenario_load_from_file (const char *path, DeskDiagnostics **diagnostics);

/* The same without a look at the clips, for who is about to make them. */
DeskScenario *desk_scenario_load_without_clips (const char *path, DeskDiagnostics **diagnostics);

/* The same for text in memory. `id` names the scenario; `folder` is where clips are looked for, or
 * NULL: then clips are not looked at (a journal carries the text without the folder). */
DeskScenario *desk_scenario_load_from_data (const char *yaml,
                                            gsize length,
                                            const char *id,
                                            const char *folder,
                                            DeskDiagnostics **diagnostics);

G_END_DECLS
