/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "coached-trainee.h"
#include "scenario/scenario-reader.h"
#include "scoring/scorecard.h"

/* Every bundled scenario, worked by somebody who does what the coach says and nothing else; and by
 * the built-in trainees with the coach looking on. Whatever happens, the coach tells nothing that the
 * caller has not said. */

#define STEP_MS 1500

/* Of scenarios for beginners, and of those that give a steady trainee more than can be done: there the
 * pace of this one, and not the coach, decides. */
#define GOOD_SCORE 90
#define FAIR_SCORE 60

static const char *folder;

typedef struct {
  const DeskScenario *scenario;
  GString **heard; /* owned, by call: the words heard to their end, folded */
  guint n_advices;
  gboolean traces;
} Listener;

static void
on_happened (const DeskEvent *event, gpointer data)
{
  Listener *self = data;
  g_autofree char *folded = NULL;

  if (event->type != DESK_EVENT_CALLER_DONE || event->cut)
    return;
  folded = g_utf8_casefold (event->reply->text, -1);
  g_string_append_printf (self->heard[event->call->index], " %s", folded);
}

static gboolean
any_word_in (const char *heard, const char *written)
{
  g_autofree char *folded = g_utf8_casefold (written, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,-/&", -1);

  for (guint i = 0; words[i]; i++)
    if (g_utf8_strlen (words[i], -1) >= 3 && strstr (heard, words[i]))
      return TRUE;
  return FALSE;
}

/* What may be said before the caller has told anything. */
static gboolean
tells_nothing (const DeskAdvice *advice)
{
  if (advice->kind == DESK_ADVICE_SAY)
    return advice->phrase->which == DESK_PHRASE_GREET ||
           advice->phrase->which == DESK_PHRASE_ASK_REPEAT ||
           advice->phrase->which == DESK_PHRASE_ASK_MATTER ||
           advice->phrase->which == DESK_PHRASE_THANK_HOLDING ||
           advice->phrase->which == DESK_PHRASE_ASK_HOLD;
  return advice->kind == DESK_ADVICE_ANSWER || advice->kind == DESK_ADVICE_RESUME;
}

/* A colleague whom the trainee rang is known to the trainee. */
static void
assert_was_named (const DeskAdvice *advice, const char *heard)
{
  const DeskPerson *person = advice->person;

  if (!person || advice->kind == DESK_ADVICE_COMPLETE || advice->kind == DESK_ADVICE_CANCEL ||
      (advice->phrase && advice->phrase->which == DESK_PHRASE_ANNOUNCE))
    return;
  if (!any_word_in (heard, person->name) && !any_word_in (heard, person->department) &&
      !any_word_in (heard, person->title))
    g_error ("%s was given away; heard was “%s”", person->name, heard);
}

static void
on_advised (const DeskState *state, const DeskAdvice *advice, gpointer data)
{
  Listener *self = data;
  g_autofree char *words = coached_describe (advice);
  const char *heard;

  if (self->traces)
    g_test_message ("%6.1f %s %s", (double) state->now_ms / 1000,
                    advice->call ? advice->call->id : "-", words);
  if (advice->kind == DESK_ADVICE_NONE || advice->kind == DESK_ADVICE_FINISH)
    return;
  self->n_advices++;
  heard = self->heard[advice->call->index]->str;
  if (*heard == '\0' && !tells_nothing (advice) && advice->kind != DESK_ADVICE_LOG)
    g_error ("“%s” was advised for %s before a word was heard", words, advice->call->id);
  assert_was_named (advice, heard);
}

static void
listener_init (Listener *self, const DeskScenario *scenario)
{
  *self = (Listener){ .scenario = scenario, .traces = g_getenv ("COACH_TRACE") != NULL };
  self->heard = g_new0 (GString *, scenario->n_calls);
  for (guint i = 0; i < scenario->n_calls; i++)
    self->heard[i] = g_string_new (NULL);
}

static void
listener_clear (Listener *self)
{
  for (guint i = 0; i < self->scenario->n_calls; i++)
    g_string_free (self->heard[i], TRUE);
  g_free (self->heard);
}

static DeskScenario *
load (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, "scenario.yaml", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario = desk_scenario_load_from_file (path, &diagnostics);

  g_assert_nonnull (scenario);
  return scenario;
}

/* What was lost, and where: for whoever works at the coach. */
static void
tell_losses (const DeskScorecard *card)
{
  for (guint i = 0; i < card->n_calls; i++) {
    const DeskCallScore *call = &card->calls[i];

    g_test_message ("  %s: %.2f, response %.2f", call->view->call->id, call->score,
                    call->response_value);
    for (guint n = 0; n < call->n_checks; n++) {
      g_autofree char *words = desk_remark_to_english (call->checks[n].evidence);

      if (call->checks[n].value < 1)
        g_test_message ("    %s", words);
    }
    for (guint n = 0; call->message && n < DESK_N_FIELDS; n++)
      if (call->message->fields[n].applies && call->message->fields[n].value < 1)
        g_test_message ("    %s: %.2f", desk_field_name (n), call->message->fields[n].value);
  }
}

static void
test_follow (gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = load (data);
  Listener listener;
  CoachedWatch watch = { on_happened, on_advised, &listener };
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) card = NULL;

  listener_init (&listener, scenario);
  recording = coached_shift (scenario, STEP_MS, &watch);
  card = desk_scorecard_new (recording);
  g_test_message ("%s: %.2f", (const char *) data, card->score);
  tell_losses (card);
  if (scenario->level == DESK_LEVEL_TUTORIAL || scenario->level == DESK_LEVEL_BEGINNER)
    g_assert_true (card->passed && card->score >= GOOD_SCORE);
  else
    g_assert_cmpfloat (card->score, >=, FAIR_SCORE);
  listener_clear (&listener);
}

static void
test_give_nothing_away (gconstpointer data)
{
  g_autoptr (DeskScenario) scenario = load (data);

  for (guint i = 0; i < DESK_TRAINEE_ABSENT; i++) {
    Listener listener;
    CoachedWatch watch = { on_happened, on_advised, &listener };

    listener_init (&listener, scenario);
    watched_shift (scenario, i, &watch);
    g_assert_cmpuint (listener.n_advices, >, scenario->n_calls);
    listener_clear (&listener);
  }
}

static void
add (const char *format, const char *name, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat (format, name, NULL);

  g_test_add_data_func_full (path, g_strdup (name), test, g_free);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = argv[1];
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir))) {
    add ("/coached-shift/follow/", name, test_follow);
    add ("/coached-shift/give-nothing-away/", name, test_give_nothing_away);
  }
  return g_test_run ();
}
