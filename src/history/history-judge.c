/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-judge.h"

#include <glib/gi18n-lib.h>

/* An exam that was tampered with is no result. */
static char *
describe_change (guint line)
{
  return g_strdup_printf (
      _ ("this exam was changed after it was worked, from line %u of its journal on"), line);
}

static DeskVerdict
judge (const DeskRecording *recording, DeskScorecard **result)
{
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);

  if (!scorecard->finished)
    return recording->torn ? DESK_VERDICT_TORN : DESK_VERDICT_UNFINISHED;
  *result = g_steal_pointer (&scorecard);
  return DESK_VERDICT_FINISHED;
}

DeskVerdict
desk_history_judge (GBytes *bytes, const char *name, DeskScorecard **scorecard, char **reason)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (DeskRecording) recording = desk_recording_load_from_data (data, length, name, &error);

  *scorecard = NULL;
  *reason = NULL;
  if (recording != NULL && recording->chain.state != DESK_CHAIN_CHANGED)
    return judge (recording, scorecard);
  *reason = recording == NULL ? g_strdup (error->message) : describe_change (recording->chain.line);
  return DESK_VERDICT_FAULTY;
}
