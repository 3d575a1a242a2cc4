/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/coach-words.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"
#include "engine/target.h"

/* Sentences are templates with places in braces, as those of the summary. What the caller has not said
 * cannot get into them: an advice does not have it. */

/* Keys. */

/* As the table of keys calls it. (transfer full) */
static char *
id_of_phrase (const DeskPhrase *phrase)
{
  return phrase->index < DESK_N_BUILTIN_PHRASES
             ? g_strdup (phrase->id)
             : g_strdup_printf ("own-%u", phrase->index - DESK_N_BUILTIN_PHRASES + 1);
}

/* The action of the table of keys that does what is advised; NULL: none. (transfer full) */
static char *
action_of (const DeskAdvice *advice)
{
  switch (advice->kind) {
  case DESK_ADVICE_SAY: return id_of_phrase (advice->phrase);
  case DESK_ADVICE_LOOK_UP: return g_strdup ("directory");
  case DESK_ADVICE_CONSULT: return g_strdup ("consult");
  case DESK_ADVICE_TRANSFER: return g_strdup ("transfer");
  case DESK_ADVICE_COMPLETE: return g_strdup ("complete");
  case DESK_ADVICE_CANCEL: return g_strdup ("take-back");
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK: return g_strdup ("message");
  case DESK_ADVICE_LOG: return g_strdup ("log");
  case DESK_ADVICE_RELEASE: return g_strdup ("release");
  case DESK_ADVICE_FINISH: return g_strdup ("finish");
  case DESK_ADVICE_NONE:
  case DESK_ADVICE_ANSWER:
  case DESK_ADVICE_RESUME: break;
  }
  return NULL;
}

/* " (Ctrl+R)", or "". (transfer full) */
static char *
key_in_brackets (const char *action, DeskKeys *keys)
{
  g_autofree char *key = action != NULL ? desk_keys_label (keys, action) : g_strdup ("");

  return *key != '\0' ? g_strdup_printf (" (%s)", key) : g_steal_pointer (&key);
}

/* Templates. Translators: {key} and {greet} are " (Ctrl+R)" with its space, or nothing. */

/* By kind and reason; of each kind the plain one comes last. `nameless` is for when the caller has
 * named nobody. */
static const struct {
  DeskAdviceKind kind;
  DeskAdviceWhy why;
  const char *named;
  const char *nameless;
} templates[] = {
  { DESK_ADVICE_ANSWER, DESK_WHY_LONGEST,
    N_ ("Line {line} has waited longest. Press {press} to answer.") },
  { DESK_ADVICE_ANSWER, DESK_WHY_URGENT,
    N_ ("Line {line} is urgent. Press {press} to answer it first.") },
  { DESK_ADVICE_ANSWER, DESK_WHY_CAME_BACK,
    N_ ("The call on line {line} came back. Press {press} to take it.") },
  { DESK_ADVICE_ANSWER, DESK_WHY_LEAVES,
    N_ ("The caller on line {line} is about to hang up. Press {press} now.") },
  { DESK_ADVICE_ANSWER, DESK_WHY_AGREED,
    N_ ("Your caller will hold. Press {press} to answer line {line}.") },
  { DESK_ADVICE_ANSWER, DESK_WHY_PLAIN,
    N_ ("Line {line} is ringing. Press {press} to answer, and greet at once{greet}.") },
  { DESK_ADVICE_RESUME, DESK_WHY_LEAVES,
    N_ ("The caller on line {line} is about to hang up. Press {press} now.") },
  { DESK_ADVICE_RESUME, DESK_WHY_AGREED,
    N_ ("Your caller will hold. Press {press} to go back to line {line}.") },
  { DESK_ADVICE_RESUME, DESK_WHY_PLAIN,
    N_ ("Line {line} is waiting on hold. Press {press} to go back.") },
  { DESK_ADVICE_LOOK_UP, DESK_WHY_PLAIN, N_ ("Look {person} up in the directory{key}."),
    N_ ("Look in the directory for somebody who can help{key}.") },
  { DESK_ADVICE_CONSULT, DESK_WHY_PLAIN, N_ ("Consult {person} first{key}."),
    N_ ("Choose who can help, and consult first{key}.") },
  { DESK_ADVICE_TRANSFER, DESK_WHY_PLAIN, N_ ("Put the caller through to {person}{key}."),
    N_ ("Choose who can help, and put the caller through{key}.") },
  { DESK_ADVICE_COMPLETE, DESK_WHY_PLAIN,
    N_ ("{person} will take the call: complete the transfer{key}.") },
  { DESK_ADVICE_CANCEL, DESK_WHY_AWAY, N_ ("{person} is away. Take the caller back{key}.") },
  { DESK_ADVICE_CANCEL, DESK_WHY_WRONG_PERSON,
    N_ ("{person} is not the person this caller needs. Take the caller back{key}.") },
  { DESK_ADVICE_CANCEL, DESK_WHY_PLAIN,
    N_ ("{person} will not take the call. Take the caller back{key}.") },
  { DESK_ADVICE_LOG, DESK_WHY_CHANGED,
    N_ ("You changed the message from {caller}: log it again{key}.") },
  { DESK_ADVICE_LOG, DESK_WHY_PLAIN, N_ ("Log the message from {caller}{key}.") },
  { DESK_ADVICE_RELEASE, DESK_WHY_PLAIN, N_ ("Release the line{key}.") },
  { DESK_ADVICE_FINISH, DESK_WHY_PLAIN, N_ ("Every call is done: finish the shift{key}.") },
};

