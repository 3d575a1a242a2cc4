/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/statement-iri.h"

#include <string.h>

/* Stores keep an activity's id in an index, which takes a thousand bytes or so. */
#define MOST_BYTES 200

/* A part of a path: an id as it is, where one can be that, or its digest. The digest begins with "~",
 * which an id that stands for itself never does. */
static char *
path_part (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *digest = NULL;

  if (*escaped != '\0' && *escaped != '~' && *escaped != '.' && strlen (escaped) <= MOST_BYTES)
    return g_steal_pointer (&escaped);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  return g_strconcat ("~", digest, NULL);
}

char *
desk_statement_scenario_iri (const DeskScenario *scenario)
{
  g_autofree char *id = path_part (scenario->id);

  return g_strconcat (DESK_STATEMENT_IRI "/scenarios/", id, NULL);
}

char *
desk_statement_call_iri (const DeskScenario *scenario, const DeskCall *call)
{
  g_autofree char *of = desk_statement_scenario_iri (scenario);
  g_autofree char *id = path_part (call->id);

  return g_strconcat (of, "/calls/", id, NULL);
}
