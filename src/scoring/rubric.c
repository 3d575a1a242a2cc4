/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/rubric.h"

#include "scoring/evidence.h"

#include <string.h>

/* The order of judging: what the call came to, which outcome it is therefore judged by, then each
 * item of that outcome's checklist, the message, and last the sum with its caps.
 *
 * A checklist item is one function, which says by returning FALSE that it does not apply. It reads
 * nothing but the view and never looks at another item. */

#define GREETING_LIMIT_MS 5000
#define WRONG_OUTCOME_CAP 50.0
#define CRITICAL_CAP 25.0

typedef struct {
  const DeskRubric *rubric;
  const DeskCallView *view;
  const DeskCall *call;
  DeskOutcome judged;
  gboolean right;
} Judge;

/* What happened up to the call's end, or up to the end of the session for a call without one. */
static gint64
end_of (const DeskCallView *view)
{
  return view->ended_ms >= 0 ? view->ended_ms : G_MAXINT64;
}

static const DeskSaying *
said (const Judge *judge, DeskPhraseId which)
{
  return desk_call_view_last_said (judge->view, which, NULL, end_of (judge->view));
}

static gboolean
said_own_phrase (const DeskCallView *view, const DeskPhrase *phrase)
{
  for (guint n = 0; n < view->sayings->len; n++) {
    if (g_array_index (view->sayings, DeskSaying, n).phrase == phrase)
      return TRUE;
  }
  return FALSE;
}

/* The first phrase of `say` that was never said, or NULL. */
static const DeskPhrase *
left_unsaid (const Judge *judge)
{
  const DeskPhrase *const *say = judge->call->expect.say;

  for (guint n = 0; say != NULL && say[n] != NULL; n++) {
    if (!said_own_phrase (judge->view, say[n]))
      return say[n];
  }
  return NULL;
}

static gboolean
has_right_slip (const Judge *judge)
{
  const DeskPerson *to = judge->call->expect.to;

  return judge->view->slip != NULL && to != NULL && strcmp (judge->view->slip->to, to->id) == 0;
}

static gboolean
outcome_is_achieved (const Judge *judge, DeskOutcome what)
{
  const DeskCallView *view = judge->view;

  if (what == DESK_OUTCOME_TRANSFER)
    return view->end == DESK_END_TRANSFERRED && view->got_by == judge->call->expect.to;
  if (view->end != DESK_END_COMPLETED)
    return FALSE;

  switch (what) {
  case DESK_OUTCOME_MESSAGE: return has_right_slip (judge);
  case DESK_OUTCOME_INFORM: return left_unsaid (judge) == NULL;
  case DESK_OUTCOME_DECLINE: return said (judge, DESK_PHRASE_GOODBYE) != NULL;
  case DESK_OUTCOME_TRANSFER: break;
  }
  return FALSE;
}

/* Whether the person expected could not take the call at some moment between answer and release:
 * known from the scenario for presence, from the call itself for a colleague who was busy, refused
 * or let it ring. */
static gboolean
person_could_not_take (const DeskCallView *view)
{
  const DeskPerson *to = view->call->expect.to;
  const gint64 end_ms = end_of (view);
  gint64 from_ms;
  gint64 t_ms = view->answered_ms;

  if (view->not_taken_ms >= 0)
    return TRUE;
  while (to != NULL && t_ms >= 0 && t_ms <= end_ms) {
    if (desk_person_presence_at (to, t_ms) != DESK_PRESENCE_AVAILABLE)
      return TRUE;
    desk_person_presence_span (to, t_ms, &from_ms, &t_ms);
  }
  return FALSE;
}

static void
judge_outcome (Judge *judge)
{
  const DeskExpectation *expect = &judge->call->expect;

  judge->judged = expect->what;
  judge->right = outcome_is_achieved (judge, expect->what);
  if (judge->right || expect->what != DESK_OUTCOME_TRANSFER || !person_could_not_take (judge->view))
    return;
  if (outcome_is_achieved (judge, expect->otherwise)) {
    judge->judged = expect->otherwise;
    judge->right = TRUE;
  }
}