static const char *
tabled_template (const DeskAdvice *advice)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++) {
    if (templates[i].kind != advice->kind ||
        (templates[i].why != advice->why && templates[i].why != DESK_WHY_PLAIN))
      continue;
    return advice->person == NULL && templates[i].nameless != NULL ? templates[i].nameless
                                                                   : templates[i].named;
  }
  return "";
}

static const char *
ask_hold_template (const DeskAdvice *advice)
{
  if (advice->why == DESK_WHY_LEAVES)
    return N_ ("Somebody else is about to hang up. Ask your caller to hold{key}.");
  return N_ ("Somebody else should not wait much longer. Ask your caller to hold{key}.");
}

static const char *
offer_message_template (const DeskAdvice *advice)
{
  const gboolean named = advice->person != NULL;

  if (advice->why == DESK_WHY_AWAY)
    return named ? N_ ("{person} is away. Offer to take a message{key}.")
                 : N_ ("Whoever could help is away. Offer to take a message{key}.");
  if (advice->why == DESK_WHY_ENGAGED)
    return named ? N_ ("{person} is busy. Offer to take a message{key}.")
                 : N_ ("Whoever could help is busy. Offer to take a message{key}.");
  return named ? N_ ("{person} cannot take the call. Offer to take a message{key}.")
               : N_ ("Nobody can take the call now. Offer to take a message{key}.");
}

static const char *
say_template (const DeskAdvice *advice)
{
  switch (advice->phrase->which) {
  case DESK_PHRASE_GREET: return N_ ("Greet the caller{key}.");
  case DESK_PHRASE_ASK_NAME: return N_ ("Ask for the name{key}.");
  case DESK_PHRASE_ASK_SPELLING: return N_ ("Ask how the name is spelled{key}.");
  case DESK_PHRASE_ASK_ORGANISATION: return N_ ("Ask where the caller rings from{key}.");
  case DESK_PHRASE_ASK_NUMBER: return N_ ("Ask for the number{key}.");
  case DESK_PHRASE_ASK_MATTER: return N_ ("Ask what it is about{key}.");
  case DESK_PHRASE_ASK_RECIPIENT: return N_ ("Ask who the caller wants to speak to{key}.");
  case DESK_PHRASE_ASK_HOLD: return ask_hold_template (advice);
  case DESK_PHRASE_THANK_HOLDING: return N_ ("Thank the caller for holding{key}.");
  case DESK_PHRASE_OFFER_MESSAGE: return offer_message_template (advice);
  case DESK_PHRASE_READ_BACK:
    return advice->why == DESK_WHY_MENDED
               ? N_ ("The slip has been corrected: read it back again{key}.")
               : N_ ("Read name and number back{key}.");
  case DESK_PHRASE_TELL_TRANSFER:
    return N_ ("Tell the caller that you are putting them through{key}.");
  case DESK_PHRASE_ANNOUNCE: return N_ ("Tell {person} who is calling{key}.");
  case DESK_PHRASE_ASK_REPEAT:
    return N_ ("You missed something: ask the caller to repeat it{key}.");
  case DESK_PHRASE_GOODBYE: return N_ ("Say goodbye{key}.");
  case DESK_PHRASE_APOLOGISE:
  case DESK_PHRASE_CUSTOM: break;
  }
  return N_ ("You can answer that yourself: “{phrase}”{key}.");
}

