/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include "scoring/evidence.h"
#include "scoring/rubric.h"

#include <string.h>

/* A checklist item is one function, which says by returning FALSE that it does not apply. It reads
 * nothing but the view and never looks at another item. */

#define GREETING_LIMIT_MS 5000

/* Takes `evidence`. */
static void
mark (DeskCheck *check, gboolean full, gint64 t_ms, char *evidence)
{
  check->value = full ? 1 : 0;
  check->t_ms = t_ms;
  check->evidence = evidence;
}

static gboolean
check_greeting (const DeskJudge *judge, DeskCheck *check)
{
  const gint64 answered_ms = judge->view->answered_ms;
  const double limit_ms = GREETING_LIMIT_MS * judge->rubric->time_factor;
  char text[DESK_TIME_TEXT_SIZE];

  check->weight = 1;
  for (guint n = 0; n < judge->view->sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (judge->view->sayings, DeskSaying, n);
    const gint64 after_ms = saying->t_ms - answered_ms;
    const gboolean in_time = (double) after_ms <= limit_ms;

    if (saying->phrase->which != DESK_PHRASE_GREET || saying->to != NULL)
      continue;
    mark (check, in_time, saying->t_ms,
          desk_evidence_new (saying->t_ms, "greeted %s s after answering%s",
                             desk_seconds_text (text, after_ms), in_time ? "" : ", too late"));
    return TRUE;
  }
  mark (check, FALSE, answered_ms, desk_evidence_new (answered_ms, "answered without a greeting"));
  return TRUE;
}

static char *
achieved_evidence (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;

  switch (judge->judged) {
  case DESK_OUTCOME_TRANSFER:
    return desk_evidence_new (view->ended_ms, "put through to %s", view->got_by->name);
  case DESK_OUTCOME_MESSAGE:
    return desk_evidence_new (view->logged_ms, "message logged for %s",
                              judge->call->expect.to->name);
  case DESK_OUTCOME_INFORM:
    return desk_evidence_new (view->ended_ms, "released with the question answered");
  case DESK_OUTCOME_DECLINE: return desk_evidence_new (view->ended_ms, "ended politely");
  }
  return NULL;
}

static char *
wrong_release_evidence (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = judge->call->expect.to;
  const DeskPhrase *unsaid = desk_judge_left_unsaid (judge);

  switch (judge->judged) {
  case DESK_OUTCOME_TRANSFER:
    return desk_evidence_new (view->ended_ms, "released without being put through to %s", to->name);
  case DESK_OUTCOME_MESSAGE:
    if (view->slip == NULL)
      return desk_evidence_new (view->ended_ms, "released, and no message was logged for %s",
                                to->name);
    return desk_evidence_new (view->logged_ms, "message logged for \"%s\" instead of %s",
                              view->slip->to, to->name);
  case DESK_OUTCOME_INFORM:
    return desk_evidence_new (view->ended_ms, "released without saying \"%s\"",
                              unsaid != NULL ? unsaid->id : "");
  case DESK_OUTCOME_DECLINE:
    return desk_evidence_new (view->ended_ms, "released without a goodbye");
  }
  return NULL;
}

static char *
missed_evidence (const DeskJudge *judge)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = judge->call->expect.to;

  switch (view->end) {
  case DESK_END_COMPLETED: return wrong_release_evidence (judge);
  case DESK_END_TRANSFERRED:
    if (judge->judged == DESK_OUTCOME_TRANSFER)
      return desk_evidence_new (view->ended_ms, "put through to %s instead of %s",
                                view->got_by->name, to->name);
    return desk_evidence_new (view->ended_ms, "put through to %s, where \"%s\" was right",
                              view->got_by->name, desk_outcome_name (judge->judged));
  case DESK_END_ABANDONED_RINGING:
    return desk_evidence_new (view->ended_ms, "the caller gave up while it rang again");
  case DESK_END_ABANDONED_HOLD:
    return desk_evidence_new (view->ended_ms, "the caller gave up waiting");
  case DESK_END_ABANDONED_SILENCE:
    return desk_evidence_new (view->ended_ms, "the caller hung up because nobody spoke");
  case DESK_END_BLOCKED:
    return desk_evidence_new (view->ended_ms, "the caller rang again and found every line taken");
  case DESK_END_NONE: break;
  }
  return desk_evidence_new (-1, "the session ended before the call did");
}

static gboolean
check_outcome (const DeskJudge *judge, DeskCheck *check)
{
  const gboolean heavy =
      judge->judged == DESK_OUTCOME_TRANSFER || judge->judged == DESK_OUTCOME_INFORM;

  check->weight = heavy ? 3 : 2;
  if (judge->right)
    mark (check, TRUE, judge->view->ended_ms, achieved_evidence (judge));
  else
    mark (check, FALSE, judge->view->ended_ms, missed_evidence (judge));
  return TRUE;
}

