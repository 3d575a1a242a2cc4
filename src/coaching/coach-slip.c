/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coaching/coach-slip.h"

#include "coaching/coach-ear.h"

/* Each field is checked by a function of its own, which returns TRUE if it has advice. The field is
 * compared with the right slip only as far as the caller has spoken: a wrong number is found by reading it
 * back, not by the coach. */

/* A trainee who never gets it right is not asked to read back for ever. */
#define MOST_READ_BACKS 3

typedef struct {
  const DeskCoachCase *of;
  const DeskSlip *slip;
  const DeskSlipScore *score;
  DeskAdvice *found;
} Look;

DeskCoachCase
desk_coach_case (const DeskState *state, const DeskCoachNotes *notes, const DeskCall *call)
{
  const DeskCallState *at = &state->calls[call->index];

  return (DeskCoachCase){ .state = state,
                          .scenario = state->scenario,
                          .call = call,
                          .at = at,
                          .notes = desk_coach_notes_of (notes, call),
                          .line = at->line_state == DESK_LINE_CONNECTED ? at->line : 0 };
}

DeskAdvice
desk_coach_case_advise (const DeskCoachCase *self, DeskAdviceKind kind)
{
  return (DeskAdvice){ .kind = kind, .call = self->call, .line = self->at->line };
}

DeskAdvice
desk_coach_case_say (const DeskCoachCase *self, DeskPhraseId which, DeskAdviceWhy why)
{
  DeskAdvice advice = desk_coach_case_advise (self, DESK_ADVICE_SAY);

  advice.phrase = self->scenario->phrases[which];
  advice.why = why;
  return advice;
}

static gboolean
take_field (const Look *look, DeskAdviceKind kind, DeskField field, DeskAdviceWhy why)
{
  DeskAdvice advice = desk_coach_case_advise (look->of, kind);

  advice.field = field;
  advice.why = why;
  return desk_coach_case_take (look->of, advice, look->found);
}

static gboolean
ask (const Look *look, DeskPhraseId which)
{
  return look->of->line > 0 && !desk_call_notes_said_builtin (look->of->notes, which) &&
         desk_coach_case_take (look->of, desk_coach_case_say (look->of, which, DESK_WHY_PLAIN),
                               look->found);
}

static gboolean
look_at_name (const Look *look)
{
  const DeskCall *call = look->of->call;

  if (*look->slip->name)
    return FALSE;
  if (desk_ear_knows_name (look->of->notes, call, look->of->scenario->language))
    return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_NAME, DESK_WHY_PLAIN);
  return ask (look, call->caller.spells_name ? DESK_PHRASE_ASK_SPELLING : DESK_PHRASE_ASK_NAME);
}

static gboolean
shows_number (const DeskCall *call, DeskCountry country)
{
  g_autofree char *shown = desk_phone_number_to_e164 (call->display_number, country);
  g_autofree char *own = desk_phone_number_to_e164 (call->caller.phone, country);

  return !call->withheld && shown && g_strcmp0 (shown, own) == 0;
}

static gboolean
look_at_phone (const Look *look)
{
  const DeskScenario *scenario = look->of->scenario;
  g_autofree char *e164 = desk_phone_number_to_e164 (look->slip->phone, scenario->country);

  if (*look->slip->phone)
    return !e164 && take_field (look, DESK_ADVICE_CHECK, DESK_FIELD_PHONE, DESK_WHY_UNREADABLE);
  if (desk_ear_knows_phone (look->of->notes, scenario, look->of->call))
    return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_PHONE, DESK_WHY_PLAIN);
  if (ask (look, DESK_PHRASE_ASK_NUMBER))
    return TRUE;
  return shows_number (look->of->call, scenario->country) &&
         take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_PHONE, DESK_WHY_DISPLAYED);
}

static gboolean
look_at_recipient (const Look *look)
{
  const DeskPerson *to = look->of->call->expect.to;
  const DeskPerson *written = desk_scenario_find_person (look->of->scenario, look->slip->to);

  if (!*look->slip->to)
    return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_RECIPIENT, DESK_WHY_PLAIN);
  if (!written)
    return take_field (look, DESK_ADVICE_CHECK, DESK_FIELD_RECIPIENT, DESK_WHY_NOT_ONE);
  return to && written != to && desk_ear_knows_person (look->of->notes, to) &&
         take_field (look, DESK_ADVICE_CHECK, DESK_FIELD_RECIPIENT, DESK_WHY_WRONG_PERSON);
}

