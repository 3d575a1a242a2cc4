/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The coach compares the plan of the ideal trainee with what has happened and advises the first step that
 * is not done. What to do with a call is thus decided in one place, plan.c, and whom to attend to in
 * another, attention.c. This file decides how a step is seen to be done, and adds what people need who
 * cannot read the scenario: finding out who is asked for, and writing while listening. */

#include "coaching/coach-talk.h"

#include "coaching/coach-ear.h"
#include "engine/attention.h"
#include "engine/autopilot.h"
#include "engine/dialogue.h"

/* The time it takes to ask a caller to hold, hear the answer and turn to another line. */
#define ASKING_MS 8000

typedef struct {
  DeskCoachCase of;
  const DeskPerson *chosen;
  const DeskPlan *plan;
  DeskAdvice *found;
} Talk;

/* The state of things. */

DeskPlan *
desk_coach_case_plan (const DeskCoachCase *of)
{
  const DeskManner *ideal = desk_trainee_manner (DESK_TRAINEE_IDEAL);
  DeskPlan *plan = desk_plan_new (of->scenario, of->call, ideal, of->state->now_ms);

  if (of->notes->could_not_take && of->call->expect.what == DESK_OUTCOME_TRANSFER)
    desk_plan_fall_back (plan, of->scenario, ideal);
  return plan;
}

static const DeskStep *
step_at (const DeskPlan *plan, guint n)
{
  return &g_array_index (plan->steps, DeskStep, n);
}

static gboolean
somebody_speaks (const DeskState *state, const DeskCoachNotes *notes, const DeskCallState *at)
{
  return (at->speaking && !desk_dialogue_is_prompt (at->speaking)) ||
         state->now_ms < desk_coach_notes_heard_out_ms (notes);
}

static const DeskPerson *
named (const DeskCoachCase *of)
{
  const DeskPerson *to = of->call->expect.to;

  return to && desk_ear_knows_person (of->notes, to) ? to : NULL;
}

/* A step of the plan. */

static gboolean
take (const Talk *talk, DeskAdviceKind kind, const DeskPerson *person)
{
  DeskAdvice advice = desk_coach_case_advise (&talk->of, kind);

  advice.person = person;
  return desk_coach_case_take (&talk->of, advice, talk->found);
}

static gboolean
take_say (const Talk *talk, DeskPhraseId which, DeskAdviceWhy why)
{
  return desk_coach_case_take (&talk->of, desk_coach_case_say (&talk->of, which, why), talk->found);
}

static gboolean
said (const Talk *talk, DeskPhraseId which)
{
  return desk_call_notes_said_builtin (talk->of.notes, which);
}

static gboolean
knows_every_fact (const DeskCoachCase *of)
{
  const DeskExpectation *expect = &of->call->expect;

  for (guint n = 0; n < expect->n_facts; n++)
    if (!desk_ear_knows_fact (of->notes, of->call, n, of->scenario->language))
      return FALSE;
  return expect->n_facts > 0;
}

/* The answer to the question is known already. A name that the caller spells must be heard spelled. */
static gboolean
is_answered (const Talk *talk, DeskPhraseId which)
{
  const DeskCoachCase *of = &talk->of;
  const DeskSlip *slip = of->at->slip;

  if (which == DESK_PHRASE_ASK_NAME)
    return (slip && *slip->name) ||
           desk_ear_knows_name (of->notes, of->call, of->scenario->language);
  if (which == DESK_PHRASE_ASK_NUMBER)
    return (slip && *slip->phone) || desk_ear_knows_phone (of->notes, of->scenario, of->call);
  return which == DESK_PHRASE_ASK_MATTER && knows_every_fact (of);
}

static gboolean
is_question (DeskPhraseId which)
{
  return which == DESK_PHRASE_ASK_NAME || which == DESK_PHRASE_ASK_SPELLING ||
         which == DESK_PHRASE_ASK_NUMBER || which == DESK_PHRASE_ASK_MATTER;
}

static gboolean
any_said_after (const Talk *talk, guint n)
{
  while (++n < talk->plan->steps->len) {
    const DeskStep *step = step_at (talk->plan, n);

    if (step->type == DESK_STEP_SAY && desk_call_notes_said (talk->of.notes, step->phrase))
      return TRUE;
  }
  return FALSE;
}

