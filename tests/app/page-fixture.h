/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "engine/session.h"
#include "scenario/scenario-reader.h"

/* A small scenario, and a session of it, for the tests of the pages. */

G_BEGIN_DECLS

/* Fails the test when `yaml` has a fault. (transfer full) */
DeskScenario *desk_test_scenario_new (const char *yaml);

/* Two callers ring at 2 s on line 2 and at 5 s; five people, two of them called Anna Berg.
 * (transfer full) */
DeskScenario *desk_test_scenario_new_default (void);

/* Started, in memory. (transfer full) */
DeskSession *desk_test_session_new (DeskScenario *scenario);

void desk_test_session_answer (DeskSession *session, guint line, gint64 t_ms);

/* Alt and a letter says a phrase, so nothing on the console may answer to it. */
void desk_test_assert_no_mnemonics (GtkWidget *root);

G_END_DECLS
