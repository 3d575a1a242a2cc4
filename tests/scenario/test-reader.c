/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "scenario/scenario-reader.h"

/* What a scenario holds once it is read, against the files written beside this test. */

static DeskScenario *
load_full (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "scenario", "full", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario = desk_scenario_load_from_file (folder, &diagnostics);
  g_autofree char *told = desk_diagnostics_to_text (diagnostics);

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (scenario);
  return scenario;
}

static void
test_shift (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();

  g_assert_cmpstr (scenario->id, ==, "full");
  g_assert_true (g_str_has_suffix (scenario->folder, "full"));
  g_assert_cmpstr (scenario->title, ==, "Monday morning at Nordvik Bygg");
  g_assert_cmpstr (scenario->language, ==, "sv");
  g_assert_cmpint (scenario->country, ==, DESK_COUNTRY_SE);
  g_assert_cmpint (scenario->line_band, ==, DESK_LINE_BAND_WIDEBAND);
  g_assert_cmpint (scenario->level, ==, DESK_LEVEL_EXAM);
  g_assert_cmpuint (scenario->n_lines, ==, 4);
  g_assert_cmpint (scenario->duration_ms, ==, 480000);
  g_assert_true (scenario->jittered);
  g_assert_cmpint (scenario->seed, ==, 7);
  g_assert_cmpstr (scenario->organisation, ==, "Nordvik Bygg");
  g_assert_cmpstr (scenario->greeting, ==, "Nordvik Bygg, good morning, this is {trainee}.");
  g_assert_cmpstr (scenario->briefing, ==, "You sit at the front desk ...\n# not a comment: text");
  g_assert_cmpint (scenario->target_answer_ms, ==, 12000);
  g_assert_cmpint (scenario->target_hold_ms, ==, 45000);
  g_assert_cmpint (scenario->target_recall_ms, ==, 25000);
  g_assert_cmpfloat (scenario->weight_response, ==, 20.0);
  g_assert_cmpfloat (scenario->weight_handling, ==, 30.5);
  g_assert_cmpfloat (scenario->weight_message, ==, 50.0);
  g_assert_cmpfloat (scenario->pass, ==, 75.0);
  g_assert_cmpstr (scenario->exam_time, ==, "1.5");
  g_assert_true (scenario->exam_captions);
  g_assert_false (scenario->exam_hints);
  g_assert_true (scenario->exam_pause);
}

static void
test_people (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskPerson *erik = desk_scenario_find_person (scenario, "erik");
  const DeskPerson *desk = desk_scenario_find_person (scenario, "desk");

  g_assert_cmpuint (scenario->n_people, ==, 2);
  g_assert_true (scenario->people[0] == erik);
  g_assert_cmpuint (desk->index, ==, 1);
  g_assert_null (desk_scenario_find_person (scenario, "Erik"));
  g_assert_cmpstr (erik->name, ==, "Erik Öberg");
  g_assert_cmpstr (erik->title, ==, "Site manager");
  g_assert_cmpstr (erik->department, ==, "Projects");
  g_assert_cmpstr (erik->extension, ==, "201");
  g_assert_cmpstr (erik->voice, ==, "male-1");
  g_assert_true (erik->screens_calls);
  g_assert_cmpint (erik->answers_after_ms, ==, 6000);
  g_assert_cmpstr (erik->accept[0], ==, "Erik Oberg");
  g_assert_cmpstr (erik->accept[1], ==, "E. Öberg");
  g_assert_null (erik->accept[2]);
  g_assert_cmpstr (erik->answer->text, ==, "Öberg.");
  g_assert_cmpstr (erik->accepts->key, ==, "people/erik/accepts");
  g_assert_true (desk_scenario_find_reply (scenario, "people/erik/refuses") == erik->refuses);

  g_assert_cmpstr (desk->extension, ==, "0701740605");
  g_assert_false (desk->screens_calls);
  g_assert_cmpint (desk->answers_after_ms, ==, 4000);
  g_assert_cmpuint (desk->n_presence, ==, 1);
  g_assert_null (desk->answer);
  g_assert_false (desk->may_refuse);
  g_assert_null (desk->accept[0]);
}