static DeskOutcome
kind_of_release (const Judge *judge)
{
  const DeskPhrase *const *say = judge->call->expect.say;

  if (judge->right)
    return judge->judged;
  if (judge->view->slip != NULL)
    return DESK_OUTCOME_MESSAGE;
  for (guint n = 0; say != NULL && say[n] != NULL; n++) {
    if (said_own_phrase (judge->view, say[n]))
      return DESK_OUTCOME_INFORM;
  }
  return DESK_OUTCOME_DECLINE;
}

static const char *
outcome_text (const Judge *judge)
{
  switch (judge->view->end) {
  case DESK_END_NONE: return "unfinished";
  case DESK_END_COMPLETED: return desk_outcome_name (kind_of_release (judge));
  case DESK_END_TRANSFERRED: return desk_outcome_name (DESK_OUTCOME_TRANSFER);
  case DESK_END_ABANDONED_RINGING: return "abandoned_ringing";
  case DESK_END_ABANDONED_HOLD: return "abandoned_hold";
  case DESK_END_ABANDONED_SILENCE: return "abandoned_silence";
  case DESK_END_BLOCKED: return "blocked";
  }
  return "unfinished";
}

static void
full_mark (DeskCheck *check, gint64 t_ms, char *evidence)
{
  check->value = 1;
  check->t_ms = t_ms;
  check->evidence = evidence;
}

static void
no_mark (DeskCheck *check, gint64 t_ms, char *evidence)
{
  check->value = 0;
  check->t_ms = t_ms;
  check->evidence = evidence;
}

static gboolean
check_greeting (const Judge *judge, DeskCheck *check)
{
  const gint64 answered_ms = judge->view->answered_ms;
  const double limit_ms = GREETING_LIMIT_MS * judge->rubric->time_factor;
  char text[DESK_TIME_TEXT_SIZE];

  check->weight = 1;
  for (guint n = 0; n < judge->view->sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (judge->view->sayings, DeskSaying, n);
    const gint64 after_ms = saying->t_ms - answered_ms;
    char *evidence;

    if (saying->phrase->which != DESK_PHRASE_GREET || saying->to != NULL)
      continue;
    evidence = desk_evidence_new (saying->t_ms, "greeted %s s after answering",
                                  desk_seconds_text (text, after_ms));
    if ((double) after_ms <= limit_ms)
      full_mark (check, saying->t_ms, evidence);
    else
      no_mark (check, saying->t_ms, evidence);
    return TRUE;
  }
  no_mark (check, answered_ms, desk_evidence_new (answered_ms, "answered without a greeting"));
  return TRUE;
}

