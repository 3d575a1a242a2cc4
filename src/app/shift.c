/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift.h"

#include <glib/gstdio.h>

#include "cli/paths.h"

struct _DeskShift {
  GObject parent_instance;

  DeskJournal *journal; /* owned, as all below */
  DeskSession *session;
  DeskRecording *recording;  /* the same in memory, for when the disk fails */
  DeskSessionDriver *driver; /* NULL before the start */
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