static void
test_presence (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskPerson *erik = desk_scenario_find_person (scenario, "erik");
  gint64 from_ms, to_ms;

  g_assert_cmpint (desk_person_presence_at (erik, 239999), ==, DESK_PRESENCE_AVAILABLE);
  g_assert_cmpint (desk_person_presence_at (erik, 240000), ==, DESK_PRESENCE_AWAY);
  desk_person_presence_span (erik, 100, &from_ms, &to_ms);
  g_assert_cmpint (from_ms, ==, 0);
  g_assert_cmpint (to_ms, ==, 240000);
  desk_person_presence_span (erik, 300000, &from_ms, &to_ms);
  g_assert_cmpint (from_ms, ==, 240000);
  g_assert_cmpint (to_ms, ==, -1);
  g_assert_false (desk_person_refuses_at (erik, 179999));
  g_assert_true (desk_person_refuses_at (erik, 180000));
  g_assert_true (desk_person_refuses_at (erik, 239999));
  g_assert_false (desk_person_refuses_at (erik, 240000));
}

static void
test_call (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskCall *call = desk_scenario_find_call (scenario, "invoice");

  g_assert_cmpuint (scenario->n_calls, ==, 2);
  g_assert_true (scenario->calls[1] == call);
  g_assert_cmpuint (call->index, ==, 1);
  g_assert_cmpint (call->at_ms, ==, 45000);
  g_assert_cmpuint (call->line, ==, 2);
  g_assert_cmpstr (call->display_name, ==, "Lindqvist, Åsa");
  g_assert_cmpstr (call->display_number, ==, "070-174 06 05");
  g_assert_false (call->withheld);
  g_assert_cmpstr (call->voice, ==, "female-2");
  g_assert_cmpint (call->patience_ringing_ms, ==, 35000);
  g_assert_cmpint (call->patience_hold_ms, ==, 80000);
  g_assert_cmpint (call->patience_silence_ms, ==, 25500);
  g_assert_cmpint (call->calls_back_after_ms, ==, 90000);
  g_assert_true (call->urgent);
  g_assert_cmpstr (call->caller.given, ==, "Åsa");
  g_assert_cmpstr (call->caller.surname, ==, "Lindqvist");
  g_assert_cmpstr (call->caller.organisation, ==, "Nordvik Bygg");
  g_assert_cmpstr (call->caller.phone, ==, "070-174 06 05");
  g_assert_true (call->caller.spells_name);
  g_assert_cmpstr (call->caller.given_accept[0], ==, "Aasa");
  g_assert_cmpstr (call->caller.surname_accept[1], ==, "Lindqwist");
  g_assert_cmpstr (call->caller.organisation_accept[0], ==, "NB");
  g_assert_cmpstr (call->replies[0]->key, ==, "invoice/opening");
  g_assert_cmpstr (call->replies[3]->id, ==, "hold_yes");
  g_assert_null (call->replies[4]);
  g_assert_nonnull (call->key);
}

static void
test_expectation (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskExpectation *expect = &desk_scenario_find_call (scenario, "invoice")->expect;

  g_assert_cmpint (expect->what, ==, DESK_OUTCOME_TRANSFER);
  g_assert_true (expect->to == desk_scenario_find_person (scenario, "erik"));
  g_assert_cmpint (expect->otherwise, ==, DESK_OUTCOME_INFORM);
  g_assert_true (expect->say[0] == desk_scenario_find_phrase (scenario, "opening_hours"));
  g_assert_null (expect->say[1]);
  g_assert_cmpint (expect->ticks, ==, DESK_TICK_PLEASE_CALL);
  g_assert_cmpstr (expect->message, ==, "Faktura 4417 är inte betald. Ring före 14.30.");
  g_assert_cmpuint (expect->n_facts, ==, 4);
  g_assert_cmpint (expect->facts[0].kind, ==, DESK_FACT_NUMBER);
  g_assert_cmpstr (expect->facts[0].wordings[0], ==, "4417");
  g_assert_cmpstr (expect->facts[0].wrong[0], ==, "4471");
  g_assert_cmpfloat (expect->facts[0].weight, ==, 2.0);
  g_assert_true (expect->facts[0].critical);
  g_assert_cmpint (expect->facts[1].kind, ==, DESK_FACT_TIME);
  g_assert_cmpfloat (expect->facts[1].weight, ==, 1.0);
  g_assert_cmpint (expect->facts[2].kind, ==, DESK_FACT_NOT);
  g_assert_cmpstr (expect->facts[2].accept[0], ==, "obetald");
  g_assert_cmpint (expect->facts[3].kind, ==, DESK_FACT_PHRASE);
  g_assert_cmpstr (expect->facts[3].wordings[1], ==, "hör av dig");
  g_assert_cmpfloat (expect->facts[3].weight, ==, 0.5);
  g_assert_false (expect->facts[3].critical);
}

