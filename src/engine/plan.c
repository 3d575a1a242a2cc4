/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "engine/plan.h"

/* How much of the model note a hurried trainee writes. */
#define WORDS_OF_A_HURRIED_NOTE 6

static void
add (DeskPlan *self, DeskStep step)
{
  g_array_append_val (self->steps, step);
}

static void
say (DeskPlan *self, const DeskScenario *scenario, DeskPhraseId which)
{
  add (self, (DeskStep){ .type = DESK_STEP_SAY, .phrase = scenario->phrases[which] });
}

/* Asks only if the author gave the caller an answer. */
static void
ask (DeskPlan *self, const DeskScenario *scenario, DeskPhraseId which)
{
  const DeskPhrase *phrase = scenario->phrases[which];

  if (phrase->reply && desk_call_find_reply (self->call, phrase->reply))
    say (self, scenario, which);
}

/* Swaps two neighbouring digits that differ, from the end: a typical slip of somebody in a hurry. */
static void
swap_digits (char *phone)
{
  for (gsize i = strlen (phone); i > 1; i--) {
    char *a = &phone[i - 2];
    char *b = &phone[i - 1];

    if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b) && *a != *b) {
      char kept = *a;

      *a = *b;
      *b = kept;
      return;
    }
  }
}

static void
shorten (char *text, guint words)
{
  for (char *at = text; *at; at++) {
    if (*at == ' ' && --words == 0) {
      *at = '\0';
      return;
    }
  }
}

static DeskSlip *
write_slip (const DeskCall *call, const DeskManner *manner)
{
  DeskSlip *slip = desk_slip_new ();
  const DeskCaller *caller = &call->caller;
  g_autofree char *name = g_strjoin (" ", caller->given, caller->surname, NULL);

  g_free (slip->to);
  g_free (slip->name);
  g_free (slip->organisation);
  g_free (slip->phone);
  g_free (slip->text);
  slip->to = g_strdup (call->expect.to ? call->expect.to->id : "");
  slip->name = g_strdup (g_strstrip (name));
  slip->organisation = g_strdup (caller->organisation);
  slip->phone = g_strdup (caller->phone);
  slip->text = g_strdup (call->expect.message);
  slip->ticks = call->expect.ticks;
  if (manner->slips) {
    swap_digits (slip->phone);
    shorten (slip->text, WORDS_OF_A_HURRIED_NOTE);
  }
  return slip;
}

static void
plan_message (DeskPlan *self, const DeskScenario *scenario, const DeskManner *manner)
{
  desk_slip_free (self->slip); /* of a plan that fell back before */
  self->slip = write_slip (self->call, manner);
  if (manner->asks) {
    ask (self, scenario,
         self->call->caller.spells_name ? DESK_PHRASE_ASK_SPELLING : DESK_PHRASE_ASK_NAME);
    ask (self, scenario, DESK_PHRASE_ASK_NUMBER);
    ask (self, scenario, DESK_PHRASE_ASK_MATTER);
  }
  add (self, (DeskStep){ .type = DESK_STEP_DRAFT });
  if (manner->reads_back)
    say (self, scenario, DESK_PHRASE_READ_BACK);
  say (self, scenario, DESK_PHRASE_GOODBYE);
  add (self, (DeskStep){ .type = DESK_STEP_RELEASE });
  add (self, (DeskStep){ .type = DESK_STEP_LOG });
}

static void
plan_transfer (DeskPlan *self, const DeskScenario *scenario, const DeskManner *manner)
{
  const DeskPerson *to = self->call->expect.to;

  if (manner->announces)
    say (self, scenario, DESK_PHRASE_TELL_TRANSFER);
  if (!to->screens_calls || !manner->announces) {
    add (self, (DeskStep){ .type = DESK_STEP_TRANSFER, .to = to });
    return;
  }
  add (self, (DeskStep){ .type = DESK_STEP_CONSULT, .to = to });
  add (self,
       (DeskStep){ .type = DESK_STEP_ANNOUNCE, .phrase = scenario->phrases[DESK_PHRASE_ANNOUNCE] });
  add (self, (DeskStep){ .type = DESK_STEP_COMPLETE });
}

