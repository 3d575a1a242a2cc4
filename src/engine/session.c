/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Append, evolve, then signal: a record is in the file before anyone hears of it.
 *
 * The state of a decision in progress is kept in the session rather than on the stack. So it can be
 * completed from within a signal handler that will never return: see desk_session_settle(). */

#include "engine/session.h"

#include "engine/decider.h"
#include "engine/replay.h"

struct _DeskSession {
  GObject parent_instance;

  DeskState *state;             /* owned */
  DeskJournalHeader *header;    /* owned */
  DeskJournal *journal;         /* owned */
  DeskRecording *recording;     /* borrowed, or NULL */
  DeskReplay *replay;           /* borrowed; NULL unless the session is being resumed */
  DeskSessionFollower follower; /* or NULL */
  gpointer follower_data;       /* borrowed */
  GQueue waiting; /* of Waiting, owned: commands issued while another was being obeyed */
  gboolean obeying;
  gboolean has_news;          /* an event since "told" */
  const DeskCommand *command; /* borrowed: is obeyed after what is due; or NULL */
  gint64 command_ms;          /* when it was given */
  DeskEvents decided;         /* what is happening */
  guint n_happened;           /* how many of those were written and applied */
  gboolean settled;           /* no more signals */
  GError *journal_error;      /* owned: why the file lacks records; NULL: it has them all */
  gboolean told_behind;       /* "journal-failed" was signalled */
};

enum {
  SIGNAL_EVENT,
  SIGNAL_TOLD,
  SIGNAL_DRAFTED,
  SIGNAL_JOURNAL_FAILED,
  SIGNAL_JOURNAL_MENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A command that waits its turn, with a slip of its own. */
typedef struct {
  DeskCommand command;
  DeskSlip *slip;
  gint64 now_ms;
} Waiting;

G_DEFINE_FINAL_TYPE (DeskSession, desk_session, G_TYPE_OBJECT)

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  desk_slip_free (waiting->slip);
  g_free (waiting);
}

static void
desk_session_finalize (GObject *object)
{
  DeskSession *self = DESK_SESSION (object);

  g_queue_clear_full (&self->waiting, waiting_free);
  desk_state_free (self->state);
  desk_journal_header_free (self->header);
  g_clear_object (&self->journal);
  g_clear_error (&self->journal_error);

  G_OBJECT_CLASS (desk_session_parent_class)->finalize (object);
}

static void
desk_session_class_init (DeskSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_session_finalize;

  signals[SIGNAL_EVENT] = g_signal_new ("event", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_TOLD] =
      g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DRAFTED] = g_signal_new ("drafted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_JOURNAL_FAILED] = g_signal_new ("journal-failed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_JOURNAL_MENDED] =
      g_signal_new ("journal-mended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_session_init (DeskSession *self)
{
  g_queue_init (&self->waiting);
}

DeskSession *
desk_session_new (DeskScenario *scenario,
                  DeskClipLengths *lengths,
                  const DeskJournalHeader *header,
                  DeskJournal *journal)
{
  DeskSession *self = g_object_new (DESK_TYPE_SESSION, NULL);
  DeskRules rules = desk_journal_header_rules (header);

  self->state = desk_state_new (scenario, lengths, &rules);
  self->header = desk_journal_header_copy (header);
  self->journal = g_object_ref (journal);
  return self;
}

void
desk_session_set_recording (DeskSession *self, DeskRecording *recording)
{
  self->recording = recording;
}

void
desk_session_set_follower (DeskSession *self, DeskSessionFollower follower, gpointer data)
{
  g_return_if_fail (follower == NULL || self->follower == NULL);

  self->follower = follower;
  self->follower_data = data;
}

static gboolean
tells (const DeskSession *self)
{
  return self->replay == NULL && !self->settled;
}

static void
note_journal (DeskSession *self, gboolean good, const GError *error)
{
  if (good)
    g_clear_error (&self->journal_error);
  else if (self->journal_error == NULL)
    self->journal_error = g_error_copy (error);
}

/* Signals when the journal starts to fail, and when it works again. The session goes on either way. */
static void
tell_journal (DeskSession *self)
{
  const gboolean behind = self->journal_error != NULL;

  if (behind == self->told_behind || !tells (self))
    return;
  self->told_behind = behind;
  if (behind)
    g_signal_emit (self, signals[SIGNAL_JOURNAL_FAILED], 0, self->journal_error);
  else
    g_signal_emit (self, signals[SIGNAL_JOURNAL_MENDED], 0);
}

/* A full disk may have room again at a time when there is nothing new to write. */
static void
mend_journal (DeskSession *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (!self->journal_error)
    return;
  good = desk_journal_try_again (self->journal, &error);
  note_journal (self, good, error);
  tell_journal (self);
}

/* During a replay, whether the record is missing from the journal and so has to be written. */
static gboolean
is_news (DeskSession *self, DeskReplayMatch match)
{
  if (match != DESK_REPLAY_MISSING)
    return FALSE;
  self->replay->next++;
  return TRUE;
}

static void
write_event (DeskSession *self, const DeskEvent *event)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (self->replay && !is_news (self, desk_replay_take_event (self->replay, event)))
    return;
  good = desk_journal_append_event (self->journal, event, &error);
  if (self->recording)
    desk_recording_add_event (self->recording, event);
  note_journal (self, good, error);
}

