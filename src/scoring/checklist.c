/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scoring/judge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/target.h"

/* Each item of the checklist is one function. It returns FALSE if the item does not apply. It reads nothing
 * but the view, and never another item. */

static double
target_ms_of (const DeskJudge *judge, DeskTarget target)
{
  return desk_target_ms (judge->rubric->scenario, target, judge->rubric->time_factor);
}

/* Takes `evidence` and `advice`. */
static void
mark (DeskCheck *check, double value, gint64 t_ms, DeskRemark *evidence, DeskRemark *advice)
{
  check->value = value;
  check->t_ms = t_ms;
  check->evidence = evidence;
  check->advice = advice;
}

static const DeskSaying *
first_greeting (const DeskCallView *view)
{
  for (guint n = 0; n < view->sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (view->sayings, DeskSaying, n);

    if (saying->phrase->which == DESK_PHRASE_GREET && saying->to == NULL)
      return saying;
  }
  return NULL;
}

static gboolean
check_greeting (const DeskJudge *judge, DeskCheck *check)
{
  const gint64 answered_ms = judge->view->answered_ms;
  const double limit_ms = target_ms_of (judge, DESK_TARGET_GREETING);
  const DeskSaying *saying = first_greeting (judge->view);
  const gint64 after_ms = saying != NULL ? saying->t_ms - answered_ms : 0;

  check->weight = 1;
  if (saying == NULL)
    mark (check, 0, answered_ms,
          desk_remark_plain (answered_ms, N_ ("answered without a greeting")),
          desk_remark_plain (-1, N_ ("Greet as soon as you answer, so that callers know whom they "
                                     "have reached.")));
  else if ((double) after_ms > limit_ms)
    mark (check, 0, saying->t_ms,
          desk_remark_new (saying->t_ms, N_ ("greeted {after} s after answering, too late"),
                           desk_fill_seconds ("after", after_ms)),
          desk_remark_new (-1,
                           N_ ("Greet before anything else, within {allowed} s of answering: "
                               "a silent line makes callers wonder."),
                           desk_fill_brief_seconds ("allowed", (gint64) limit_ms)));
  else
    mark (check, 1, saying->t_ms,
          desk_remark_new (saying->t_ms, N_ ("greeted {after} s after answering"),
                           desk_fill_seconds ("after", after_ms)),
          NULL);
  return TRUE;
}

static gboolean
check_outcome (const DeskJudge *judge, DeskCheck *check)
{
  const gboolean heavy =
      judge->judged == DESK_OUTCOME_TRANSFER || judge->judged == DESK_OUTCOME_INFORM;

  check->weight = heavy ? 3 : 2;
  check->value = judge->right ? 1 : 0;
  check->t_ms = judge->view->ended_ms;
  desk_judge_explain_outcome (judge, &check->evidence, &check->advice);
  return TRUE;
}

/* Whether the slip lacks a name that the caller has. */
static gboolean
lacks_name (const DeskCall *call, const DeskSlip *slip)
{
  const gboolean has_name = *call->caller.given != '\0' || *call->caller.surname != '\0';

  return has_name && (slip == NULL || *slip->name == '\0');
}

static gboolean
lacks_phone (const DeskCall *call, const DeskSlip *slip)
{
  return *call->caller.phone != '\0' && (slip == NULL || *slip->phone == '\0');
}

static gboolean
name_and_phone_are_right (const DeskCall *call, const DeskSlip *slip)
{
  return slip != NULL && desk_slip_key_name_is_right (call->key, slip) &&
         desk_slip_key_phone_is_right (call->key, slip);
}

/* The last read-back, which is the one judged. `complete`: whether any read-back was of a slip with both
 * name and number. */
static const DeskSaying *
last_read_back (const DeskJudge *judge, gboolean *complete)
{
  const GArray *sayings = judge->view->sayings;
  const DeskSaying *last = NULL;

  *complete = FALSE;
  for (guint n = 0; n < sayings->len; n++) {
    const DeskSaying *saying = &g_array_index (sayings, DeskSaying, n);

    if (saying->phrase->which != DESK_PHRASE_READ_BACK || saying->to != NULL)
      continue;
    last = saying;
    *complete |=
        !lacks_name (judge->call, saying->slip) && !lacks_phone (judge->call, saying->slip);
  }
  return last;
}

static void
mark_incomplete_read_back (const DeskJudge *judge, const DeskSaying *saying, DeskCheck *check)
{
  const gboolean no_name = lacks_name (judge->call, saying->slip);
  const gboolean no_phone = lacks_phone (judge->call, saying->slip);
  const char *evidence = no_name && no_phone
                             ? N_ ("read back without a name and a number on the slip")
                         : no_name ? N_ ("read back without a name on the slip")
                                   : N_ ("read back without a number on the slip");

  mark (check, 0, saying->t_ms, desk_remark_plain (saying->t_ms, evidence),
        desk_remark_plain (-1, N_ ("Write down name and number first, and then read them back.")));
}