/* A field that the caller does not have need not stand on the slip. */
static gboolean
can_be_read_back (const DeskCall *call, const DeskSlip *slip)
{
  const gboolean has_name = *call->caller.given != '\0' || *call->caller.surname != '\0';
  const gboolean has_phone = *call->caller.phone != '\0';

  return slip != NULL && (!has_name || *slip->name != '\0') && (!has_phone || *slip->phone != '\0');
}

static gboolean
name_and_phone_are_right (const DeskCall *call, const DeskSlip *slip)
{
  return slip != NULL && desk_slip_key_name_is_right (call->key, slip) &&
         desk_slip_key_phone_is_right (call->key, slip);
}

/* The last read-back of a slip with a name and a number on it, or else the last one. */
static const DeskSaying *
last_read_back (const DeskJudge *judge)
{
  const GArray *sayings = judge->view->sayings;
  const DeskSaying *last = NULL;

  for (guint n = sayings->len; n > 0; n--) {
    const DeskSaying *saying = &g_array_index (sayings, DeskSaying, n - 1);

    if (saying->phrase->which != DESK_PHRASE_READ_BACK || saying->to != NULL)
      continue;
    if (can_be_read_back (judge->call, saying->slip))
      return saying;
    if (last == NULL)
      last = saying;
  }
  return last;
}

static gboolean
check_read_back (const DeskJudge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = last_read_back (judge);
  const gint64 t_ms = saying != NULL ? saying->t_ms : view->ended_ms;

  if (judge->judged != DESK_OUTCOME_MESSAGE)
    return FALSE;

  check->weight = 2;
  if (saying == NULL)
    mark (check, FALSE, t_ms, desk_evidence_new (t_ms, "ended without a read-back"));
  else if (!can_be_read_back (judge->call, saying->slip))
    mark (check, FALSE, t_ms,
          desk_evidence_new (t_ms, "read back without a name and a number on the slip"));
  else if (name_and_phone_are_right (judge->call, saying->slip))
    mark (check, TRUE, t_ms, desk_evidence_new (t_ms, "read back, name and number right"));
  else if (name_and_phone_are_right (judge->call, view->slip))
    mark (check, TRUE, t_ms,
          desk_evidence_new (t_ms, "read back, name and number mended after it"));
  else
    mark (check, FALSE, t_ms, desk_evidence_new (t_ms, "read back with a wrong name or number"));
  return TRUE;
}

static gboolean
check_announced (const DeskJudge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = view->got_by != NULL ? view->got_by : judge->call->expect.to;
  const DeskSaying *saying;

  if (judge->judged != DESK_OUTCOME_TRANSFER || to == NULL || !to->screens_calls)
    return FALSE;

  check->weight = 2;
  saying = desk_call_view_last_said (view, DESK_PHRASE_ANNOUNCE, to, desk_judge_end_ms (judge));
  if (view->got_by == NULL)
    mark (check, FALSE, view->ended_ms, desk_evidence_new (view->ended_ms, "never put through"));
  else if (saying == NULL)
    mark (check, FALSE, view->ended_ms,
          desk_evidence_new (view->ended_ms, "put through to %s unannounced", to->name));
  else
    mark (check, TRUE, saying->t_ms, desk_evidence_new (saying->t_ms, "announced to %s", to->name));
  return TRUE;
}

static gboolean
check_told (const DeskJudge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = desk_judge_said (judge, DESK_PHRASE_TELL_TRANSFER);

  if (judge->judged != DESK_OUTCOME_TRANSFER)
    return FALSE;

  check->weight = 1;
  if (view->got_by == NULL)
    mark (check, FALSE, view->ended_ms, desk_evidence_new (view->ended_ms, "never put through"));
  else if (saying == NULL)
    mark (check, FALSE, view->ended_ms,
          desk_evidence_new (view->ended_ms, "put through without telling the caller"));
  else
    mark (check, TRUE, saying->t_ms,
          desk_evidence_new (saying->t_ms, "told the caller about the transfer"));
  return TRUE;
}

static gboolean
check_closing (const DeskJudge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = desk_judge_said (judge, DESK_PHRASE_GOODBYE);

  if (judge->judged == DESK_OUTCOME_TRANSFER)
    return FALSE;

  check->weight = 1;
  if (view->end != DESK_END_COMPLETED)
    mark (check, FALSE, view->ended_ms,
          desk_evidence_new (view->ended_ms, "the call was not ended with a goodbye"));
  else if (saying == NULL)
    mark (check, FALSE, view->ended_ms,
          desk_evidence_new (view->ended_ms, "released without a goodbye"));
  else
    mark (check, TRUE, saying->t_ms, desk_evidence_new (saying->t_ms, "said goodbye"));
  return TRUE;
}

static char *
hold_evidence (const DeskStretch *hold)
{
  switch (hold->leave) {
  case DESK_LEAVE_NOT_ASKED: return desk_evidence_new (hold->from_ms, "on hold without asking");
  case DESK_LEAVE_NOT_HEARD:
    return desk_evidence_new (hold->from_ms, "on hold before the caller had answered the question");
  case DESK_LEAVE_REFUSED:
    return desk_evidence_new (hold->from_ms, "on hold although the caller had said no");
  case DESK_LEAVE_GIVEN: break;
  }
  return desk_evidence_new (hold->from_ms, "on hold with the caller's leave");
}

