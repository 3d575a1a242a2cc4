/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The scenarios that come with the program, worked by each built-in trainee, interrupted after every
 * record (or every so many: EVERY), and gone on with. */

#include "cli/paths.h"
#include "engine/session.h"
#include "rehearsal/virtual-shift.h"
#include "scenario/scenario-reader.h"

static guint every = 23;

static char *
line_of (const DeskRecording *recording, guint n)
{
  const DeskRecord *record = &g_array_index (recording->records, DeskRecord, n);
  GString *line = g_string_new (NULL);

  if (record->is_command)
    desk_record_append_command (line, &record->command, record->t_ms);
  else
    desk_record_append_event (line, &record->event);
  return g_string_free (line, FALSE);
}

static DeskRecording *
first_records (const DeskRecording *whole, guint n_records)
{
  DeskRecording *part = desk_recording_new (whole->header, whole->scenario, whole->lengths);

  for (guint i = 0; i < n_records; i++) {
    const DeskRecord *record = &g_array_index (whole->records, DeskRecord, i);

    if (record->is_command)
      desk_recording_add_command (part, &record->command, record->t_ms);
    else
      desk_recording_add_event (part, &record->event);
  }
  return part;
}

static void
interrupt_after (const DeskRecording *whole, guint n_records)
{
  g_autoptr (DeskRecording) part = first_records (whole, n_records);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (DeskSession) session =
      desk_session_new (whole->scenario, whole->lengths, whole->header, journal);
  g_autoptr (GError) error = NULL;

  desk_session_set_recording (session, part);
  desk_session_resume (session, &error);
  g_assert_no_error (error);
  for (guint i = n_records; i < whole->records->len; i++) {
    const DeskRecord *record = &g_array_index (whole->records, DeskRecord, i);

    if (record->is_command)
      desk_session_dispatch (session, &record->command, record->t_ms);
  }
  g_assert_cmpuint (part->records->len, ==, whole->records->len);
  for (guint i = n_records; i < whole->records->len; i++) {
    g_autofree char *expected = line_of (whole, i);
    g_autofree char *found = line_of (part, i);

    g_assert_cmpstr (found, ==, expected);
  }
}

static void
interrupt_often (DeskScenario *scenario, DeskTrainee trainee)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Test", DESK_MODE_SIMULATED);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (scenario);
  g_autoptr (DeskRecording) whole = NULL;

  header->seed = 11;
  header->jittered = TRUE;
  whole = desk_virtual_shift_run (scenario, lengths, header, trainee, NULL);
  g_assert_cmpuint (whole->records->len, >, 10);
  for (guint n = 0; n <= whole->records->len; n += every)
    interrupt_after (whole, n);
}

static void
test_scenario (gconstpointer path)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = desk_scenario_load_from_file (path, &diagnostics);

  g_assert_nonnull (scenario);
  for (guint trainee = 0; trainee <= DESK_TRAINEE_ABSENT; trainee++)
    interrupt_often (scenario, trainee);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = desk_paths_bundled_scenarios ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("EVERY") != NULL)
    every = MAX ((guint) g_ascii_strtoull (g_getenv ("EVERY"), NULL, 10), 1);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *test = g_strconcat ("/resume-bundled/", name, NULL);

    g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_scenario, g_free);
  }
  return g_test_run ();
}
