/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/shift-view.h"

#include <string.h>

/* One pass over the records. Each call that arrived has a reader, which holds what is needed along the way:
 * the slip as it stands, and how far the question "may I put you on hold?" has got. That question stays
 * open from `ask_hold` until the caller is taken off hold. Its reply is the first thing the caller says
 * afterwards; if that reply was cut short, hearing it repeated makes up for it. Consulting a colleague
 * needs no leave and does not use it up. */

/* Enough for most calls, so that little memory is wasted. */
#define STRETCHES 2
#define SAYINGS 4

typedef struct {
  guint index; /* in the view's calls, the order of arrival */
  gboolean came;
  gint64 round_ms;           /* when this caller was last answered; -1: not since they last rang */
  const DeskSlip *written;   /* the latest draft or message, in the recording */
  const DeskSlip *read_back; /* the last that was read back, likewise */
  const DeskSlip *logged;
  const DeskPerson *colleague; /* the one who is being consulted */
  const DeskReply *hold_reply; /* to `ask_hold`; NULL until it begins */
  gboolean asked;
  gboolean held; /* since the caller was last talked to */
  DeskLeave leave;
} CallReader;

typedef struct {
  DeskShiftView *view;
  const DeskScenario *scenario;
  CallReader *readers; /* by DeskCall.index */
} ShiftReader;

static DeskCallView *
call_arrives (ShiftReader *self, const DeskCall *call, gint64 t_ms)
{
  CallReader *reader = &self->readers[call->index];
  DeskCallView *view;

  if (reader->came)
    return &self->view->calls[reader->index];

  reader->came = TRUE;
  reader->index = self->view->n_calls++;
  reader->round_ms = -1;
  view = &self->view->calls[reader->index];
  *view =
      (DeskCallView){ .call = call,
                      .due_ms = t_ms,
                      .rang_ms = -1,
                      .answered_ms = -1,
                      .ended_ms = -1,
                      .not_taken_ms = -1,
                      .logged_ms = -1,
                      .stretches =
                          g_array_sized_new (FALSE, FALSE, sizeof (DeskStretch), STRETCHES),
                      .sayings = g_array_sized_new (FALSE, FALSE, sizeof (DeskSaying), SAYINGS),
                      .heard = g_array_sized_new (FALSE, FALSE, sizeof (DeskHearing), SAYINGS) };
  return view;
}

static DeskStretch *
open_stretch (DeskCallView *view)
{
  DeskStretch *last;

  if (view->stretches->len == 0)
    return NULL;
  last = &g_array_index (view->stretches, DeskStretch, view->stretches->len - 1);
  return last->to_ms < 0 ? last : NULL;
}

static void
close_stretch (DeskCallView *view, gint64 t_ms)
{
  DeskStretch *last = open_stretch (view);

  if (last != NULL)
    last->to_ms = t_ms;
}

static void
enter (DeskCallView *view, DeskLineState state, const DeskEvent *event, DeskLeave leave)
{
  DeskStretch next = { .state = state,
                       .leave = leave,
                       .line = event->line,
                       .from_ms = event->t_ms,
                       .to_ms = -1,
                       .to = event->to };

  close_stretch (view, event->t_ms);
  g_array_append_val (view->stretches, next);
}

static void
call_ends (DeskCallView *view, CallReader *reader, const DeskEvent *event, DeskEnd end)
{
  const gboolean gave_up = end == DESK_END_ABANDONED_HOLD || end == DESK_END_ABANDONED_SILENCE ||
                           end == DESK_END_ABANDONED_RINGING;

  close_stretch (view, event->t_ms);
  view->end = end;
  view->ended_ms = event->t_ms;
  if (gave_up && reader->round_ms >= 0 && view->left == DESK_END_NONE)
    view->left = end;
  if (reader->round_ms >= 0)
    view->handled_ms += event->t_ms - reader->round_ms;
  reader->round_ms = -1;
  reader->colleague = NULL;
}

static DeskEnd
abandoned_because (DeskCause cause)
{
  switch (cause) {
  case DESK_CAUSE_HOLD: return DESK_END_ABANDONED_HOLD;
  case DESK_CAUSE_SILENCE: return DESK_END_ABANDONED_SILENCE;
  case DESK_CAUSE_NONE:
  case DESK_CAUSE_BUSY:
  case DESK_CAUSE_NO_ANSWER:
  case DESK_CAUSE_RINGING: break;
  }
  return DESK_END_ABANDONED_RINGING;
}