static void
mark_read_back (const DeskJudge *judge, const DeskSaying *saying, DeskCheck *check)
{
  const gint64 t_ms = saying->t_ms;

  if (name_and_phone_are_right (judge->call, saying->slip))
    mark (check, 1, t_ms, desk_remark_plain (t_ms, N_ ("read back, name and number right")), NULL);
  else if (name_and_phone_are_right (judge->call, judge->view->slip))
    mark (check, 1, t_ms,
          desk_remark_plain (t_ms, N_ ("read back, name and number mended after it")), NULL);
  else
    mark (
        check, 0, t_ms, desk_remark_plain (t_ms, N_ ("read back with a wrong name or number")),
        desk_remark_plain (
            -1,
            N_ ("Wait for the caller's answer to the read-back, correct what is wrong on the slip, "
                "and read it back again.")));
}

static gboolean
check_read_back (const DeskJudge *judge, DeskCheck *check)
{
  const gint64 ended_ms = judge->view->ended_ms;
  gboolean complete;
  const DeskSaying *saying = last_read_back (judge, &complete);

  if (judge->judged != DESK_OUTCOME_MESSAGE)
    return FALSE;

  check->weight = 2;
  if (saying == NULL)
    mark (check, 0, ended_ms, desk_remark_plain (ended_ms, N_ ("ended without a read-back")),
          desk_remark_plain (-1, N_ ("Read name and number back before the caller hangs up: the "
                                     "caller hears a mistake that you cannot see.")));
  else if (!complete)
    mark_incomplete_read_back (judge, saying, check);
  else
    mark_read_back (judge, saying, check);
  return TRUE;
}

/* Marks what belongs before a transfer that was never made. There are no marks for it; `was_done` only
 * decides the wording. */
static void
mark_never_put_through (const DeskJudge *judge,
                        gboolean was_done,
                        const char *evidence,
                        const char *advice,
                        DeskCheck *check)
{
  const DeskPerson *to = judge->call->expect.to;
  const gint64 ended_ms = judge->view->ended_ms;

  if (desk_judge_could_not_take (judge))
    advice =
        N_ ("{colleague} could not take the call: a message that is right earns these points too.");
  else if (was_done)
    advice = N_ ("Nothing was missing but the transfer itself: complete it to {colleague}.");
  mark (check, 0, ended_ms,
        desk_remark_plain (ended_ms, was_done ? evidence : N_ ("never put through")),
        desk_remark_new (-1, advice, desk_fill_text ("colleague", to->name)));
}

static gboolean
check_announced (const DeskJudge *judge, DeskCheck *check)
{
  static const char advice[] = N_ ("Consult {colleague} and say who is calling, and about what, "
                                   "before you complete the transfer.");
  const DeskCallView *view = judge->view;
  const DeskPerson *to = view->got_by != NULL ? view->got_by : judge->call->expect.to;
  const DeskSaying *saying;

  if (judge->judged != DESK_OUTCOME_TRANSFER || to == NULL || !to->screens_calls)
    return FALSE;

  check->weight = 2;
  saying = desk_call_view_last_said (view, DESK_PHRASE_ANNOUNCE, to, desk_judge_end_ms (judge));
  if (view->got_by == NULL)
    mark_never_put_through (judge, saying != NULL,
                            N_ ("the call was announced, but never put through"), advice, check);
  else if (saying == NULL)
    mark (check, 0, view->ended_ms,
          desk_remark_new (view->ended_ms, N_ ("put through to {colleague} unannounced"),
                           desk_fill_text ("colleague", to->name)),
          desk_remark_new (-1, advice, desk_fill_text ("colleague", to->name)));
  else
    mark (check, 1, saying->t_ms,
          desk_remark_new (saying->t_ms, N_ ("announced to {colleague}"),
                           desk_fill_text ("colleague", to->name)),
          NULL);
  return TRUE;
}

static gboolean
check_told (const DeskJudge *judge, DeskCheck *check)
{
  static const char advice[] =
      N_ ("Tell the caller whom you are putting them through to before you "
          "do it: a new voice should be no surprise.");
  const DeskCallView *view = judge->view;
  const DeskSaying *saying = desk_judge_said (judge, DESK_PHRASE_TELL_TRANSFER);

  if (judge->judged != DESK_OUTCOME_TRANSFER)
    return FALSE;

  check->weight = 1;
  if (view->got_by == NULL)
    mark_never_put_through (judge, saying != NULL,
                            N_ ("the caller was told, but never put through"), advice, check);
  else if (saying == NULL)
    mark (check, 0, view->ended_ms,
          desk_remark_plain (view->ended_ms, N_ ("put through without telling the caller")),
          desk_remark_plain (-1, advice));
  else
    mark (check, 1, saying->t_ms,
          desk_remark_plain (saying->t_ms, N_ ("told the caller about the transfer")), NULL);
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
    mark (check, 0, view->ended_ms,
          desk_remark_plain (view->ended_ms, N_ ("the call was not ended with a goodbye")),
          desk_remark_plain (-1, N_ ("The caller should be there to hear a goodbye: keep the call "
                                     "going until you can say it.")));
  else if (saying == NULL)
    mark (check, 0, view->ended_ms,
          desk_remark_plain (view->ended_ms, N_ ("released without a goodbye")),
          desk_remark_plain (-1, N_ ("End every call with a goodbye, and release the line only "
                                     "after it.")));
  else
    mark (check, 1, saying->t_ms, desk_remark_plain (saying->t_ms, N_ ("said goodbye")), NULL);
  return TRUE;
}

