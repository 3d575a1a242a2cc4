/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/interrupted.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/session.h"
#include "history/history-files.h"
#include "history/history-holding.h"

/* In a journal these bytes occur only in the record itself: in texts the quotes are escaped. */
#define FINISHED "\"event\":\"finished\""

/* Room for what may follow `finished`: commands that were rejected. */
#define TAIL_BYTES 16384

#define ASIDE "aside"

void
desk_interrupted_free (DeskInterrupted *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->fault);
  g_free (self->obstacle);
  g_clear_pointer (&self->header, desk_journal_header_free);
  g_free (self->title);
  g_free (self);
}

gint64
desk_interrupted_stopped_s (const char *path)
{
  const gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  GStatBuf there;

  return g_stat (path, &there) == 0 ? MIN ((gint64) there.st_mtime, now_s) : now_s;
}

gboolean
desk_interrupted_check (const DeskRecording *recording, GError **error)
{
  if (desk_recording_may_go_on (recording, NULL))
    return TRUE;
  if (recording->chain.state == DESK_CHAIN_CHANGED)
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("This exam was changed after it was interrupted, from line %u of its journal on."),
        recording->chain.line);
  else
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("The checksums of this exam are missing, so it is impossible to tell whether it was "
           "changed."));
  return FALSE;
}

/* Whether the journal ends with a session that was finished, or cannot be looked at. */
static gboolean
is_finished (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  g_autofree char *tail = g_malloc (TAIL_BYTES);
  GStatBuf there;
  ssize_t length = -1;

  if (fd < 0)
    return errno != EACCES; /* reading it tells why */

  if (fstat (fd, &there) == 0 && S_ISREG (there.st_mode))
    length = pread (fd, tail, TAIL_BYTES, MAX (there.st_size - TAIL_BYTES, 0));
  close (fd);
  return length < 0 || g_strstr_len (tail, length, FINISHED) != NULL;
}

/* Replays the journal to see where the session stood and whether it can be resumed. */
static void
try_out (DeskInterrupted *self, DeskRecording *recording)
{
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (DeskSession) session =
      desk_session_new (recording->scenario, recording->lengths, recording->header, journal);
  g_autoptr (GError) error = NULL;

  desk_session_set_recording (session, recording);
  if (!desk_interrupted_check (recording, &error) || !desk_session_resume (session, &error))
    self->obstacle = g_strdup (
        g_error_matches (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_DIFFERS)
            ? _ ("It was written by another version of the program, with rules that led to a "
                 "different course of events.")
            : error->message);
  self->n_calls = recording->scenario->n_calls;
  self->n_done = self->n_calls - desk_session_get_state (session)->n_left;
}

static DeskInterrupted *
read_journal (const char *path)
{
  DeskInterrupted *self = g_new0 (DeskInterrupted, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, &error);

  self->path = g_strdup (path);
  self->stopped_s = desk_interrupted_stopped_s (path);
  if (recording == NULL) {
    self->fault = g_strdup_printf ("%s %s", _ ("The journal of this session cannot be read."),
                                   error->message);
    return self;
  }
  self->header = desk_journal_header_copy (recording->header);
  self->title = g_strdup (recording->scenario->title);
  if (recording->records->len > 0)
    self->t_ms = g_array_index (recording->records, DeskRecord, recording->records->len - 1).t_ms;
  try_out (self, recording);
  return self;
}

/* By the moment in their names. */
static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static GPtrArray *
list_journals (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (desk_history_is_journal (name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

GPtrArray *
desk_interrupted_find (const char *folder, GCancellable *cancellable)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_interrupted_free);
  g_autoptr (GPtrArray) paths = list_journals (folder);

  for (guint i = 0; i < paths->len && found->len < DESK_INTERRUPTED_MOST; i++) {
    if (g_cancellable_is_cancelled (cancellable))
      break;
    if (!is_finished (paths->pdata[i]) && !desk_journal_is_being_written (paths->pdata[i]))
      g_ptr_array_add (found, read_journal (paths->pdata[i]));
  }
  return found;
}

static gboolean
holds_scenario (const char *folder, const DeskScenario *scenario)
{
  g_autofree char *path = g_build_filename (folder, "scenario.yaml", NULL);
  g_autoptr (GBytes) yaml = desk_history_read_file (path, strlen (scenario->yaml), NULL);
  g_autofree char *found =
      yaml != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, yaml) : NULL;

  return found != NULL && g_strcmp0 (found, scenario->sha256) == 0;
}

char *
desk_interrupted_find_clips (const DeskRecording *recording, const char *const *shelves)
{
  const DeskScenario *scenario = recording->scenario;
  g_autofree char *name = g_path_get_basename (scenario->id); /* whatever the journal says */

  for (; *shelves != NULL; shelves++) {
    g_autofree char *on_shelf = g_build_filename (*shelves, name, NULL);

    if (holds_scenario (on_shelf, scenario))
      return g_steal_pointer (&on_shelf);
    if (holds_scenario (*shelves, scenario))
      return g_strdup (*shelves);
  }
  return NULL;
}

/* It was offered a while ago: since then another program may have taken it over, even to its end. */
static gboolean
is_free (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!desk_journal_is_being_written (path) &&
      (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !is_finished (path)))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: %s", name, g_strerror (EBUSY));
  return FALSE;
}

char *
desk_interrupted_aside_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, ASIDE, NULL);
}

gboolean
desk_interrupted_put_aside (const char *path, GError **error)
{
  g_autofree char *aside = desk_interrupted_aside_folder (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *wished = g_build_filename (aside, name, NULL);
  g_autofree char *target = desk_history_free_path (wished);
  g_autofree char *sound = desk_journal_sound_path (path);
  g_autofree char *sound_target = desk_journal_sound_path (target);

  if (!is_free (path, error) || !desk_history_make_folder (aside, error) ||
      !desk_history_move_file (path, target, error))
    return FALSE;
  return !g_file_test (sound, G_FILE_TEST_EXISTS) ||
         desk_history_move_file (sound, sound_target, error);
}
