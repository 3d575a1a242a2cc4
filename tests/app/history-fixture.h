/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/autopilot.h"
#include "scenario/scenario.h"

/* A real history, of shifts that the built-in trainees work, for tests and pictures of its page. */

G_BEGIN_DECLS

/* A session to be worked. */
typedef struct {
  const char *trainee;
  const char *started; /* ISO 8601 */
  DeskMode mode;
  DeskTrainee worked_by;
  gint64 seed;
  const char *accommodation; /* NULL: none */
} DeskTestShift;

/* Works it, keeps its journal as NAME.journal in the folder of the sessions, and remembers it in the
 * history at `path`. The journal's path. (transfer full) */
char *desk_test_history_work (const char *path,
                              DeskScenario *scenario,
                              const DeskTestShift *shift,
                              const char *name);

/* The same into `folder`, and not remembered. */
char *desk_test_journal_write (const char *folder,
                               DeskScenario *scenario,
                               const DeskTestShift *shift,
                               const char *name);

/* Takes a folder and all in it away. */
void desk_test_remove_folder (const char *folder);

G_END_DECLS
