/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/scenario.h"

/* The names that stand in statements, which others read too: once used, they never change. */

G_BEGIN_DECLS

#define DESK_STATEMENT_IRI "https://example.org/frontdesk/xapi"
#define DESK_STATEMENT_EXTENSION(name) DESK_STATEMENT_IRI "/extensions/" name

/* What all our statements have as context.contextActivities.category, so that a store can be asked for just
 * them; the number is the version of their form. */
#define DESK_STATEMENT_PROFILE DESK_STATEMENT_IRI "/profile/1"
#define DESK_STATEMENT_PROFILE_TYPE "http://adlnet.gov/expapi/activities/profile"

/* The types of our activities: of a scenario and of a call in one. */
#define DESK_STATEMENT_SCENARIO_TYPE "http://adlnet.gov/expapi/activities/simulation"
#define DESK_STATEMENT_CALL_TYPE DESK_STATEMENT_IRI "/activity-types/call"

/* The verbs of ADL that we use. */
#define DESK_STATEMENT_VERBS "http://adlnet.gov/expapi/verbs/"

/* The activity that a scenario is, and a call in it, by their ids; bounded, whatever those are.
 * (transfer full) */
char *desk_statement_scenario_iri (const DeskScenario *scenario);
char *desk_statement_call_iri (const DeskScenario *scenario, const DeskCall *call);

G_END_DECLS