static const char *
write_facts_template (const DeskAdvice *advice)
{
  if (advice->why == DESK_WHY_MISSING_NUMBER)
    return N_ ("The caller said a number that your text does not have yet.");
  if (advice->why == DESK_WHY_MISSING_TIME)
    return N_ ("The caller said a time that your text does not have yet.");
  if (advice->why == DESK_WHY_MISSING_MATTER)
    return N_ ("Something that the caller said is not in your text yet.");
  return N_ ("Write in a few words what it is about{key}.");
}

static const char *
write_template (const DeskAdvice *advice)
{
  switch (advice->field) {
  case DESK_FIELD_RECIPIENT: return N_ ("You have not noted who the message is for{key}.");
  case DESK_FIELD_NAME: return N_ ("You have not noted the name yet{key}.");
  case DESK_FIELD_ORGANISATION: return N_ ("You have not noted the organisation yet{key}.");
  case DESK_FIELD_PHONE:
    return advice->why == DESK_WHY_DISPLAYED
               ? N_ ("You have no number yet, but the telephone shows one: fill it in.")
               : N_ ("You have not noted the number yet{key}.");
  case DESK_FIELD_TICKS: return N_ ("Tick what the caller wants to happen.");
  case DESK_FIELD_FACTS: break;
  }
  return write_facts_template (advice);
}

static const char *
check_template (const DeskAdvice *advice)
{
  const gboolean read_back = advice->why == DESK_WHY_READ_BACK;

  switch (advice->field) {
  case DESK_FIELD_RECIPIENT:
    return advice->why == DESK_WHY_NOT_ONE
               ? N_ ("Choose one person from the directory for the message.")
               : N_ ("Look at the recipient again: who did the caller ask for?");
  case DESK_FIELD_PHONE:
    return read_back ? N_ ("The caller heard a mistake in the number: correct it.")
                     : N_ ("Look at the number again: it cannot be dialled as it stands.");
  case DESK_FIELD_TICKS: return N_ ("Look at the ticks again: is that what the caller wants?");
  case DESK_FIELD_FACTS:
    return advice->why == DESK_WHY_UNSAID
               ? N_ ("There is a number in your text that nobody has said.")
               : N_ ("Look at your text again: that is not what the caller said.");
  case DESK_FIELD_NAME:
  case DESK_FIELD_ORGANISATION: break;
  }
  return N_ ("The caller heard a mistake in the name: correct it.");
}

static const char *
template_of (const DeskAdvice *advice)
{
  if (advice->kind == DESK_ADVICE_SAY)
    return say_template (advice);
  if (advice->kind == DESK_ADVICE_WRITE)
    return write_template (advice);
  return advice->kind == DESK_ADVICE_CHECK ? check_template (advice) : tabled_template (advice);
}

char *
desk_coach_words_advice (const DeskAdvice *advice, const DeskScenario *scenario, DeskKeys *keys)
{
  g_autofree char *press = desk_keys_line_name (keys, advice->line);
  g_autofree char *action = action_of (advice);
  g_autofree char *key = key_in_brackets (action, keys);
  g_autofree char *greet = key_in_brackets (scenario->phrases[DESK_PHRASE_GREET]->id, keys);
  g_autofree char *caller =
      advice->call != NULL ? desk_wording_caller (advice->call, scenario->country) : g_strdup ("");
  g_autoptr (DeskRemark) remark = NULL;

  if (advice->kind == DESK_ADVICE_NONE)
    return g_strdup ("");
  remark = desk_remark_new (
      -1, template_of (advice), desk_fill_count ("line", advice->line),
      desk_fill_text ("press", press), desk_fill_text ("key", key), desk_fill_text ("greet", greet),
      desk_fill_text ("caller", caller),
      desk_fill_text ("person", advice->person != NULL ? advice->person->name : ""),
      desk_fill_text ("phrase", advice->phrase != NULL ? advice->phrase->label : ""));
  return desk_remark_to_words (remark);
}

/* Reasons. */

