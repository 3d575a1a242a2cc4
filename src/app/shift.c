/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift.h"

#include <glib/gstdio.h>

#include "app/interrupted.h"
#include "cli/paths.h"

struct _DeskShift {
  GObject parent_instance;

  DeskJournal *journal; /* owned, as all below */
  DeskSession *session;
  DeskRecording *recording;  /* the same in memory, for when the disk fails */
  DeskSessionDriver *driver; /* NULL before the start */
  gboolean interrupted;
  gint64 stopped_s; /* interrupted: when it was, by the wall clock, seconds since 1970 */
};

G_DEFINE_FINAL_TYPE (DeskShift, desk_shift, G_TYPE_OBJECT)

static DeskJournalHeader *
header_for (const DeskScenario *scenario, const char *trainee, const DeskTerms *terms)
{
  DeskJournalHeader *header = desk_journal_header_new (trainee, terms->mode);

  g_strfreev (header->accommodations);
  header->accommodations = desk_terms_to_accommodations (terms);
  header->seed = scenario->seed;
  header->jittered = scenario->jittered;
  return header;
}

DeskShift *
desk_shift_new (DeskScenario *scenario,
                DeskClipLengths *lengths,
                const char *trainee,
                const DeskTerms *terms,
                GError **error)
{
  g_autoptr (DeskJournalHeader) header = header_for (scenario, trainee, terms);
  g_autofree char *path = desk_paths_new_journal (trainee, error);
  g_autoptr (DeskJournal) journal = path != NULL ? desk_journal_create (path, error) : NULL;
  DeskShift *self;

  if (journal == NULL)
    return NULL;
  self = g_object_new (DESK_TYPE_SHIFT, NULL);
  self->journal = g_steal_pointer (&journal);
  self->session = desk_session_new (scenario, lengths, header, self->journal);
  self->recording = desk_recording_new (header, scenario, lengths);
  desk_session_set_recording (self->session, self->recording);
  return self;
}

gboolean
desk_shift_start (DeskShift *self, GError **error)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), FALSE);
  g_return_val_if_fail (self->driver == NULL, FALSE);

  if (!desk_session_start (self->session, error)) {
    g_unlink (desk_journal_get_path (self->journal));
    return FALSE;
  }
  self->driver = desk_session_driver_new (self->session);
  return TRUE;
}

static DeskShift *
shift_of (DeskJournal *journal, DeskRecording *recording)
{
  DeskShift *self = g_object_new (DESK_TYPE_SHIFT, NULL);

  self->journal = journal;
  self->recording = recording;
  self->session =
      desk_session_new (recording->scenario, recording->lengths, recording->header, journal);
  desk_session_set_recording (self->session, recording);
  return self;
}

/* What clips there are is known only when the journal has been read. */
static DeskRecording *
load_with_clips (const char *path, const char *const *shelves, GError **error)
{
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, error);
  g_autofree char *folder =
      recording != NULL ? desk_interrupted_find_clips (recording, shelves) : NULL;

  return folder != NULL ? desk_recording_load_with_clips (path, folder, error)
                        : g_steal_pointer (&recording);
}

/* Session time stands still from there to now. */
static void
tell_interruption (DeskShift *self)
{
  const gint64 now_ms = desk_session_get_state (self->session)->now_ms;
  const gint64 away_s = g_get_real_time () / G_USEC_PER_SEC - self->stopped_s;
  const DeskCommand command = {
    .type = DESK_COMMAND_GO_ON,
    .away_ms = CLAMP (away_s * 1000, 0, DESK_LONGEST_AWAY_MS),
  };

  desk_session_dispatch (self->session, &command, now_ms);
}

/* Runs on any thread. */
static DeskShift *
recover (const char *path, const char *const *shelves, GError **error)
{
  const gint64 stopped_s = desk_interrupted_stopped_s (path);
  g_autoptr (DeskJournal) journal = desk_journal_reopen (path, error);
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskShift) self = NULL;

  if (journal != NULL)
    recording = load_with_clips (path, shelves, error);
  if (recording == NULL || !desk_interrupted_check (recording, error))
    return NULL;
  self = shift_of (g_steal_pointer (&journal), g_steal_pointer (&recording));
  self->interrupted = TRUE;
  self->stopped_s = stopped_s;
  return desk_session_replay (self->session, error) ? g_steal_pointer (&self) : NULL;
}