static gboolean
check_hold_permission (const DeskJudge *judge, DeskCheck *check)
{
  const GArray *stretches = judge->view->stretches;
  const DeskStretch *decisive = NULL;

  for (guint n = 0; n < stretches->len; n++) {
    const DeskStretch *stretch = &g_array_index (stretches, DeskStretch, n);

    if (stretch->state != DESK_LINE_HELD)
      continue;
    if (decisive == NULL || decisive->leave == DESK_LEAVE_GIVEN)
      decisive = stretch;
  }
  if (decisive == NULL)
    return FALSE;

  check->weight = 1;
  mark (check, decisive->leave == DESK_LEAVE_GIVEN, decisive->from_ms, hold_evidence (decisive));
  return TRUE;
}

/* Full mark up to the target, nothing from twice the target on. */
static double
value_of_hold (double held_ms, double target_ms)
{
  if (held_ms <= target_ms)
    return 1;
  return held_ms < 2 * target_ms ? (2 * target_ms - held_ms) / target_ms : 0;
}

static gboolean
check_hold_length (const DeskJudge *judge, DeskCheck *check)
{
  const double target_ms =
      (double) judge->rubric->scenario->target_hold_ms * judge->rubric->time_factor;
  gint64 longest_ms = 0; /* a colleague who is busy comes back in no time: that is no wait */
  gint64 from_ms;
  gint64 to_ms;
  guint n = 0;
  char held[DESK_TIME_TEXT_SIZE];
  char allowed[DESK_TIME_TEXT_SIZE];

  while (desk_call_view_next_wait (judge->view, &n, &from_ms, &to_ms)) {
    if (to_ms - from_ms <= longest_ms)
      continue;
    longest_ms = to_ms - from_ms;
    check->t_ms = from_ms;
  }
  if (longest_ms == 0)
    return FALSE;

  check->weight = 1;
  check->value = value_of_hold ((double) longest_ms, target_ms);
  check->evidence = desk_evidence_new (check->t_ms, "left alone for %s s, %s s allowed",
                                       desk_seconds_text (held, longest_ms),
                                       desk_seconds_text (allowed, (gint64) target_ms));
  return TRUE;
}

/* The recall that decides: the first that was answered late or not at all, else the last. */
static const DeskStretch *
decisive_recall (const GArray *stretches, double limit_ms, gboolean *in_time)
{
  const DeskStretch *decisive = NULL;

  *in_time = TRUE;
  for (guint n = 0; n < stretches->len && *in_time; n++) {
    const DeskStretch *stretch = &g_array_index (stretches, DeskStretch, n);
    const gboolean answered = n + 1 < stretches->len && stretch[1].state == DESK_LINE_CONNECTED;

    if (stretch->state != DESK_LINE_RECALL)
      continue;
    decisive = stretch;
    *in_time = answered && (double) (stretch->to_ms - stretch->from_ms) <= limit_ms;
  }
  return decisive;
}

static gboolean
check_recall (const DeskJudge *judge, DeskCheck *check)
{
  const double limit_ms =
      (double) judge->rubric->scenario->target_recall_ms * judge->rubric->time_factor;
  const GArray *stretches = judge->view->stretches;
  gboolean in_time;
  const DeskStretch *recall = decisive_recall (stretches, limit_ms, &in_time);
  char text[DESK_TIME_TEXT_SIZE];

  if (recall == NULL)
    return FALSE;

  check->weight = 1;
  desk_seconds_text (text, recall->to_ms - recall->from_ms);
  if (in_time)
    mark (check, TRUE, recall->from_ms,
          desk_evidence_new (recall->from_ms, "came back, answered after %s s", text));
  else
    mark (check, FALSE, recall->from_ms,
          desk_evidence_new (recall->from_ms, "came back and rang for %s s", text));
  return TRUE;
}

typedef gboolean (*CheckFunc) (const DeskJudge *judge, DeskCheck *check);

static const CheckFunc check_funcs[DESK_N_ITEMS] = {
  [DESK_ITEM_GREETING] = check_greeting,
  [DESK_ITEM_OUTCOME] = check_outcome,
  [DESK_ITEM_READ_BACK] = check_read_back,
  [DESK_ITEM_ANNOUNCED] = check_announced,
  [DESK_ITEM_TOLD] = check_told,
  [DESK_ITEM_CLOSING] = check_closing,
  [DESK_ITEM_HOLD_PERMISSION] = check_hold_permission,
  [DESK_ITEM_HOLD_LENGTH] = check_hold_length,
  [DESK_ITEM_RECALL] = check_recall,
};

gboolean
desk_judge_item (const DeskJudge *judge, DeskItem item, DeskCheck *check)
{
  check->item = item;
  check->t_ms = -1;
  return check_funcs[item](judge, check);
}