static gboolean
look_at_organisation (const Look *look)
{
  if (*look->slip->organisation)
    return FALSE;
  if (desk_ear_knows_organisation (look->of->notes, look->of->call, look->of->scenario->language))
    return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_ORGANISATION, DESK_WHY_PLAIN);
  return ask (look, DESK_PHRASE_ASK_ORGANISATION);
}

static DeskAdviceWhy
missing (DeskFactKind kind)
{
  switch (kind) {
  case DESK_FACT_NUMBER: return DESK_WHY_MISSING_NUMBER;
  case DESK_FACT_TIME: return DESK_WHY_MISSING_TIME;
  case DESK_FACT_PHRASE:
  case DESK_FACT_NOT: return DESK_WHY_MISSING_MATTER;
  }
  g_return_val_if_reached (DESK_WHY_PLAIN);
}

static gboolean
look_at_fact (const Look *look, guint n)
{
  const DeskCoachCase *of = look->of;
  int value = look->score->facts[n].value;

  if (value > 0)
    return FALSE;
  if (!desk_ear_knows_fact (of->notes, of->call, n, of->scenario->language))
    return ask (look, DESK_PHRASE_ASK_MATTER);
  if (value < 0)
    return take_field (look, DESK_ADVICE_CHECK, DESK_FIELD_FACTS, DESK_WHY_OTHERWISE_SAID);
  return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_FACTS,
                     missing (of->call->expect.facts[n].kind));
}

static gboolean
look_at_facts (const Look *look)
{
  if (!*look->slip->text)
    return take_field (look, DESK_ADVICE_WRITE, DESK_FIELD_FACTS, DESK_WHY_PLAIN);
  for (guint n = 0; n < look->score->n_facts; n++)
    if (look_at_fact (look, n))
      return TRUE;
  return look->score->n_unsaid_numbers > 0 &&
         take_field (look, DESK_ADVICE_CHECK, DESK_FIELD_FACTS, DESK_WHY_UNSAID);
}

static gboolean
look_at_ticks (const Look *look)
{
  DeskTicks expected = look->of->call->expect.ticks;

  if (look->slip->ticks == expected)
    return FALSE;
  return take_field (look, look->slip->ticks ? DESK_ADVICE_CHECK : DESK_ADVICE_WRITE,
                     DESK_FIELD_TICKS, DESK_WHY_PLAIN);
}

/* In the order in which a caller says it. The recipient comes last, as the directory shows them. */
static const struct {
  DeskField field;
  gboolean (*look) (const Look *look);
} looks[] = {
  { DESK_FIELD_NAME, look_at_name },
  { DESK_FIELD_PHONE, look_at_phone },
  { DESK_FIELD_ORGANISATION, look_at_organisation },
  { DESK_FIELD_FACTS, look_at_facts },
  { DESK_FIELD_RECIPIENT, look_at_recipient },
  { DESK_FIELD_TICKS, look_at_ticks },
};

gboolean
desk_coach_look_at_slip (const DeskCoachCase *self, guint fields, DeskAdvice *found)
{
  g_autoptr (DeskSlip) blank = desk_slip_new ();
  const DeskSlip *slip = self->at->slip ? self->at->slip : blank;
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (self->call->key, slip);
  Look look = { self, slip, score, found };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if ((fields & DESK_FIELD_SET (looks[i].field)) && score->fields[looks[i].field].applies &&
        looks[i].look (&look))
      return TRUE;
  return FALSE;
}

gboolean
desk_coach_look_at_read_back (const DeskCoachCase *self, DeskAdvice *found)
{
  const DeskCallNotes *notes = self->notes;
  const DeskSlip *slip = self->at->slip;
  Look look = { .of = self, .slip = slip, .found = found };

  if (notes->n_read_back == 0)
    return desk_coach_case_take (
        self, desk_coach_case_say (self, DESK_PHRASE_READ_BACK, DESK_WHY_PLAIN), found);
  if (notes->read_back_right || notes->n_read_back >= MOST_READ_BACKS || !slip)
    return FALSE;
  if (!desk_slip_equal (slip, notes->read_back))
    return desk_coach_case_take (
        self, desk_coach_case_say (self, DESK_PHRASE_READ_BACK, DESK_WHY_MENDED), found);
  return take_field (&look, DESK_ADVICE_CHECK,
                     desk_slip_key_name_is_right (self->call->key, slip) ? DESK_FIELD_PHONE
                                                                         : DESK_FIELD_NAME,
                     DESK_WHY_READ_BACK);
}