static void
write_command (DeskSession *self, const DeskCommand *command)
{
  const gint64 now_ms = self->state->now_ms;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (self->replay && !is_news (self, desk_replay_take_command (self->replay, command, now_ms)))
    return;
  good = desk_journal_append_command (self->journal, command, now_ms, &error);
  if (self->recording)
    desk_recording_add_command (self->recording, command, now_ms);
  note_journal (self, good, error);
}

/* Empties the list of decided events, for the next decision. */
static DeskEvents *
nothing_yet (DeskSession *self)
{
  self->decided.n = 0;
  self->n_happened = 0;
  return &self->decided;
}

static void
tell_event (DeskSession *self, const DeskEvent *event)
{
  self->has_news = TRUE;
  if (self->follower != NULL)
    self->follower (self, event, self->follower_data);
  g_signal_emit (self, signals[SIGNAL_EVENT], 0, event);
}

/* Writes, applies and signals the decided events that have not happened yet. */
static void
happen (DeskSession *self)
{
  while (self->n_happened < self->decided.n) {
    const DeskEvent event = self->decided.items[self->n_happened++];

    write_event (self, &event);
    desk_evolve (self->state, &event);
    tell_journal (self);
    if (tells (self))
      tell_event (self, &event);
  }
}

/* Fires one deadline after another up to `until_ms`. A pause stops the clock. */
static void
fire_due (DeskSession *self, gint64 until_ms)
{
  DeskState *state = self->state;
  gint64 due_ms;
  guint id;

  while (!state->paused && !state->finished &&
         desk_deadline_queue_peek (state->deadlines, &id, &due_ms) && due_ms <= until_ms) {
    state->now_ms = due_ms;
    desk_decide_deadline (state, id, nothing_yet (self));
    g_assert (self->decided.n > 0);
    happen (self);
  }
  if (!state->paused && !state->finished)
    state->now_ms = MAX (state->now_ms, until_ms);
}

/* Stores the slip of `command` in the state; whether it was taken. */
static gboolean
keep_slip (DeskSession *self, const DeskCommand *command)
{
  const DeskEvents *events = &self->decided;
  gboolean rejected = events->n > 0 && events->items[0].type == DESK_EVENT_COMMAND_REJECTED;

  if (!command->slip || rejected)
    return FALSE;
  desk_evolve_slip (self->state, command->call, command->slip);
  return TRUE;
}

static void
carry_out (DeskSession *self, const DeskCommand *command)
{
  gboolean kept;

  write_command (self, command);
  desk_decide (self->state, command, nothing_yet (self));
  kept = keep_slip (self, command);
  tell_journal (self);
  if (kept && tells (self))
    g_signal_emit (self, signals[SIGNAL_DRAFTED], 0, command->call);
  happen (self);
}

/* A slip that the session can keep: the caller may go on writing in theirs. What is logged is usually what
 * was drafted last, which is shared rather than copied. (transfer full) */
static DeskSlip *
own_slip (DeskSession *self, const DeskCommand *command)
{
  const DeskSlip *kept = self->state->calls[command->call->index].slip;

  return kept != NULL && desk_slip_equal (kept, command->slip) ? desk_slip_share (kept)
                                                               : desk_slip_copy (command->slip);
}

static void
carry_out_with_slip (DeskSession *self, const DeskCommand *command)
{
  g_autoptr (DeskSlip) slip = own_slip (self, command);
  DeskCommand own = *command;

  own.slip = slip;
  carry_out (self, &own);
}

/* Fires what is due first. A signal handler may call desk_session_settle(), which then obeys the command
 * itself. */
static void
obey (DeskSession *self, const DeskCommand *command, gint64 now_ms)
{
  self->command = command;
  self->command_ms = now_ms;
  fire_due (self, now_ms);
  if (g_steal_pointer (&self->command) == NULL)
    return;
  if (command->slip != NULL)
    carry_out_with_slip (self, command);
  else
    carry_out (self, command);
}

static void
obey_waiting (DeskSession *self)
{
  Waiting *next;

  while ((next = g_queue_pop_head (&self->waiting))) {
    obey (self, &next->command, next->now_ms);
    waiting_free (next);
  }
}