static char *
achieved_evidence (const Judge *judge)
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
wrong_release_evidence (const Judge *judge)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = judge->call->expect.to;
  const DeskPhrase *unsaid = left_unsaid (judge);

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
missed_evidence (const Judge *judge)
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
check_outcome (const Judge *judge, DeskCheck *check)
{
  const gboolean heavy =
      judge->judged == DESK_OUTCOME_TRANSFER || judge->judged == DESK_OUTCOME_INFORM;

  check->weight = heavy ? 3 : 2;
  if (judge->right)
    full_mark (check, judge->view->ended_ms, achieved_evidence (judge));
  else
    no_mark (check, judge->view->ended_ms, missed_evidence (judge));
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
last_read_back (const Judge *judge)
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
check_read_back (const Judge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = last_read_back (judge);
  const gint64 t_ms = saying != NULL ? saying->t_ms : view->ended_ms;

  if (judge->judged != DESK_OUTCOME_MESSAGE)
    return FALSE;

  check->weight = 2;
  if (saying == NULL)
    no_mark (check, t_ms, desk_evidence_new (t_ms, "ended without a read-back"));
  else if (!can_be_read_back (judge->call, saying->slip))
    no_mark (check, t_ms,
             desk_evidence_new (t_ms, "read back without a name and a number on the slip"));
  else if (name_and_phone_are_right (judge->call, saying->slip))
    full_mark (check, t_ms, desk_evidence_new (t_ms, "read back, name and number right"));
  else if (name_and_phone_are_right (judge->call, view->slip))
    full_mark (check, t_ms, desk_evidence_new (t_ms, "read back, name and number mended after it"));
  else
    no_mark (check, t_ms, desk_evidence_new (t_ms, "read back with a wrong name or number"));
  return TRUE;
}

static gboolean
check_announced (const Judge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskPerson *to = view->got_by != NULL ? view->got_by : judge->call->expect.to;
  const DeskSaying *saying;

  if (judge->judged != DESK_OUTCOME_TRANSFER || to == NULL || !to->screens_calls)
    return FALSE;

  check->weight = 2;
  saying = desk_call_view_last_said (view, DESK_PHRASE_ANNOUNCE, to, end_of (view));
  if (view->got_by == NULL)
    no_mark (check, view->ended_ms, desk_evidence_new (view->ended_ms, "never put through"));
  else if (saying == NULL)
    no_mark (check, view->ended_ms,
             desk_evidence_new (view->ended_ms, "put through to %s unannounced", to->name));
  else
    full_mark (check, saying->t_ms, desk_evidence_new (saying->t_ms, "announced to %s", to->name));
  return TRUE;
}

static gboolean
check_told (const Judge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = said (judge, DESK_PHRASE_TELL_TRANSFER);

  if (judge->judged != DESK_OUTCOME_TRANSFER)
    return FALSE;

  check->weight = 1;
  if (view->got_by == NULL)
    no_mark (check, view->ended_ms, desk_evidence_new (view->ended_ms, "never put through"));
  else if (saying == NULL)
    no_mark (check, view->ended_ms,
             desk_evidence_new (view->ended_ms, "put through without telling the caller"));
  else
    full_mark (check, saying->t_ms,
               desk_evidence_new (saying->t_ms, "told the caller about the transfer"));
  return TRUE;
}

static gboolean
check_closing (const Judge *judge, DeskCheck *check)
{
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = said (judge, DESK_PHRASE_GOODBYE);

  if (judge->judged == DESK_OUTCOME_TRANSFER)
    return FALSE;

  check->weight = 1;
  if (view->end != DESK_END_COMPLETED)
    no_mark (check, view->ended_ms,
             desk_evidence_new (view->ended_ms, "the call was not ended with a goodbye"));
  else if (saying == NULL)
    no_mark (check, view->ended_ms,
             desk_evidence_new (view->ended_ms, "released without a goodbye"));
  else
    full_mark (check, saying->t_ms, desk_evidence_new (saying->t_ms, "said goodbye"));
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
check_hold_permission (const Judge *judge, DeskCheck *check)
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
  if (decisive->leave == DESK_LEAVE_GIVEN)
    full_mark (check, decisive->from_ms, hold_evidence (decisive));
  else
    no_mark (check, decisive->from_ms, hold_evidence (decisive));
  return TRUE;
}

double
desk_rubric_hold_length (double held_ms, double target_ms)
{
  if (held_ms <= target_ms)
    return 1;
  return held_ms < 2 * target_ms ? (2 * target_ms - held_ms) / target_ms : 0;
}

static gboolean
check_hold_length (const Judge *judge, DeskCheck *check)
{
  const double target_ms =
      (double) judge->rubric->scenario->target_hold_ms * judge->rubric->time_factor;
  gint64 longest_ms = -1;
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
  if (longest_ms < 0)
    return FALSE;

  check->weight = 1;
  check->value = desk_rubric_hold_length ((double) longest_ms, target_ms);
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
check_recall (const Judge *judge, DeskCheck *check)
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
    full_mark (check, recall->from_ms,
               desk_evidence_new (recall->from_ms, "came back, answered after %s s", text));
  else
    no_mark (check, recall->from_ms,
             desk_evidence_new (recall->from_ms, "came back and rang for %s s", text));
  return TRUE;
}

typedef gboolean (*CheckFunc) (const Judge *judge, DeskCheck *check);

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

double
desk_rubric_response (double waited_ms, double target_ms)
{
  if (waited_ms <= target_ms)
    return 1;
  return waited_ms < 3 * target_ms ? (3 * target_ms - waited_ms) / (2 * target_ms) : 0;
}

static void
judge_response (const Judge *judge, DeskCallScore *score)
{
  const gint64 waited_ms = judge->view->answered_ms - judge->view->rang_ms;
  const double target_ms =
      (double) judge->rubric->scenario->target_answer_ms * judge->rubric->time_factor;

  score->response_seconds = (double) waited_ms / 1000;
  score->response_value = desk_rubric_response ((double) waited_ms, target_ms);
}

static void
judge_handling (const Judge *judge, DeskCallScore *score)
{
  DeskCheck checks[DESK_N_ITEMS] = { { 0 } };
  double earned = 0;
  double possible = 0;

  for (guint item = 0; item < DESK_N_ITEMS; item++) {
    DeskCheck *check = &checks[score->n_checks];

    check->item = (DeskItem) item;
    check->t_ms = -1;
    if (!check_funcs[item](judge, check))
      continue;
    earned += check->weight * check->value;
    possible += check->weight;
    score->n_checks++;
  }
  score->handling_value = earned / possible;
  score->checks = g_memdup2 (checks, score->n_checks * sizeof *checks);
}

static void
judge_message (const Judge *judge, DeskCallScore *score)
{
  score->message_applies = judge->judged == DESK_OUTCOME_MESSAGE;
  if (score->message_applies)
    score->message = desk_slip_key_score (judge->call->key, judge->view->slip);
}

static const DeskFactScore *
critical_fact (const DeskSlipScore *message)
{
  for (gsize n = 0; message != NULL && n < message->n_facts; n++) {
    if (message->facts[n].critical && message->facts[n].value < 1)
      return &message->facts[n];
  }
  return NULL;
}

static void
judge_critical (const Judge *judge, DeskCallScore *score)
{
  const GArray *sayings = judge->view->sayings;
  const DeskFactScore *fact = critical_fact (score->message);

  for (guint n = 0; n < sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (sayings, DeskSaying, n);

    if (!saying->phrase->critical)
      continue;
    score->critical = TRUE;
    score->critical_evidence =
        desk_evidence_new (saying->t_ms, "said what must not be said: %s", saying->phrase->label);
    return;
  }
  if (fact == NULL)
    return;
  score->critical = TRUE;
  score->critical_evidence =
      desk_evidence_new (judge->view->logged_ms, "critical fact %s: %s",
                         fact->value < 0 ? "contradicted" : "missing", fact->fact);
}

/* The parts weighed together, before any cap; where no part that applies has a weight there is
 * nothing to withhold points for. */
static double
sum_of_parts (const DeskScenario *scenario, const DeskCallScore *score)
{
  double earned = scenario->weight_response * score->response_value +
                  scenario->weight_handling * score->handling_value;
  double possible = scenario->weight_response + scenario->weight_handling;

  if (score->message_applies) {
    earned += scenario->weight_message * score->message->value;
    possible += scenario->weight_message;
  }
  return possible > 0 ? 100 * earned / possible : 100;
}

static double
call_points (const DeskScenario *scenario, const DeskCallScore *score)
{
  double points;

  if (!score->answered || score->end == DESK_END_BLOCKED || score->end == DESK_END_NONE)
    return 0;
  points = sum_of_parts (scenario, score);
  if (!score->outcome_right)
    points = MIN (points, WRONG_OUTCOME_CAP);
  if (score->critical)
    points = MIN (points, CRITICAL_CAP);
  return points;
}

void
desk_rubric_judge (const DeskRubric *rubric, const DeskCallView *view, DeskCallScore *score)
{
  Judge judge = { .rubric = rubric, .view = view, .call = view->call };

  judge_outcome (&judge);
  score->call = view->call;
  score->view = view;
  score->end = view->end;
  score->answered = view->answered_ms >= 0;
  score->outcome = outcome_text (&judge);
  score->outcome_right = judge.right;
  score->judged = judge.judged;
  score->ringing_ms = view->rang_ms;
  score->answered_ms = view->answered_ms;
  score->ended_ms = view->ended_ms;
  score->slip = view->slip;
  score->logged_ms = view->logged_ms;
  if (score->answered) {
    judge_response (&judge, score);
    judge_handling (&judge, score);
    judge_message (&judge, score);
    judge_critical (&judge, score);
  }
  score->score = call_points (rubric->scenario, score);
}

void
desk_call_score_clear (DeskCallScore *score)
{
  for (guint n = 0; n < score->n_checks; n++)
    g_free (score->checks[n].evidence);
  g_clear_pointer (&score->checks, g_free);
  g_clear_pointer (&score->message, desk_slip_score_free);
  g_clear_pointer (&score->critical_evidence, g_free);
}