/* Whatever was heard is written down before the next question. */
static gboolean
take_question (const Talk *talk, guint n, DeskPhraseId which)
{
  DeskField field = which == DESK_PHRASE_ASK_NUMBER ? DESK_FIELD_NAME : DESK_FIELD_PHONE;

  if (which == DESK_PHRASE_ASK_NUMBER || which == DESK_PHRASE_ASK_MATTER) {
    if (desk_coach_look_at_slip (&talk->of, DESK_FIELD_SET (field), talk->found))
      return TRUE;
  }
  return !is_answered (talk, which) && !any_said_after (talk, n) &&
         take_say (talk, which, DESK_WHY_PLAIN);
}

static DeskAdviceWhy
why_offer_message (const Talk *talk)
{
  const DeskPerson *to = talk->of.call->expect.to;

  switch (desk_person_presence_at (to, talk->of.state->now_ms)) {
  case DESK_PRESENCE_AVAILABLE: break;
  case DESK_PRESENCE_AWAY: return DESK_WHY_AWAY;
  case DESK_PRESENCE_BUSY:
  case DESK_PRESENCE_DO_NOT_DISTURB: return DESK_WHY_ENGAGED;
  }
  return DESK_WHY_COULD_NOT;
}

static gboolean
take_offer (const Talk *talk)
{
  const DeskSlip *slip = talk->of.at->slip;
  DeskAdvice advice =
      desk_coach_case_say (&talk->of, DESK_PHRASE_OFFER_MESSAGE, why_offer_message (talk));

  advice.person = named (&talk->of);
  return !(slip && !desk_slip_is_blank (slip)) &&
         desk_coach_case_take (&talk->of, advice, talk->found);
}

/* Before the caller is told of a transfer, the trainee should know that it can be made. */
static gboolean
take_telling (const Talk *talk)
{
  const DeskPerson *to = named (&talk->of);

  if (talk->chosen != talk->of.call->expect.to && take (talk, DESK_ADVICE_LOOK_UP, to))
    return TRUE;
  return take_say (talk, DESK_PHRASE_TELL_TRANSFER, DESK_WHY_PLAIN);
}

static gboolean
take_phrase (const Talk *talk, guint n)
{
  const DeskPhrase *phrase = step_at (talk->plan, n)->phrase;
  DeskAdvice advice = desk_coach_case_advise (&talk->of, DESK_ADVICE_SAY);

  if (phrase->which == DESK_PHRASE_READ_BACK)
    return desk_coach_look_at_read_back (&talk->of, talk->found);
  if (is_question (phrase->which) && desk_call_notes_said (talk->of.notes, phrase))
    return FALSE;
  if (is_question (phrase->which))
    return take_question (talk, n, phrase->which);
  if (desk_call_notes_said (talk->of.notes, phrase))
    return FALSE;
  if (phrase->which == DESK_PHRASE_OFFER_MESSAGE)
    return take_offer (talk);
  if (phrase->which == DESK_PHRASE_TELL_TRANSFER)
    return take_telling (talk);
  advice.phrase = phrase;
  return desk_coach_case_take (&talk->of, advice, talk->found);
}

static gboolean
heard_own (const DeskCoachCase *of, const char *id)
{
  const DeskReply *reply = desk_call_find_reply (of->call, id);

  return reply && g_ptr_array_find (of->notes->heard, reply, NULL);
}

static gboolean
heard_business (const DeskCoachCase *of)
{
  return heard_own (of, "opening") || heard_own (of, "matter") || heard_own (of, "recipient");
}

/* An opening that was cut short is asked for again. If something else was said since, the caller is asked
 * what the call is about, and as a last resort greeted again. This cannot be waived. */
static gboolean
take_asking_again (const Talk *talk)
{
  DeskPhraseId which = DESK_PHRASE_GREET;

  if (talk->of.at->last_reply == desk_dialogue_opening (talk->of.call))
    which = DESK_PHRASE_ASK_REPEAT;
  else if (!said (talk, DESK_PHRASE_ASK_MATTER))
    which = DESK_PHRASE_ASK_MATTER;
  *talk->found = desk_coach_case_say (&talk->of, which, DESK_WHY_PLAIN);
  return TRUE;
}

/* The coach must not reveal what the call is about before the caller has said it. */
static gboolean
take_listening (const Talk *talk)
{
  const DeskCall *call = talk->of.call;

  if (!heard_business (&talk->of))
    return take_asking_again (talk);
  return call->expect.to && !named (&talk->of) && !said (talk, DESK_PHRASE_ASK_RECIPIENT) &&
         desk_call_find_reply (call, "recipient") &&
         take_say (talk, DESK_PHRASE_ASK_RECIPIENT, DESK_WHY_PLAIN);
}