static void
caller_rings (DeskCallView *view, const DeskEvent *event)
{
  if (view->rang_ms < 0)
    view->rang_ms = event->t_ms;
  view->end = DESK_END_NONE;
  view->ended_ms = -1;
  enter (view, DESK_LINE_RINGING, event, DESK_LEAVE_NOT_ASKED);
}

/* A caller who found every line taken never rang, so their wait begins with the repeat. */
static void
call_is_repeated (DeskCallView *view)
{
  view->is_repeated = TRUE;
  if (view->rang_ms < 0)
    view->rang_ms = view->ended_ms;
}

static void
forget_leave (CallReader *reader)
{
  reader->leave = DESK_LEAVE_NOT_ASKED;
  reader->hold_reply = NULL;
  reader->asked = FALSE;
}

/* Leave for one hold does not extend to the next: once the caller is spoken to again, it must be asked for
 * again. */
static void
talk_again (DeskCallView *view, CallReader *reader, const DeskEvent *event)
{
  if (reader->held)
    forget_leave (reader);
  reader->held = FALSE;
  reader->colleague = NULL;
  enter (view, DESK_LINE_CONNECTED, event, DESK_LEAVE_NOT_ASKED);
}

static void
call_is_answered (DeskCallView *view, CallReader *reader, const DeskEvent *event)
{
  if (view->answered_ms < 0)
    view->answered_ms = event->t_ms;
  if (reader->round_ms < 0)
    reader->round_ms = event->t_ms;
  talk_again (view, reader, event);
}

/* A slip that is read back several times unchanged is kept once. */
static const DeskSlip *
take_read_back (DeskCallView *view, CallReader *reader)
{
  if (view->read_back == NULL)
    view->read_back = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_slip_free);
  if (reader->read_back != reader->written)
    g_ptr_array_add (view->read_back, desk_slip_share (reader->written));
  reader->read_back = reader->written;
  return view->read_back->pdata[view->read_back->len - 1];
}

static void
trainee_says (DeskCallView *view, CallReader *reader, const DeskEvent *event)
{
  DeskSaying saying = { .t_ms = event->t_ms, .phrase = event->phrase, .to = reader->colleague };

  if (event->phrase->which == DESK_PHRASE_READ_BACK && reader->written != NULL)
    saying.slip = take_read_back (view, reader);
  g_array_append_val (view->sayings, saying);

  if (event->phrase->which == DESK_PHRASE_ASK_HOLD) {
    forget_leave (reader);
    reader->asked = TRUE;
    reader->leave = DESK_LEAVE_NOT_HEARD;
  }
}

static void
hear (DeskCallView *view, const DeskEvent *event)
{
  DeskHearing hearing = { event->t_ms, event->reply, event->to };

  if (event->reply != NULL)
    g_array_append_val (view->heard, hearing);
}

static void
caller_speaks (DeskCallView *view, CallReader *reader, const DeskEvent *event)
{
  hear (view, event);
  if (reader->asked && reader->hold_reply == NULL)
    reader->hold_reply = event->reply;
}

static void
caller_is_done (CallReader *reader, const DeskEvent *event)
{
  if (event->cut || reader->hold_reply == NULL || event->reply != reader->hold_reply)
    return;
  reader->leave = strcmp (event->reply->id, "hold_no") == 0 ? DESK_LEAVE_REFUSED : DESK_LEAVE_GIVEN;
}

static void
not_taken (DeskCallView *view, const DeskEvent *event)
{
  if (view->not_taken_ms < 0 && event->to != NULL && event->to == view->call->expect.to)
    view->not_taken_ms = event->t_ms;
}

