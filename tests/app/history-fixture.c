/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history-fixture.h"

#include <glib/gstdio.h>

#include "rehearsal/virtual-shift.h"
#include "engine/journal.h"
#include "history/history.h"

static DeskJournalHeader *
header_of (const DeskTestShift *shift)
{
  DeskJournalHeader *header = desk_journal_header_new (shift->trainee, shift->mode);
  const char *accommodations[] = { shift->accommodation, NULL };

  g_free (header->started);
  header->started = g_strdup (shift->started);
  header->seed = shift->seed;
  header->jittered = TRUE;
  g_strfreev (header->accommodations);
  header->accommodations = g_strdupv ((char **) accommodations);
  return header;
}

static DeskRecording *
work (DeskScenario *scenario, const DeskTestShift *shift, GBytes **journal)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = header_of (shift);

  return desk_virtual_shift_run (scenario, lengths, header, shift->worked_by, journal);
}

static char *
write_bytes (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *file = g_strconcat (name, ".journal", NULL);
  char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

char *
desk_test_journal_write (const char *folder,
                         DeskScenario *scenario,
                         const DeskTestShift *shift,
                         const char *name)
{
  g_autoptr (GBytes) journal = NULL;

  desk_recording_free (work (scenario, shift, &journal));
  return write_bytes (folder, name, journal);
}

char *
desk_test_history_work (const char *path,
                        DeskScenario *scenario,
                        const DeskTestShift *shift,
                        const char *name)
{
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (DeskRecording) recording = work (scenario, shift, &journal);
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskHistory) history = desk_history_open (path, &error);
  char *file;

  g_assert_no_error (error);
  file = write_bytes (desk_history_get_sessions (history), name, journal);
  desk_history_add (history, scorecard, file, &error);
  g_assert_no_error (error);
  return file;
}

void
desk_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      desk_test_remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}