/* Callers who spoke first need no greeting any more. */
static gboolean
take_greeting (const Talk *talk)
{
  if (!said (talk, DESK_PHRASE_GREET) && talk->of.notes->heard->len == 0) {
    *talk->found = desk_coach_case_say (&talk->of, DESK_PHRASE_GREET, DESK_WHY_PLAIN);
    return TRUE;
  }
  return take_listening (talk);
}

static gboolean
take_step (const Talk *talk, guint n)
{
  const DeskStep *step = step_at (talk->plan, n);

  switch (step->type) {
  case DESK_STEP_SAY:
    if (step->phrase->which == DESK_PHRASE_GREET)
      return take_greeting (talk);
    return take_phrase (talk, n);
  case DESK_STEP_DRAFT: return desk_coach_look_at_slip (&talk->of, DESK_EVERY_FIELD, talk->found);
  case DESK_STEP_TRANSFER: return take (talk, DESK_ADVICE_TRANSFER, named (&talk->of));
  case DESK_STEP_CONSULT: return take (talk, DESK_ADVICE_CONSULT, named (&talk->of));
  case DESK_STEP_RELEASE: return take (talk, DESK_ADVICE_RELEASE, NULL);
  case DESK_STEP_ANNOUNCE:
  case DESK_STEP_COMPLETE:
  case DESK_STEP_LOG: break;
  }
  return FALSE;
}

static gboolean
take_next_step (const Talk *talk, guint *n)
{
  for (*n = 0; *n < talk->plan->steps->len; (*n)++)
    if (take_step (talk, *n))
      return TRUE;
  return FALSE;
}

/* Other callers wait while the trainee talks. */

DeskAdvice
desk_coach_attend (const DeskState *state, guint line, DeskAdviceWhy why)
{
  DeskLineState is = desk_state_line (state, line);

  return (DeskAdvice){ .kind = is == DESK_LINE_HELD ? DESK_ADVICE_RESUME : DESK_ADVICE_ANSWER,
                       .why = why,
                       .urgent = why == DESK_WHY_LEAVES,
                       .line = line,
                       .call = desk_state_call_on_line (state, line) };
}

guint
desk_coach_leaves_soon (const DeskState *state)
{
  guint soonest = 0;

  for (guint line = 1; line <= state->scenario->n_lines; line++) {
    gint64 leaves_ms = desk_attention_leaves_ms (state, line);

    if (desk_attention_until_ms (state, line) < 0 || leaves_ms < 0 ||
        leaves_ms > state->now_ms + DESK_LEAVES_SOON_MS)
      continue;
    if (soonest == 0 || leaves_ms < desk_attention_leaves_ms (state, soonest))
      soonest = line;
  }
  return soonest;
}

/* The conversation goes on if the caller will not hold, and until something was done for them. */
static gboolean
turn_to (const Talk *talk, guint line, DeskAdviceWhy why)
{
  const DeskCallNotes *notes = talk->of.notes;
  DeskAdvice ask;

  if (notes->consent == DESK_CONSENT_GIVEN) {
    *talk->found =
        desk_coach_attend (talk->of.state, line, why == DESK_WHY_LEAVES ? why : DESK_WHY_AGREED);
    talk->found->urgent = TRUE;
    return TRUE;
  }
  if (notes->n_since_taken == 0 || notes->consent == DESK_CONSENT_REFUSED)
    return FALSE;
  ask = desk_coach_case_say (&talk->of, DESK_PHRASE_ASK_HOLD, why);
  ask.urgent = why == DESK_WHY_LEAVES;
  return desk_coach_case_take (&talk->of, ask, talk->found);
}

static gint64
remaining_ms (const Talk *talk, guint next)
{
  const DeskManner *steady = desk_trainee_manner (DESK_TRAINEE_STEADY);
  DeskPlan rest = *talk->plan;
  const DeskSlip *slip = talk->of.at->slip;
  gint64 typing_ms = 0;

  rest.next = next;
  if (rest.slip && !(slip && *slip->text))
    typing_ms = steady->typing_ms * (gint64) strlen (rest.slip->text);
  return typing_ms +
         desk_plan_remaining_ms (&rest, talk->of.scenario, talk->of.state->lengths, steady);
}