static const char *
say_reason (const DeskAdvice *advice, gboolean untimed)
{
  switch (advice->phrase->which) {
  case DESK_PHRASE_GREET:
    return untimed
               ? N_ ("A greeting tells callers that they have come to the right place.")
               : N_ ("A greeting within {greeting} s tells callers that they have come to the right "
                     "place.");
  case DESK_PHRASE_ASK_SPELLING:
    return N_ ("Names sound alike. A name that is spelled is a name that is right.");
  case DESK_PHRASE_ASK_NAME:
  case DESK_PHRASE_ASK_ORGANISATION:
  case DESK_PHRASE_ASK_NUMBER:
    return N_ ("Whoever gets the message must know who to call back, and where.");
  case DESK_PHRASE_ASK_MATTER: return N_ ("A message that says what it is about saves a call.");
  case DESK_PHRASE_ASK_RECIPIENT: return N_ ("Guessing sends a caller to the wrong place.");
  case DESK_PHRASE_ASK_HOLD:
    return N_ (
        "Nobody likes to be put on hold without being asked. Wait for the answer before you go.");
  case DESK_PHRASE_THANK_HOLDING:
    return N_ ("The caller has waited for you, and wants to hear that you are back.");
  case DESK_PHRASE_OFFER_MESSAGE:
    return N_ ("A caller who cannot be put through should not have called in vain.");
  case DESK_PHRASE_READ_BACK:
    return N_ ("The caller hears a mistake that you cannot see. It counts twice among the points "
               "for handling.");
  case DESK_PHRASE_TELL_TRANSFER: return N_ ("A new voice should come as no surprise.");
  case DESK_PHRASE_ANNOUNCE:
    return N_ ("Your colleague decides whether to take the call, and needs to know who it is.");
  case DESK_PHRASE_ASK_REPEAT: return N_ ("To ask again is better than to guess.");
  case DESK_PHRASE_GOODBYE: return N_ ("The goodbye is what a caller remembers.");
  case DESK_PHRASE_APOLOGISE:
  case DESK_PHRASE_CUSTOM: break;
  }
  return N_ ("The question is answered at once, and nobody need be disturbed.");
}

static const char *
field_reason (const DeskAdvice *advice)
{
  switch (advice->field) {
  case DESK_FIELD_RECIPIENT: return N_ ("A slip without the right recipient reaches nobody.");
  case DESK_FIELD_NAME: return N_ ("The name is a fifth of what a message is worth.");
  case DESK_FIELD_ORGANISATION:
    return N_ ("The organisation helps your colleague to place the caller.");
  case DESK_FIELD_PHONE:
    return N_ ("With a wrong number nobody can call back: it is a quarter of what a message is "
               "worth.");
  case DESK_FIELD_TICKS: return N_ ("The ticks tell at a glance what is to be done.");
  case DESK_FIELD_FACTS: break;
  }
  return N_ (
      "The facts are a third of what a message is worth. What was said last is what counts.");
}

static const char *
waiting_reason (const DeskAdvice *advice)
{
  if (advice->kind == DESK_ADVICE_RESUME)
    return N_ ("Nobody should be left on hold for more than {hold} s without a word.");
  return advice->why == DESK_WHY_CAME_BACK
             ? N_ ("This caller has waited before. Take the call within {recall} s.")
             : N_ ("Answer within {answer} s: after that, each second costs points.");
}

/* Where time costs no points, but is somebody's all the same. */
static const char *
untimed_waiting_reason (const DeskAdvice *advice)
{
  if (advice->kind == DESK_ADVICE_RESUME)
    return N_ ("Nobody should be left on hold for long without a word.");
  return advice->why == DESK_WHY_CAME_BACK ? N_ ("This caller has waited before.")
                                           : N_ ("Whoever rings is waiting for you.");
}

static const char *
reason_of (const DeskAdvice *advice, gboolean untimed)
{
  switch (advice->kind) {
  case DESK_ADVICE_NONE: break;
  case DESK_ADVICE_ANSWER:
  case DESK_ADVICE_RESUME:
    return untimed ? untimed_waiting_reason (advice) : waiting_reason (advice);
  case DESK_ADVICE_SAY: return say_reason (advice, untimed);
  case DESK_ADVICE_LOOK_UP:
    return N_ ("The directory shows who is there, and who is busy or away, before you promise "
               "anything.");
  case DESK_ADVICE_CONSULT:
    return N_ ("Your colleague wants to know who is calling before the call comes through.");
  case DESK_ADVICE_TRANSFER: return N_ ("This number takes calls without being asked first.");
  case DESK_ADVICE_COMPLETE: return N_ ("Until then the caller is still waiting with you.");
  case DESK_ADVICE_CANCEL:
    return N_ ("The caller hears nothing while you wait. Go back and offer what you can.");
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK: return field_reason (advice);
  case DESK_ADVICE_LOG: return N_ ("What is not logged reaches nobody.");
  case DESK_ADVICE_RELEASE: return N_ ("You have both said goodbye, and the line is needed again.");
  case DESK_ADVICE_FINISH: return N_ ("Nobody is left to ring. Your summary comes next.");
  }
  return "";
}