static const char *
hold_evidence (DeskLeave leave)
{
  switch (leave) {
  case DESK_LEAVE_NOT_ASKED: return N_ ("on hold without asking");
  case DESK_LEAVE_NOT_HEARD: return N_ ("on hold before the caller had answered the question");
  case DESK_LEAVE_REFUSED: return N_ ("on hold although the caller had said no");
  case DESK_LEAVE_GIVEN: return N_ ("on hold with the caller's leave");
  }
  return "";
}

static const char *
hold_advice (DeskLeave leave)
{
  switch (leave) {
  case DESK_LEAVE_NOT_ASKED:
    return N_ ("You put {caller} on hold for {held} s without asking; ask first, and come back "
               "within {allowed} s.");
  case DESK_LEAVE_NOT_HEARD:
    return N_ ("You asked {caller} to hold but did not wait for the answer; hear it, and only then "
               "press Hold.");
  case DESK_LEAVE_REFUSED:
    return N_ ("{caller} had said no and was on hold for {held} s all the same; help at once, or "
               "offer to take a message.");
  case DESK_LEAVE_GIVEN: break;
  }
  return NULL;
}

/* The hold that decides: the longest without leave, or else the longest. */
static const DeskStretch *
decisive_hold (const GArray *stretches)
{
  const DeskStretch *decisive = NULL;

  for (guint n = 0; n < stretches->len; n++) {
    const DeskStretch *stretch = &g_array_index (stretches, DeskStretch, n);
    const gboolean is_given = stretch->leave == DESK_LEAVE_GIVEN;

    if (stretch->state != DESK_LINE_HELD)
      continue;
    if (decisive == NULL || (decisive->leave == DESK_LEAVE_GIVEN && !is_given) ||
        ((decisive->leave == DESK_LEAVE_GIVEN) == is_given &&
         stretch->to_ms - stretch->from_ms > decisive->to_ms - decisive->from_ms))
      decisive = stretch;
  }
  return decisive;
}

static gboolean
check_hold_permission (const DeskJudge *judge, DeskCheck *check)
{
  const DeskStretch *hold = decisive_hold (judge->view->stretches);
  const char *advice;

  if (hold == NULL)
    return FALSE;

  check->weight = 1;
  advice = hold_advice (hold->leave);
  mark (check, hold->leave == DESK_LEAVE_GIVEN, hold->from_ms,
        desk_remark_plain (hold->from_ms, hold_evidence (hold->leave)),
        advice == NULL ? NULL : desk_judge_advise (judge, advice, hold->to_ms - hold->from_ms));
  return TRUE;
}

/* Full marks up to the target, falling to none at twice the target. */
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
  const double target_ms = target_ms_of (judge, DESK_TARGET_HOLD);
  gint64 longest_ms = 0; /* a busy colleague sends the caller back at once: no wait */
  gint64 from_ms;
  gint64 to_ms;
  guint n = 0;

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
  check->evidence =
      isfinite (target_ms)
          ? desk_remark_new (check->t_ms, N_ ("left alone for {held} s, {allowed} s allowed"),
                             desk_fill_seconds ("held", longest_ms),
                             desk_fill_seconds ("allowed", (gint64) target_ms))
          : desk_remark_new (check->t_ms, N_ ("left alone for {held} s, without a limit"),
                             desk_fill_seconds ("held", longest_ms));
  if (check->value < 1)
    check->advice = desk_judge_advise (
        judge,
        N_ ("You left {caller} alone for {held} s; come back within {allowed} s, tell them "
            "how things stand and ask again."),
        longest_ms);
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
  const double limit_ms = target_ms_of (judge, DESK_TARGET_RECALL);
  const GArray *stretches = judge->view->stretches;
  gboolean in_time;
  const DeskStretch *recall = decisive_recall (stretches, limit_ms, &in_time);

  if (recall == NULL)
    return FALSE;

  check->weight = 1;
  mark (check, in_time, recall->from_ms,
        desk_remark_new (recall->from_ms,
                         in_time ? N_ ("came back, answered after {rang} s")
                                 : N_ ("came back and rang for {rang} s"),
                         desk_fill_seconds ("rang", recall->to_ms - recall->from_ms)),
        in_time ? NULL
                : desk_remark_new (-1,
                                   N_ ("Take a call that comes back within {allowed} s, before "
                                       "a new one: that caller has waited already."),
                                   desk_fill_brief_seconds ("allowed", (gint64) limit_ms)));
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