/* Obeys the commands that were issued in the meantime, then signals "told". */
static void
round_off (DeskSession *self)
{
  obey_waiting (self);
  self->obeying = FALSE;
  if (!self->has_news || !tells (self))
    return;
  self->has_news = FALSE;
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

gboolean
desk_session_start (DeskSession *self, GError **error)
{
  g_return_val_if_fail (!self->state->started, FALSE);

  if (!desk_journal_append_header (self->journal, self->header, self->state->scenario,
                                   self->state->lengths, error))
    return FALSE;
  self->obeying = TRUE;
  desk_decide_start (self->state, nothing_yet (self));
  happen (self);
  if (self->journal_error) {
    g_propagate_error (error, g_error_copy (self->journal_error));
    self->obeying = FALSE;
    return FALSE;
  }
  fire_due (self, 0);
  round_off (self);
  return TRUE;
}

static void
begin (DeskSession *self)
{
  desk_decide_start (self->state, nothing_yet (self));
  happen (self);
  fire_due (self, 0);
}

/* Replays into the existing journal, which is not touched before every record has come again. The array of
 * records may be reallocated as it grows, so each command is copied out of it. */
static void
play_again (DeskSession *self, const GArray *records)
{
  const guint n_records = records->len;
  gint64 last_ms = 0;

  begin (self);
  for (guint i = 0; i < n_records && !self->replay->differs; i++) {
    const DeskRecord record = g_array_index (records, DeskRecord, i);

    last_ms = record.t_ms;
    if (record.is_command)
      obey (self, &record.command, record.t_ms);
  }
  if (!self->replay->differs)
    fire_due (self, last_ms);
}

static gboolean
fail_to_resume (DeskJournal *journal, const DeskReplay *replay, GError **error)
{
  const char *path = desk_journal_get_path (journal);
  g_autofree char *name = path ? g_filename_display_name (path) : g_strdup ("journal");

  g_set_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_DIFFERS,
               "%s:%u: this version of the program does not do again what is recorded here", name,
               desk_replay_get_line (replay));
  return FALSE;
}

gboolean
desk_session_replay (DeskSession *self, GError **error)
{
  DeskReplay replay = { .recording = self->recording };

  g_return_val_if_fail (self->recording, FALSE);
  g_return_val_if_fail (!self->state->started, FALSE);

  if (!desk_recording_may_go_on (self->recording, error))
    return FALSE;
  desk_journal_append_after (self->journal, self->recording->n_bytes, self->recording->open_ended,
                             &self->recording->chain);
  self->obeying = TRUE;
  self->replay = &replay;
  play_again (self, self->recording->records);
  self->replay = NULL;
  self->obeying = FALSE;
  return desk_replay_is_whole (&replay) || fail_to_resume (self->journal, &replay, error);
}

gboolean
desk_session_resume (DeskSession *self, GError **error)
{
  return desk_session_replay (self, error) && desk_journal_go_on (self->journal, error);
}

void
desk_session_advance (DeskSession *self, gint64 now_ms)
{
  g_return_if_fail (self->state->started);

  if (self->obeying)
    return;
  self->obeying = TRUE;
  fire_due (self, now_ms);
  mend_journal (self);
  round_off (self);
}

void
desk_session_dispatch (DeskSession *self, const DeskCommand *command, gint64 now_ms)
{
  g_return_if_fail (self->state->started);

  if (self->obeying) {
    Waiting *waiting = g_new (Waiting, 1);

    waiting->command = *command;
    waiting->slip = command->slip ? desk_slip_copy (command->slip) : NULL;
    waiting->command.slip = waiting->slip;
    waiting->now_ms = now_ms;
    g_queue_push_tail (&self->waiting, waiting);
    return;
  }
  self->obeying = TRUE;
  obey (self, command, now_ms);
  round_off (self);
}

void
desk_session_settle (DeskSession *self)
{
  const DeskCommand *command = g_steal_pointer (&self->command);

  self->settled = TRUE;
  if (!self->obeying)
    return;
  happen (self);
  if (command != NULL)
    obey (self, command, self->command_ms);
  obey_waiting (self);
  self->obeying = FALSE;
}

gint64
desk_session_next_deadline_ms (DeskSession *self)
{
  gint64 due_ms;
  guint id;

  if (self->state->paused || self->state->finished ||
      !desk_deadline_queue_peek (self->state->deadlines, &id, &due_ms))
    return -1;
  return due_ms;
}

const DeskState *
desk_session_get_state (DeskSession *self)
{
  return self->state;
}

DeskScenario *
desk_session_get_scenario (DeskSession *self)
{
  return self->state->scenario;
}

const DeskJournalHeader *
desk_session_get_header (DeskSession *self)
{
  return self->header;
}

DeskJournal *
desk_session_get_journal (DeskSession *self)
{
  return self->journal;
}

const GError *
desk_session_get_journal_error (DeskSession *self)
{
  return self->journal_error;
}
