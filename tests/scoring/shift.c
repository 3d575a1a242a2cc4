/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "engine/recording.h"
#include "scenario/scenario-reader.h"

#include <string.h>

struct _Shift {
  DeskScenario *scenario;
  DeskClipLengths *lengths;
  DeskJournal *journal;
  DeskSession *session;
  gint64 now_ms;
};

static DeskScenario *
read_scenario (const char *yaml)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "test", NULL, &diagnostics);
  g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

  if (scenario == NULL)
    g_error ("%s", faults);
  return scenario;
}

static Shift *
start (const char *yaml, DeskJournalHeader *header)
{
  Shift *shift = g_new0 (Shift, 1);
  g_autoptr (GError) error = NULL;

  g_free (header->program);
  g_free (header->started);
  header->program = g_strdup ("frontdesk 0.1.0");
  header->started = g_strdup ("2026-11-23T09:14:07+01:00");
  shift->scenario = read_scenario (yaml);
  shift->lengths = desk_clip_lengths_new_by_words (shift->scenario);
  shift->journal = desk_journal_new_in_memory ();
  shift->session = desk_session_new (shift->scenario, shift->lengths, header, shift->journal);
  g_assert_true (desk_session_start (shift->session, &error));
  g_assert_no_error (error);
  return shift;
}

Shift *
shift_new (const char *yaml, DeskMode mode)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", mode);

  return start (yaml, header);
}

Shift *
shift_new_adjusted (const char *yaml, const char *accommodation)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_EXAM);
  const char *const accommodations[] = { accommodation, NULL };

  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((GStrv) accommodations);
  return start (yaml, header);
}

void
shift_free (Shift *shift)
{
  g_object_unref (shift->session);
  g_object_unref (shift->journal);
  desk_clip_lengths_unref (shift->lengths);
  desk_scenario_unref (shift->scenario);
  g_free (shift);
}

static DeskSlip *
read_slip (const Shift *shift, const char *written, const DeskCall **call)
{
  g_auto (GStrv) fields = g_strsplit (written, "|", 7);
  g_auto (GStrv) ticks = NULL;
  DeskSlip *slip = desk_slip_new ();
  char **owned[] = { &slip->to, &slip->name, &slip->organisation, &slip->phone };

  g_assert_cmpuint (g_strv_length (fields), ==, 7);
  *call = desk_scenario_find_call (shift->scenario, fields[0]);
  g_assert_nonnull (*call);
  for (guint n = 0; n < G_N_ELEMENTS (owned); n++) {
    g_free (*owned[n]);
    *owned[n] = g_strdup (fields[n + 1]);
  }
  g_free (slip->text);
  slip->text = g_strdup (fields[6]);
  ticks = g_strsplit (fields[5], " ", -1);
  for (guint n = 0; ticks[n] != NULL; n++) {
    DeskTicks tick;

    if (desk_tick_from_name (ticks[n], &tick))
      slip->ticks |= tick;
  }
  return slip;
}

static void
dispatch (Shift *shift, gint64 t_ms, const char *name, const char *rest)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 2);
  g_autoptr (DeskSlip) slip = NULL;
  DeskCommand command = { 0 };

  g_assert_true (desk_command_from_name (name, &command.type));
  if (command.type == DESK_COMMAND_DRAFT || command.type == DESK_COMMAND_MESSAGE) {
    slip = read_slip (shift, rest, &command.call);
    command.slip = slip;
  } else if (command.type == DESK_COMMAND_REPEAT) {
    command.call = desk_scenario_find_call (shift->scenario, words[0]);
    g_assert_nonnull (command.call);
  } else if (words[0] != NULL) {
    command.line = (guint) g_ascii_strtoull (words[0], NULL, 10);
    if (command.type == DESK_COMMAND_SAY)
      command.phrase = desk_scenario_find_phrase (shift->scenario, words[1]);
    else if (words[1] != NULL)
      command.to = desk_scenario_find_person (shift->scenario, words[1]);
    g_assert_true (command.type != DESK_COMMAND_SAY || command.phrase != NULL);
    g_assert_true (words[1] == NULL || command.phrase != NULL || command.to != NULL);
  }
  desk_session_dispatch (shift->session, &command, t_ms);
  shift->now_ms = MAX (shift->now_ms, t_ms);
}

void
shift_work (Shift *shift, gint64 offset_ms, const char *commands)
{
  g_auto (GStrv) lines = g_strsplit (commands, "\n", -1);

  for (guint n = 0; lines[n] != NULL; n++) {
    g_auto (GStrv) words = g_strsplit (g_strstrip (lines[n]), " ", 3);

    if (*lines[n] == '\0')
      continue;
    dispatch (shift, offset_ms + g_ascii_strtoll (words[0], NULL, 10), words[1],
              words[2] != NULL ? words[2] : "");
  }
}

void
shift_run_on (Shift *shift)
{
  gint64 due_ms;

  while ((due_ms = desk_session_next_deadline_ms (shift->session)) >= 0) {
    desk_session_advance (shift->session, due_ms);
    shift->now_ms = MAX (shift->now_ms, due_ms);
  }
}

void
shift_finish (Shift *shift, gboolean early)
{
  const DeskCommand command = { .type = DESK_COMMAND_FINISH, .early = early };

  desk_session_dispatch (shift->session, &command, shift->now_ms);
}

GBytes *
shift_journal (Shift *shift)
{
  return desk_journal_get_bytes (shift->journal);
}

DeskScorecard *
shift_score (Shift *shift)
{
  g_autoptr (GBytes) journal = shift_journal (shift);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (journal, &length);

  recording = desk_recording_load_from_data (data, length, "test.journal", &error);
  g_assert_no_error (error);
  return desk_scorecard_new (recording);
}

DeskScorecard *
shift_end (Shift *shift)
{
  shift_run_on (shift);
  shift_finish (shift, FALSE);
  return shift_score (shift);
}

const DeskCheck *
find_check (const DeskCallScore *score, DeskItem item)
{
  for (guint n = 0; n < score->n_checks; n++) {
    if (score->checks[n].item == item)
      return &score->checks[n];
  }
  return NULL;
}
