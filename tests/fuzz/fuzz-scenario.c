/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "target.h"

#include "scenario/scenario-reader.h"

/* A scenario from a stranger: read to its end, and every fault told. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *text = NULL;
  DeskScenario *scenario = desk_scenario_load_from_data ((const char *) data, size, "fuzz",
                                                         "/nonexistent", &diagnostics);

  text = desk_diagnostics_to_text (diagnostics);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true ((scenario == NULL) ==
                 (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR) > 0));
  g_clear_pointer (&scenario, desk_scenario_unref);
  return 0;
}