static void
read_call_event (DeskCallView *view, CallReader *reader, const DeskEvent *event)
{
  switch (event->type) {
  case DESK_EVENT_RINGING: caller_rings (view, event); break;
  case DESK_EVENT_ANSWERED: call_is_answered (view, reader, event); break;
  case DESK_EVENT_CALLER_SPEAKS: caller_speaks (view, reader, event); break;
  case DESK_EVENT_CALLER_DONE: caller_is_done (reader, event); break;
  case DESK_EVENT_TRAINEE_SAYS: trainee_says (view, reader, event); break;
  case DESK_EVENT_HELD:
    reader->colleague = NULL;
    reader->held = TRUE;
    enter (view, DESK_LINE_HELD, event, reader->leave);
    break;
  case DESK_EVENT_RESUMED: talk_again (view, reader, event); break;
  case DESK_EVENT_CONSULTING:
    reader->colleague = event->to;
    enter (view, DESK_LINE_CONSULTING, event, DESK_LEAVE_NOT_ASKED);
    break;
  case DESK_EVENT_COLLEAGUE_BUSY: not_taken (view, event); break;
  case DESK_EVENT_COLLEAGUE_REFUSES:
    not_taken (view, event);
    hear (view, event);
    break;
  case DESK_EVENT_COLLEAGUE_ANSWERS:
  case DESK_EVENT_COLLEAGUE_ACCEPTS: hear (view, event); break;
  case DESK_EVENT_TRANSFERRING:
    enter (view, DESK_LINE_TRANSFERRING, event, DESK_LEAVE_NOT_ASKED);
    break;
  case DESK_EVENT_RECALL:
    not_taken (view, event);
    enter (view, DESK_LINE_RECALL, event, DESK_LEAVE_NOT_ASKED);
    break;
  case DESK_EVENT_TRANSFERRED:
    view->got_by = event->to;
    call_ends (view, reader, event, DESK_END_TRANSFERRED);
    break;
  case DESK_EVENT_ABANDONED:
    call_ends (view, reader, event, abandoned_because (event->cause));
    break;
  case DESK_EVENT_BLOCKED: call_ends (view, reader, event, DESK_END_BLOCKED); break;
  case DESK_EVENT_REPEATED: call_is_repeated (view); break;
  case DESK_EVENT_RELEASED: call_ends (view, reader, event, DESK_END_COMPLETED); break;
  case DESK_EVENT_MESSAGE_LOGGED:
    reader->logged = reader->written;
    view->logged_ms = event->t_ms;
    break;
  case DESK_EVENT_CALL_DUE:
  case DESK_EVENT_HOLD_REMINDER:
  case DESK_EVENT_STARTED:
  case DESK_EVENT_COMMAND_REJECTED:
  case DESK_EVENT_PAUSED:
  case DESK_EVENT_UNPAUSED:
  case DESK_EVENT_INTERRUPTED:
  case DESK_EVENT_FINISHED: break;
  }
}

static void
add_interruption (DeskShiftView *view, const DeskEvent *event)
{
  const DeskInterruption interruption = { event->t_ms, event->ms };

  g_array_append_val (view->interruptions, interruption);
}

static void
read_event (ShiftReader *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_FINISHED)
    self->view->finished = TRUE;
  if (event->type == DESK_EVENT_INTERRUPTED)
    add_interruption (self->view, event);
  if (event->type == DESK_EVENT_COMMAND_REJECTED || event->call == NULL)
    return;
  read_call_event (call_arrives (self, event->call, event->t_ms),
                   &self->readers[event->call->index], event);
}

/* A rejection directly follows the command that it answers. */
static gboolean
is_rejected (const GArray *records, guint n)
{
  const DeskRecord *next =
      n + 1 < records->len ? &g_array_index (records, DeskRecord, n + 1) : NULL;

  return next != NULL && !next->is_command && next->event.type == DESK_EVENT_COMMAND_REJECTED;
}

static void
read_slip (ShiftReader *self, const DeskCommand *command)
{
  if (command->type != DESK_COMMAND_DRAFT && command->type != DESK_COMMAND_MESSAGE)
    return;
  if (command->call != NULL && command->slip != NULL)
    self->readers[command->call->index].written = command->slip;
}

static void
read_records (ShiftReader *self, const GArray *records)
{
  for (guint n = 0; n < records->len; n++) {
    const DeskRecord *record = &g_array_index (records, DeskRecord, n);

    self->view->end_ms = record->t_ms;
    if (!record->is_command)
      read_event (self, &record->event);
    else if (!is_rejected (records, n))
      read_slip (self, &record->command);
  }
}

/* In a shift that was handed in or abandoned, the calls still to come count too. */
static void
add_calls_to_come (ShiftReader *self)
{
  for (guint n = 0; n < self->scenario->n_calls; n++)
    call_arrives (self, self->scenario->calls[n], -1);
}

static void
add_talks (DeskShiftView *view, const DeskCallView *call)
{
  for (guint n = 0; n < call->stretches->len; n++) {
    const DeskStretch *stretch = &g_array_index (call->stretches, DeskStretch, n);
    DeskTalk talk = { stretch->from_ms, stretch->to_ms, call->call };

    if (stretch->state == DESK_LINE_CONNECTED || stretch->state == DESK_LINE_CONSULTING)
      g_array_append_val (view->talks, talk);
  }
}

static gint
compare_talks (gconstpointer a, gconstpointer b)
{
  const DeskTalk *first = a;
  const DeskTalk *second = b;

  return (first->from_ms > second->from_ms) - (first->from_ms < second->from_ms);
}

