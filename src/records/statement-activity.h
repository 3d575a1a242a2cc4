/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <jansson.h>

#include "scenario/scenario.h"

/* The activities that statements are about, with their names in the scenario's language. */

G_BEGIN_DECLS

/* xAPI activities. (transfer full) */
json_t *desk_statement_scenario_activity (const DeskScenario *scenario);
json_t *desk_statement_call_activity (const DeskScenario *scenario, const DeskCall *call);

G_END_DECLS