/* A waiting caller is taken in time but not earlier, since the present caller waits too. One who has
 * already agreed to hold is put on hold at once. */
static gboolean
take_others (const Talk *talk, guint next)
{
  const DeskState *state = talk->of.state;
  gint64 until_ms = 0;
  guint first = desk_attention_first (state, &until_ms);
  guint leaving = desk_coach_leaves_soon (state);

  if (leaving > 0)
    return turn_to (talk, leaving, DESK_WHY_LEAVES);
  if (first == 0)
    return FALSE;
  if (talk->of.notes->consent != DESK_CONSENT_GIVEN &&
      state->now_ms + MIN (remaining_ms (talk, next), ASKING_MS) <= until_ms)
    return FALSE;
  return turn_to (talk, first, DESK_WHY_OTHERS_WAIT);
}

/* With a caller, or a colleague, on the handset. */

static void
advise_talk (const Talk *talk)
{
  guint next;
  gboolean has_step = take_next_step (talk, &next);
  DeskAdvice others = { 0 };
  Talk aside = *talk;

  if (talk->of.notes->thanks_due && talk->of.notes->n_since_taken == 0) {
    take_say (talk, DESK_PHRASE_THANK_HOLDING, DESK_WHY_PLAIN);
    return;
  }
  aside.found = &others;
  if (has_step && talk->found->kind != DESK_ADVICE_RELEASE && take_others (&aside, next))
    *talk->found = others;
}

static DeskAdvice
advise_consultation (const DeskCoachCase *of)
{
  DeskAdvice advice = desk_coach_case_advise (of, DESK_ADVICE_CANCEL);
  const DeskPerson *to = of->call->expect.to;

  advice.person = of->at->colleague;
  if (advice.person != to || of->call->expect.what != DESK_OUTCOME_TRANSFER) {
    advice.why = DESK_WHY_WRONG_PERSON;
    return advice;
  }
  switch (of->at->colleague_state) {
  case DESK_COLLEAGUE_NONE:
  case DESK_COLLEAGUE_RINGING:
    if (desk_person_presence_at (to, of->state->now_ms) != DESK_PRESENCE_AWAY)
      return (DeskAdvice){ 0 };
    advice.why = DESK_WHY_AWAY;
    break;
  case DESK_COLLEAGUE_TALKING:
    advice = desk_coach_case_say (of, DESK_PHRASE_ANNOUNCE, DESK_WHY_PLAIN);
    advice.person = to;
    break;
  case DESK_COLLEAGUE_ACCEPTED: advice.kind = DESK_ADVICE_COMPLETE; break;
  case DESK_COLLEAGUE_REFUSED: advice.why = DESK_WHY_COULD_NOT; break;
  }
  return advice;
}

/* While somebody speaks the coach stays silent: cutting one caller short for another loses both. Only a
 * caller who has agreed to hold may be left at once, for one who is about to hang up. */
static void
advise_listening (const Talk *talk)
{
  guint leaving = desk_coach_leaves_soon (talk->of.state);

  if (leaving > 0 && talk->of.line > 0 && talk->of.notes->consent == DESK_CONSENT_GIVEN)
    turn_to (talk, leaving, DESK_WHY_LEAVES);
}

static gboolean
grows_impatient (const DeskState *state, guint line)
{
  gint64 leaves_ms = desk_attention_leaves_ms (state, line);

  return leaves_ms >= 0 && leaves_ms <= state->now_ms + DESK_LEAVES_SOON_MS;
}

DeskAdvice
desk_coach_advise_at_hand (const DeskState *state,
                           const DeskCoachNotes *notes,
                           const DeskPerson *chosen,
                           guint line)
{
  DeskCoachCase of = desk_coach_case (state, notes, desk_state_call_on_line (state, line));
  DeskAdvice found = { 0 };
  Talk talk = { .of = of, .chosen = chosen, .found = &found };
  DeskPlan *plan;

  if (somebody_speaks (state, notes, of.at)) {
    advise_listening (&talk);
    return found;
  }
  if (of.at->line_state == DESK_LINE_CONSULTING)
    return advise_consultation (&of);
  talk.plan = plan = desk_coach_case_plan (&of);
  advise_talk (&talk);
  desk_plan_free (plan);
  found.urgent |= grows_impatient (state, line);
  return found;
}