static void
finish_reading (ShiftReader *self)
{
  DeskShiftView *view = self->view;

  if (view->finished)
    add_calls_to_come (self);
  for (guint n = 0; n < view->n_calls; n++) {
    DeskCallView *call = &view->calls[n];
    const CallReader *reader = &self->readers[call->call->index];

    close_stretch (call, view->end_ms);
    call->slip = reader->logged != NULL ? desk_slip_share (reader->logged) : NULL;
    if (reader->written != NULL && reader->written != reader->logged &&
        !desk_slip_is_blank (reader->written))
      call->unlogged = desk_slip_share (reader->written);
    add_talks (view, call);
  }
  g_array_sort (view->talks, compare_talks);
}

DeskShiftView *
desk_shift_view_new (const DeskRecording *recording)
{
  DeskShiftView *view = g_new0 (DeskShiftView, 1);
  g_autofree CallReader *readers = g_new0 (CallReader, recording->scenario->n_calls);
  ShiftReader reader = { view, recording->scenario, readers };

  view->calls = g_new0 (DeskCallView, recording->scenario->n_calls);
  view->interruptions = g_array_new (FALSE, FALSE, sizeof (DeskInterruption));
  view->talks = g_array_new (FALSE, FALSE, sizeof (DeskTalk));
  read_records (&reader, recording->records);
  finish_reading (&reader);
  return view;
}

void
desk_shift_view_free (DeskShiftView *self)
{
  if (self == NULL)
    return;
  for (guint n = 0; n < self->n_calls; n++) {
    g_array_unref (self->calls[n].stretches);
    g_array_unref (self->calls[n].sayings);
    g_array_unref (self->calls[n].heard);
    g_clear_pointer (&self->calls[n].read_back, g_ptr_array_unref);
    desk_slip_free (self->calls[n].slip);
    desk_slip_free (self->calls[n].unlogged);
  }
  g_array_unref (self->talks);
  g_array_unref (self->interruptions);
  g_free (self->calls);
  g_free (self);
}

const DeskSaying *
desk_call_view_last_said (const DeskCallView *view,
                          DeskPhraseId which,
                          const DeskPerson *to,
                          gint64 until_ms)
{
  for (guint n = view->sayings->len; n > 0; n--) {
    const DeskSaying *saying = &g_array_index (view->sayings, DeskSaying, n - 1);

    if (saying->phrase->which == which && saying->to == to && saying->t_ms <= until_ms)
      return saying;
  }
  return NULL;
}

/* How many talks began before `t_ms`. */
static guint
count_talks_before (const DeskShiftView *self, gint64 t_ms)
{
  guint low = 0;
  guint high = self->talks->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (self->talks, DeskTalk, middle).from_ms < t_ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean
desk_shift_view_talks_meanwhile (const DeskShiftView *self,
                                 const DeskCall *call,
                                 gint64 from_ms,
                                 gint64 to_ms)
{
  for (guint n = count_talks_before (self, to_ms); n > 0; n--) {
    const DeskTalk *talk = &g_array_index (self->talks, DeskTalk, n - 1);

    if (talk->to_ms <= from_ms)
      return FALSE;
    if (talk->call != call)
      return TRUE;
  }
  return FALSE;
}

guint
desk_call_view_count_ringings (const DeskCallView *view)
{
  guint n_ringings = 0;

  for (guint n = 0; n < view->stretches->len; n++) {
    const DeskStretch *stretch = &g_array_index (view->stretches, DeskStretch, n);

    if (view->answered_ms >= 0 && stretch->from_ms >= view->answered_ms)
      break;
    n_ringings += stretch->state == DESK_LINE_RINGING;
  }
  return n_ringings;
}

static gboolean
is_waiting (const DeskStretch *stretch)
{
  return stretch->state == DESK_LINE_HELD || stretch->state == DESK_LINE_CONSULTING;
}

gboolean
desk_call_view_next_wait (const DeskCallView *view, guint *n, gint64 *from_ms, gint64 *to_ms)
{
  const DeskStretch *stretches = (const DeskStretch *) (gpointer) view->stretches->data;
  guint last = view->stretches->len;

  while (*n < last && !is_waiting (&stretches[*n]))
    (*n)++;
  if (*n == last)
    return FALSE;

  *from_ms = stretches[*n].from_ms;
  while (*n < last && is_waiting (&stretches[*n]))
    *to_ms = stretches[(*n)++].to_ms;
  return TRUE;
}