static DeskFill
fill_target (const char *name, const DeskState *state, DeskTarget target)
{
  return desk_fill_brief_seconds (
      name, state->untimed ? 0 : (gint64) desk_state_target_ms (state, target));
}

char *
desk_coach_words_reason (const DeskAdvice *advice, const DeskState *state)
{
  g_autoptr (DeskRemark) remark = NULL;

  if (advice->kind == DESK_ADVICE_NONE)
    return g_strdup ("");
  remark = desk_remark_new (-1, reason_of (advice, state->untimed),
                            fill_target ("answer", state, DESK_TARGET_ANSWER),
                            fill_target ("recall", state, DESK_TARGET_RECALL),
                            fill_target ("hold", state, DESK_TARGET_HOLD),
                            fill_target ("greeting", state, DESK_TARGET_GREETING));
  return desk_remark_to_words (remark);
}

const char *
desk_coach_words_praise (const DeskAdvice *advice)
{
  switch (advice->kind) {
  case DESK_ADVICE_ANSWER:
  case DESK_ADVICE_RESUME: return _ ("Well done: nobody waits longer than they need to.");
  case DESK_ADVICE_COMPLETE: return _ ("A clean transfer.");
  case DESK_ADVICE_LOG: return _ ("Well done: now it reaches somebody.");
  case DESK_ADVICE_WRITE:
  case DESK_ADVICE_CHECK: return _ ("Good, that is noted.");
  case DESK_ADVICE_SAY:
    if (advice->phrase->which == DESK_PHRASE_GREET)
      return _ ("A good beginning.");
    break;
  case DESK_ADVICE_NONE:
  case DESK_ADVICE_LOOK_UP:
  case DESK_ADVICE_CONSULT:
  case DESK_ADVICE_TRANSFER:
  case DESK_ADVICE_CANCEL:
  case DESK_ADVICE_RELEASE:
  case DESK_ADVICE_FINISH: break;
  }
  return _ ("Good.");
}

static const char *
miss_template (DeskMiss miss, gboolean untimed)
{
  switch (miss) {
  case DESK_MISS_NONE: break;
  case DESK_MISS_GREETING:
    return untimed ? N_ ("This caller was not greeted. Greet the next one as soon as you answer.")
                   : N_ ("This caller was not greeted. Greet the next one within {greeting} s.");
  case DESK_MISS_GOODBYE:
    return N_ ("You hung up without a goodbye. Say it before you release the next caller.");
  }
  return "";
}

char *
desk_coach_words_miss (DeskMiss miss, const DeskState *state)
{
  g_autoptr (DeskRemark) remark =
      desk_remark_new (-1, miss_template (miss, state->untimed),
                       fill_target ("greeting", state, DESK_TARGET_GREETING));

  return desk_remark_to_words (remark);
}

static const char *
rest_words (const DeskState *state, gboolean has_step)
{
  if (state->finished)
    return "";
  if (desk_state_handset (state) > 0 && !has_step)
    return _ ("The coach listens with you, and speaks up when a step is due.");
  if (has_step || desk_state_longest_waiting (state) > 0)
    return _ (
        "Somebody is waiting for you. The coach speaks up if you do not know what to do next.");
  if (state->n_left > 0)
    return _ (
        "No call now: the next line rings by itself. Meanwhile, look in the directory to see who "
        "is in.");
  return _ ("That was the last call.");
}

/* The bell of another line tears at whoever listens: they are told that it is in hand. */
char *
desk_coach_words_rest (const DeskState *state, gboolean has_step)
{
  const guint ringing = state->finished ? 0 : desk_state_next_ringing (state);

  if (ringing > 0 && desk_state_handset (state) > 0 && !has_step)
    return g_strdup_printf (
        _ ("Line %u is ringing too. Hear your caller out: the coach tells you when to ask them to "
           "hold."),
        ringing);
  return g_strdup (rest_words (state, has_step));
}
