/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-activity.h"

#include "records/statement-iri.h"
#include "records/statement-text.h"

static json_t *
make_activity (const DeskScenario *scenario, const char *iri, const char *type, const char *name)
{
  return json_pack ("{s:s, s:s, s:{s:s, s:o}}", "objectType", "Activity", "id", iri, "definition",
                    "type", type, "name", desk_statement_in_language (scenario, name));
}

json_t *
desk_statement_scenario_activity (const DeskScenario *scenario)
{
  g_autofree char *iri = desk_statement_scenario_iri (scenario);
  const gboolean titled = scenario->title != NULL && *scenario->title != '\0';

  return make_activity (scenario, iri, DESK_STATEMENT_SCENARIO_TYPE,
                        titled ? scenario->title : scenario->id);
}

json_t *
desk_statement_call_activity (const DeskScenario *scenario, const DeskCall *call)
{
  g_autofree char *iri = desk_statement_call_iri (scenario, call);
  g_autofree char *caller = desk_call_caller_name (call);

  return make_activity (scenario, iri, DESK_STATEMENT_CALL_TYPE,
                        *caller != '\0' ? caller : call->id);
}