/* The second call of the file writes only what it must. */
static void
test_call_defaults (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskCall *call = desk_scenario_find_call (scenario, "early");

  g_assert_cmpuint (call->index, ==, 0);
  g_assert_cmpint (call->at_ms, ==, 12000);
  g_assert_cmpuint (call->line, ==, 0);
  g_assert_true (call->withheld);
  g_assert_cmpstr (call->display_number, ==, "");
  g_assert_cmpstr (call->voice, ==, "");
  g_assert_cmpint (call->patience_ringing_ms, ==, 40000);
  g_assert_cmpint (call->patience_hold_ms, ==, 90000);
  g_assert_cmpint (call->patience_silence_ms, ==, 30000);
  g_assert_cmpint (call->calls_back_after_ms, ==, -1);
  g_assert_false (call->urgent);
  g_assert_cmpstr (call->caller.given, ==, "");
  g_assert_cmpstr (call->caller.surname, ==, "no");
  g_assert_cmpint (call->expect.what, ==, DESK_OUTCOME_DECLINE);
  g_assert_null (call->expect.to);
  g_assert_null (call->expect.say[0]);
  g_assert_cmpuint (call->expect.n_facts, ==, 0);
  g_assert_nonnull (call->key);
}

static void
test_replies (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskCall *invoice = desk_scenario_find_call (scenario, "invoice");
  const DeskCall *early = desk_scenario_find_call (scenario, "early");

  /* Three of people, four and three of the calls, nineteen neutral ones. */
  g_assert_cmpuint (scenario->n_replies, ==, 29);
  for (guint i = 0; i < scenario->n_replies; i++) {
    g_assert_cmpuint (scenario->replies[i]->index, ==, i);
    g_assert_true (desk_scenario_find_reply (scenario, scenario->replies[i]->key) ==
                   scenario->replies[i]);
  }
  g_assert_null (desk_call_find_reply (invoice, "goodbye"));
  g_assert_cmpstr (desk_scenario_reply_or_neutral (scenario, invoice, "goodbye")->key, ==,
                   "neutral/goodbye");
  g_assert_cmpstr (desk_scenario_reply_or_neutral (scenario, invoice, "opening_hours")->key, ==,
                   "neutral/otherwise");
  g_assert_cmpstr (desk_scenario_reply_or_neutral (scenario, invoice, "matter")->key, ==,
                   "invoice/matter");
  g_assert_cmpstr (desk_scenario_reply_or_neutral (scenario, early, "goodbye")->key, ==,
                   "early/otherwise");
  g_assert_cmpstr (desk_scenario_reply_or_neutral (scenario, early, "opening_hours")->text, ==,
                   "Tack");
}

static void
test_phrases (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  const DeskPhrase *own = desk_scenario_find_phrase (scenario, "private_mobile");

  g_assert_cmpuint (scenario->n_phrases, ==, DESK_N_BUILTIN_PHRASES + 2);
  for (guint i = 0; i < scenario->n_phrases; i++)
    g_assert_cmpuint (scenario->phrases[i]->index, ==, i);
  g_assert_cmpint (own->which, ==, DESK_PHRASE_CUSTOM);
  g_assert_cmpstr (own->label, ==, "Give Erik's private mobile");
  g_assert_cmpstr (own->spoken, ==, "Give Erik's private mobile");
  g_assert_cmpstr (own->reply, ==, "private_mobile");
  g_assert_true (own->critical);
  g_assert_cmpstr (desk_scenario_find_phrase (scenario, "greet")->reply, ==, "opening");
  g_assert_null (desk_scenario_find_phrase (scenario, "gret"));
}

static void
test_greeting (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  g_autofree char *greeting = desk_scenario_greeting_for (scenario, "Maria");

  g_assert_cmpstr (greeting, ==, "Nordvik Bygg, good morning, this is Maria.");
}

/* Read again without a folder, as from a journal. */
static void
test_source (void)
{
  g_autoptr (DeskScenario) scenario = load_full ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, scenario->yaml, -1);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) again = desk_scenario_load_from_data (
      scenario->yaml, strlen (scenario->yaml), "from-journal", NULL, &diagnostics);

  g_assert_cmpstr (scenario->sha256, ==, digest);
  g_assert_cmpuint (desk_diagnostics_get_n_items (diagnostics), ==, 0);
  g_assert_cmpstr (again->id, ==, "from-journal");
  g_assert_null (again->folder);
  g_assert_cmpstr (again->sha256, ==, digest);
}

