/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/own-sessions.h"

#include <string.h>

#include "history/history-files.h"
#include "history/history-judge.h"
#include "history/history.h"

GPtrArray *
desk_own_sessions_list (const char *sessions)
{
  g_autofree char *imported = g_build_filename (sessions, DESK_HISTORY_IMPORTED, NULL);
  GPtrArray *files = desk_history_walk (sessions, NULL, NULL);

  for (guint n = files->len; n > 0; n--) {
    const char *path = files->pdata[n - 1];

    if (!desk_history_is_journal (path) || desk_history_lies_in (path, imported))
      g_ptr_array_remove_index (files, n - 1);
  }
  return files;
}

const char *
desk_own_sessions_name (const char *sessions, const char *path)
{
  const char *name = path + strlen (sessions);

  return name + strspn (name, "/");
}

DeskScorecard *
desk_own_sessions_judge (const char *path, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *reason = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;

  if (desk_history_judge (bytes, name, &scorecard, &reason) != DESK_VERDICT_FINISHED ||
      scorecard->header->mode == DESK_MODE_SIMULATED)
    return NULL;
  return g_steal_pointer (&scorecard);
}