typedef struct {
  char *path; /* owned, as the next */
  GStrv shelves;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *self = data;

  g_free (self->path);
  g_strfreev (self->shelves);
  g_free (self);
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Recovery *recovery = data;
  GError *error = NULL;
  DeskShift *shift = recover (recovery->path, (const char *const *) recovery->shelves, &error);

  if (shift != NULL)
    g_task_return_pointer (task, shift, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
desk_shift_recover_async (const char *path,
                          const char *const *shelves,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Recovery *recovery = g_new (Recovery, 1);

  recovery->path = g_strdup (path);
  recovery->shelves = g_strdupv ((GStrv) shelves);
  g_task_set_task_data (task, recovery, recovery_free);
  g_task_run_in_thread (task, recover_in_thread);
}

DeskShift *
desk_shift_recover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The interruption is recorded at once: from here on the file's modification time is no longer the moment
 * at which the shift stopped. */
gboolean
desk_shift_take_up (DeskShift *self, GError **error)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), FALSE);
  g_return_val_if_fail (self->interrupted && self->driver == NULL, FALSE);

  if (!desk_journal_go_on (self->journal, error))
    return FALSE;
  if (!desk_session_get_state (self->session)->finished)
    tell_interruption (self);
  return TRUE;
}

DeskShift *
desk_shift_resume (const char *path, const char *const *shelves, GError **error)
{
  g_autoptr (DeskShift) self = recover (path, shelves, error);

  return self != NULL && desk_shift_take_up (self, error) ? g_steal_pointer (&self) : NULL;
}

void
desk_shift_go_on (DeskShift *self)
{
  g_return_if_fail (DESK_IS_SHIFT (self));
  g_return_if_fail (self->interrupted && self->driver == NULL);

  self->driver = desk_session_driver_new (self->session);
}

void
desk_shift_hand_in (DeskShift *self)
{
  const DeskCommand command = { .type = DESK_COMMAND_FINISH, .early = TRUE };

  g_return_if_fail (DESK_IS_SHIFT (self));
  g_return_if_fail (self->interrupted && self->driver == NULL);

  desk_session_dispatch (self->session, &command, desk_session_get_state (self->session)->now_ms);
}

gboolean
desk_shift_was_interrupted (DeskShift *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), FALSE);
  return self->interrupted;
}

void
desk_shift_recall (DeskShift *self, DeskRecordingStep step, gpointer data)
{
  g_return_if_fail (DESK_IS_SHIFT (self));
  desk_recording_walk (self->recording, step, data);
}

const DeskCall *
desk_shift_get_last_call (DeskShift *self)
{
  const GArray *records;

  g_return_val_if_fail (DESK_IS_SHIFT (self), NULL);

  records = self->recording->records;
  for (guint i = records->len; i > 0; i--) {
    const DeskRecord *record = &g_array_index (records, DeskRecord, i - 1);

    if (!record->is_command &&
        (record->event.type == DESK_EVENT_ANSWERED || record->event.type == DESK_EVENT_RESUMED))
      return record->event.call;
  }
  return NULL;
}

DeskSession *
desk_shift_get_session (DeskShift *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), NULL);
  return self->session;
}

DeskTerms
desk_shift_get_terms (DeskShift *self)
{
  return desk_terms_of_header (desk_session_get_header (self->session));
}

DeskSessionDriver *
desk_shift_get_driver (DeskShift *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), NULL);
  return self->driver;
}

guint
desk_shift_count_unlogged (DeskShift *self)
{
  const DeskState *state;
  guint n = 0;

  g_return_val_if_fail (DESK_IS_SHIFT (self), 0);

  state = desk_session_get_state (self->session);
  for (guint i = 0; i < state->scenario->n_calls; i++)
    n += desk_call_state_has_open_slip (&state->calls[i]) ? 1 : 0;
  return n;
}

gboolean
desk_shift_close_journal (DeskShift *self, GError **error)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), FALSE);
  return desk_journal_close (self->journal, error);
}

/* The score comes from the file, which is what lasts; from memory only when the disk failed. */
DeskScorecard *
desk_shift_score (DeskShift *self, GError **error)
{
  const char *path;
  g_autoptr (DeskRecording) recording = NULL;

  g_return_val_if_fail (DESK_IS_SHIFT (self), NULL);

  path = desk_journal_get_path (self->journal);
  if (desk_shift_close_journal (self, error))
    recording = desk_recording_load_from_file (path, error);
  return desk_scorecard_new (recording != NULL ? recording : self->recording);
}

const char *
desk_shift_get_journal (DeskShift *self)
{
  g_return_val_if_fail (DESK_IS_SHIFT (self), NULL);
  return desk_journal_get_path (self->journal);
}

static void
desk_shift_dispose (GObject *object)
{
  DeskShift *self = DESK_SHIFT (object);

  g_clear_object (&self->driver);
  g_clear_object (&self->session);
  g_clear_pointer (&self->recording, desk_recording_free);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (desk_shift_parent_class)->dispose (object);
}

static void
desk_shift_class_init (DeskShiftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_shift_dispose;
}

static void
desk_shift_init (DeskShift *self)
{
}