static const char minimal[] = "format: 1\ntitle: T\nlanguage: en\ncountry: gb\nlines: 1\n"
                              "duration: 1:00\norganisation: O\n";
static const char minimal_people[] = "people: [{id: a, name: A, extension: 1}]\n";
static const char minimal_call[] =
    "calls:\n- {id: c, at: 0, caller: {given: G}, says: {opening: {text: Hi}}, expect: {do: decline}}\n";

static DeskScenario *
load_text (const char *text, char **told)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario =
      desk_scenario_load_from_data (text, strlen (text), "s", NULL, &diagnostics);

  *told = desk_diagnostics_to_text (diagnostics);
  return scenario;
}

static void
test_shift_defaults (void)
{
  g_autofree char *text = g_strconcat (minimal, minimal_people, minimal_call, NULL);
  g_autofree char *told = NULL;
  g_autoptr (DeskScenario) scenario = load_text (text, &told);

  g_assert_cmpstr (told, ==, "");
  g_assert_cmpint (scenario->line_band, ==, DESK_LINE_BAND_TELEPHONE);
  g_assert_cmpint (scenario->level, ==, DESK_LEVEL_BEGINNER);
  g_assert_false (scenario->jittered);
  g_assert_cmpint (scenario->seed, ==, 0);
  g_assert_cmpstr (scenario->greeting, ==, "");
  g_assert_cmpstr (scenario->briefing, ==, "");
  g_assert_cmpint (scenario->target_answer_ms, ==, 15000);
  g_assert_cmpint (scenario->target_hold_ms, ==, 60000);
  g_assert_cmpint (scenario->target_recall_ms, ==, 20000);
  g_assert_cmpfloat (scenario->weight_response, ==, 30.0);
  g_assert_cmpfloat (scenario->weight_handling, ==, 30.0);
  g_assert_cmpfloat (scenario->weight_message, ==, 40.0);
  g_assert_cmpfloat (scenario->pass, ==, 70.0);
  g_assert_cmpstr (scenario->exam_time, ==, "1");
  g_assert_false (scenario->exam_captions);
  g_assert_cmpuint (scenario->n_phrases, ==, DESK_N_BUILTIN_PHRASES);
}

/* Calls of the same time keep the order of the file. */
static void
test_order (void)
{
  static const char call[] =
      "- {id: %s, at: %s, caller: {given: G}, says: {opening: {text: Hi}}, expect: {do: decline}}\n";
  static const char *const calls[][2] = {
    { "d", "0:30" }, { "b", "0:20" }, { "a", "0:20" }, { "c", "1:00" }
  };
  g_autoptr (GString) text = g_string_new (minimal);
  g_autofree char *told = NULL;

  g_string_append_printf (text, "%scalls:\n", minimal_people);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_auto (GStrv) parts = g_strsplit (call, "%s", -1);
    g_string_append_printf (text, "%s%s%s%s%s", parts[0], calls[i][0], parts[1], calls[i][1],
                            parts[2]);
  }
  g_autoptr (DeskScenario) scenario = load_text (text->str, &told);
  g_assert_cmpstr (told, ==, "");
  g_assert_cmpstr (scenario->calls[0]->id, ==, "b");
  g_assert_cmpstr (scenario->calls[1]->id, ==, "a");
  g_assert_cmpstr (scenario->calls[2]->id, ==, "d");
  g_assert_cmpstr (scenario->calls[3]->id, ==, "c");
}

static char *
many_people (guint n)
{
  GString *text = g_string_new (minimal);

  g_string_append (text, "people:\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "- {id: p%u, name: P, extension: %u}\n", i, i);
  g_string_append (text, minimal_call);
  return g_string_free (text, FALSE);
}

static char *
many_calls (guint n)
{
  GString *text = g_string_new (minimal);

  g_string_append_printf (text, "%scalls:\n", minimal_people);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "- {id: c%u, at: 0, caller: {given: G}, says: {opening: {text: Hi}}, "
                            "expect: {do: decline}}\n",
                            i);
  return g_string_free (text, FALSE);
}

/* One call, whose text holds every fact. */
static char *
many_facts (guint n)
{
  GString *text = g_string_new (minimal);

  g_string_append_printf (
      text,
      "%scalls:\n- {id: c, at: 0, caller: {given: G}, says: {opening: {text: \"Hi, G\"}},"
      " expect: {do: message, to: a, message: Hi, facts: [\n",
      minimal_people);
  for (guint i = 0; i < n; i++)
    g_string_append (text, "{phrase: Hi},\n");
  g_string_append (text, "]}}\n");
  return g_string_free (text, FALSE);
}