static void
plan_goodbye (DeskPlan *self, const DeskScenario *scenario)
{
  say (self, scenario, DESK_PHRASE_GOODBYE);
  add (self, (DeskStep){ .type = DESK_STEP_RELEASE });
}

static void
plan_outcome (DeskPlan *self,
              const DeskScenario *scenario,
              const DeskManner *manner,
              DeskOutcome outcome)
{
  switch (outcome) {
  case DESK_OUTCOME_TRANSFER: plan_transfer (self, scenario, manner); break;
  case DESK_OUTCOME_MESSAGE: plan_message (self, scenario, manner); break;
  case DESK_OUTCOME_INFORM:
    for (guint i = 0; self->call->expect.say[i]; i++)
      add (self, (DeskStep){ .type = DESK_STEP_SAY, .phrase = self->call->expect.say[i] });
    plan_goodbye (self, scenario);
    break;
  case DESK_OUTCOME_DECLINE: plan_goodbye (self, scenario); break;
  }
}

DeskPlan *
desk_plan_new (const DeskScenario *scenario,
               const DeskCall *call,
               const DeskManner *manner,
               gint64 now_ms)
{
  DeskPlan *self = g_new0 (DeskPlan, 1);
  const DeskExpectation *expect = &call->expect;

  self->call = call;
  self->steps = g_array_new (FALSE, FALSE, sizeof (DeskStep));
  say (self, scenario, DESK_PHRASE_GREET);
  if (expect->what == DESK_OUTCOME_TRANSFER &&
      desk_person_presence_at (expect->to, now_ms) != DESK_PRESENCE_AVAILABLE)
    desk_plan_fall_back (self, scenario, manner);
  else
    plan_outcome (self, scenario, manner, expect->what);
  return self;
}

void
desk_plan_free (DeskPlan *self)
{
  if (!self)
    return;
  g_array_unref (self->steps);
  desk_slip_free (self->slip);
  g_free (self);
}

void
desk_plan_fall_back (DeskPlan *self, const DeskScenario *scenario, const DeskManner *manner)
{
  g_array_set_size (self->steps, MIN (self->next + (self->next == 0 ? 1 : 0), self->steps->len));
  if (self->call->expect.otherwise == DESK_OUTCOME_MESSAGE)
    say (self, scenario, DESK_PHRASE_OFFER_MESSAGE);
  plan_outcome (self, scenario, manner, self->call->expect.otherwise);
}

const DeskStep *
desk_plan_next (const DeskPlan *self)
{
  return self->next < self->steps->len ? &g_array_index (self->steps, DeskStep, self->next) : NULL;
}

static gint64
length_or_none (const DeskClipLengths *lengths, const DeskReply *reply)
{
  return reply ? desk_clip_lengths_get (lengths, reply) : 0;
}

static gint64
step_ms (const DeskPlan *self,
         const DeskScenario *scenario,
         const DeskClipLengths *lengths,
         const DeskStep *step)
{
  const char *id = "read_back_right";

  switch (step->type) {
  case DESK_STEP_SAY:
    if (step->phrase->which == DESK_PHRASE_CUSTOM)
      id = step->phrase->id;
    else if (step->phrase->reply)
      id = step->phrase->reply;
    return desk_clip_lengths_get (lengths,
                                  desk_scenario_reply_or_neutral (scenario, self->call, id));
  case DESK_STEP_CONSULT:
    return step->to->answers_after_ms + length_or_none (lengths, step->to->answer) +
           length_or_none (lengths, step->to->accepts);
  case DESK_STEP_DRAFT:
  case DESK_STEP_TRANSFER:
  case DESK_STEP_ANNOUNCE:
  case DESK_STEP_COMPLETE:
  case DESK_STEP_RELEASE:
  case DESK_STEP_LOG: return 0;
  }
  g_return_val_if_reached (0);
}

gint64
desk_plan_remaining_ms (const DeskPlan *self,
                        const DeskScenario *scenario,
                        const DeskClipLengths *lengths,
                        const DeskManner *manner)
{
  gint64 sum_ms = 0;

  for (guint i = self->next; i < self->steps->len; i++) {
    const DeskStep *step = &g_array_index (self->steps, DeskStep, i);

    if (step->type == DESK_STEP_LOG)
      break;
    sum_ms += manner->thought_ms + step_ms (self, scenario, lengths, step);
  }
  return sum_ms;
}
