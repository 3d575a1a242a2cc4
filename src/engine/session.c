/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Append, evolve, then tell: a record is in the file before anyone hears of it. */

#include "engine/session.h"

#include "engine/decider.h"
#include "engine/replay.h"

struct _DeskSession {
  GObject parent_instance;

  DeskState *state;          /* owned */
  DeskJournalHeader *header; /* owned */
  DeskJournal *journal;      /* owned */
  DeskRecording *recording;  /* borrowed, or NULL */
  DeskReplay *replay;        /* borrowed; NULL unless the session is being resumed */
  GQueue waiting;            /* of Waiting, owned: issued while another was being obeyed */
  gboolean obeying;
  gboolean unsettled;    /* an event was told since "settled" */
  GError *journal_error; /* owned: why it is behind; NULL: it is not */
};

enum {
  SIGNAL_EVENT,
  SIGNAL_SETTLED,
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
  signals[SIGNAL_SETTLED] =
      g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

/* Tells of a journal that begins to fail, or to work again; the session goes on either way. */
static void
watch_journal (DeskSession *self, gboolean good, const GError *error)
{
  if (!good && !self->journal_error) {
    self->journal_error = g_error_copy (error);
    g_signal_emit (self, signals[SIGNAL_JOURNAL_FAILED], 0, error);
  } else if (good && self->journal_error) {
    g_clear_error (&self->journal_error);
    g_signal_emit (self, signals[SIGNAL_JOURNAL_MENDED], 0);
  }
}

/* A disk that was full may have room again while nothing happens that would be written. */
static void
mend_journal (DeskSession *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (!self->journal_error)
    return;
  good = desk_journal_try_again (self->journal, &error);
  watch_journal (self, good, error);
}

/* Whether a record is to be written: of a session that is being resumed, only what is not there. */
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
  watch_journal (self, good, error);
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
  watch_journal (self, good, error);
}

static void
happen (DeskSession *self, const DeskEvents *events)
{
  for (guint i = 0; i < events->n; i++) {
    write_event (self, &events->items[i]);
    desk_evolve (self->state, &events->items[i]);
    if (self->replay)
      continue;
    self->unsettled = TRUE;
    g_signal_emit (self, signals[SIGNAL_EVENT], 0, &events->items[i]);
  }
}

/* One deadline after the other up to `until_ms`; a pause stops the clock. */
static void
fire_due (DeskSession *self, gint64 until_ms)
{
  DeskState *state = self->state;
  gint64 due_ms;
  guint id;

  while (!state->paused && !state->finished &&
         desk_deadline_queue_peek (state->deadlines, &id, &due_ms) && due_ms <= until_ms) {
    DeskEvents events = { .n = 0 };

    state->now_ms = due_ms;
    desk_decide_deadline (state, id, &events);
    g_assert (events.n > 0);
    happen (self, &events);
  }
  if (!state->paused && !state->finished)
    state->now_ms = MAX (state->now_ms, until_ms);
}

static void
keep_slip (DeskSession *self, const DeskCommand *command, const DeskEvents *events)
{
  gboolean rejected = events->n > 0 && events->items[0].type == DESK_EVENT_COMMAND_REJECTED;

  if (!command->slip || rejected)
    return;
  desk_evolve_slip (self->state, command->call, command->slip);
  if (!self->replay)
    g_signal_emit (self, signals[SIGNAL_DRAFTED], 0, command->call);
}

static void
obey (DeskSession *self, const DeskCommand *command, gint64 now_ms)
{
  DeskEvents events = { .n = 0 };

  fire_due (self, now_ms);
  write_command (self, command);
  desk_decide (self->state, command, &events);
  keep_slip (self, command, &events);
  happen (self, &events);
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

/* After what was asked of the session: obeys what was issued meanwhile, and is done. */
static void
settle (DeskSession *self)
{
  obey_waiting (self);
  self->obeying = FALSE;
  if (!self->unsettled)
    return;
  self->unsettled = FALSE;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

gboolean
desk_session_start (DeskSession *self, GError **error)
{
  DeskEvents events = { .n = 0 };

  g_return_val_if_fail (!self->state->started, FALSE);

  if (!desk_journal_append_header (self->journal, self->header, self->state->scenario,
                                   self->state->lengths, error))
    return FALSE;
  self->obeying = TRUE;
  desk_decide_start (self->state, &events);
  happen (self, &events);
  if (self->journal_error) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s: the journal cannot be written",
                 desk_journal_get_path (self->journal));
    self->obeying = FALSE;
    return FALSE;
  }
  fire_due (self, 0);
  settle (self);
  return TRUE;
}

static void
begin (DeskSession *self)
{
  DeskEvents events = { .n = 0 };

  desk_decide_start (self->state, &events);
  happen (self, &events);
  fire_due (self, 0);
}

/* What was written is not touched before all of it has come again. The array of records may move as
 * it grows, so each command is taken out of it. */
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
fail_to_resume (const DeskJournal *journal, const DeskReplay *replay, GError **error)
{
  const char *path = desk_journal_get_path ((DeskJournal *) journal);
  g_autofree char *name = path ? g_filename_display_name (path) : g_strdup ("journal");

  g_set_error (error, DESK_JOURNAL_ERROR, DESK_JOURNAL_ERROR_DIFFERS,
               "%s:%u: this version of the program does not do again what is recorded here", name,
               desk_replay_get_line (replay));
  return FALSE;
}

gboolean
desk_session_resume (DeskSession *self, GError **error)
{
  DeskReplay replay = { .recording = self->recording };

  g_return_val_if_fail (self->recording, FALSE);
  g_return_val_if_fail (!self->state->started, FALSE);

  desk_journal_append_after (self->journal, self->recording->n_bytes, self->recording->open_ended,
                             &self->recording->chain);
  self->obeying = TRUE;
  self->replay = &replay;
  play_again (self, self->recording->records);
  self->replay = NULL;
  self->obeying = FALSE;
  if (!desk_replay_is_whole (&replay))
    return fail_to_resume (self->journal, &replay, error);
  return desk_journal_go_on (self->journal, error);
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
  settle (self);
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
  settle (self);
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