static char *
many_spellings (guint n)
{
  GString *text = g_string_new (minimal);

  g_string_append_printf (
      text,
      "%scalls:\n- {id: c, at: 0, says: {opening: {text: Hi}}, expect: {do: decline},"
      " caller: {given: G, accept: {given: [\n",
      minimal_people);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "g%u,\n", i);
  g_string_append (text, "]}}}\n");
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  static const struct {
    char *(*make) (guint n);
    guint most;
    const char *told;
  } limits[] = {
    { many_people, 1000, "s:1009:3: error: a scenario has at most 1,000 people\n" },
    { many_facts, 200, "s:211:1: error: a call has at most 200 facts\n" },
    { many_spellings, 200, "s:211:1: error: a list has at most 200 wordings\n" },
    { many_calls, 10000, "s:10010:3: error: a scenario has at most 10,000 calls\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *enough = limits[i].make (limits[i].most);
    g_autofree char *too_much = limits[i].make (limits[i].most + 1);
    g_autofree char *told = NULL, *told_too_much = NULL;
    g_autoptr (DeskScenario) scenario = load_text (enough, &told);
    g_assert_nonnull (scenario);
    g_assert_cmpstr (told, ==, "");
    g_assert_null (load_text (too_much, &told_too_much));
    g_assert_cmpstr (told_too_much, ==, limits[i].told);
  }
}

/* Files that are no files: none of them may make the reader wait or fall over. */
static void
test_odd_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent.yaml", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.yaml", NULL);
  const char *const paths[] = { folder, pipe, absent, huge, "/dev/zero" };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (huge, "#", 1, NULL));
  g_assert_cmpint (truncate (huge, (17 << 20)), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (DeskDiagnostics) diagnostics = NULL;
    g_assert_null (desk_scenario_load_from_file (paths[i], &diagnostics));
    g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint (desk_diagnostics_get_item (diagnostics, 0)->line, ==, 0);
  }
  g_unlink (pipe);
  g_unlink (huge);
  g_rmdir (folder);
}

/* Texts that once would have cost the square of their length, or the stack. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "[",         "{",         "a: ",        "- ",
                                        "x, y ",     "\"b\" c, ", "x [",        "\t",
                                        "x #",       "'",         "\"",         "\\q",
                                        "a: \"b\n",  "a: {b\n",   "\xc3\xa5: ", "\x01",
                                        "&a *b !c ", "\r",        "---\n",      "|\n " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new ("title: {text: ");
    g_autofree char *told = NULL;
    while (text->len < 1 << 20)
      g_string_append (text, pieces[i]);
    g_assert_null (load_text (text->str, &told));
    g_assert_cmpstr (told, !=, "");
  }
}

/* Every single byte of a good scenario turned into something else: the reader must come back, with
 * a scenario or with a reason. */
static void
test_one_byte_wrong (void)
{
  static const char bytes[] = "\"'{[]},:#\t\n@*&!|>%- \\";
  g_autoptr (DeskScenario) scenario = load_full ();
  gsize length = strlen (scenario->yaml);

  for (gsize i = 0; i < length; i++) {
    g_autofree char *text = g_strdup (scenario->yaml);
    text[i] = bytes[i % (sizeof bytes - 1)];
    g_autoptr (DeskDiagnostics) diagnostics = NULL;
    g_autoptr (DeskScenario) changed =
        desk_scenario_load_from_data (text, length, "s", NULL, &diagnostics);
    guint errors = desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR);
    g_assert_cmpint (changed == NULL, ==, errors > 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/shift", test_shift);
  g_test_add_func ("/reader/shift-defaults", test_shift_defaults);
  g_test_add_func ("/reader/people", test_people);
  g_test_add_func ("/reader/presence", test_presence);
  g_test_add_func ("/reader/call", test_call);
  g_test_add_func ("/reader/call-defaults", test_call_defaults);
  g_test_add_func ("/reader/expectation", test_expectation);
  g_test_add_func ("/reader/replies", test_replies);
  g_test_add_func ("/reader/phrases", test_phrases);
  g_test_add_func ("/reader/greeting", test_greeting);
  g_test_add_func ("/reader/source", test_source);
  g_test_add_func ("/reader/order", test_order);
  g_test_add_func ("/reader/limits", test_limits);
  g_test_add_func ("/reader/odd-files", test_odd_files);
  g_test_add_func ("/reader/hostile", test_hostile);
  g_test_add_func ("/reader/one-byte-wrong", test_one_byte_wrong);
  return g_test_run ();
}
