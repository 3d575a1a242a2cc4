/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "timeline-shift.h"

#include "engine/autopilot.h"
#include "engine/recording.h"
#include "scenario/scenario-reader.h"
#include "shift.h"

static const char every[] =
    "format: 1\n"
    "title: \"Monday <b>morning</b> at Nordvik Bygg\"\n"
    "language: sv\n"
    "country: se\n"
    "lines: 3\n"
    "duration: 8:00\n"
    "organisation: Nordvik Bygg\n"
    "people:\n"
    "  - id: erik\n"
    "    name: Erik Öberg\n"
    "    extension: 201\n"
    "    presence: [{from: 0:00, is: available}, {from: 0:20, is: away}]\n"
    "  - {id: maja, name: Maja Sjölund, extension: 202}\n"
    "phrases:\n"
    "  - {id: secret, label: Give the private mobile, critical: yes}\n"
    "calls:\n"
    "  - id: invoice\n"
    "    at: 0:02\n"
    "    line: 2\n"
    "    caller: {given: Åsa, surname: Lindqvist, organisation: Nordvik Bygg, phone: 070-174 06 05}\n"
    "    says: {opening: {text: \"Hej, är Erik Öberg inne?\"}}\n"
    "    expect: {do: message, to: erik, message: \"Ring före 14.30.\"}\n"
    "  - id: secret\n"
    "    at: 0:05\n"
    "    line: 1\n"
    "    caller: {given: Nils, surname: Holm}\n"
    "    says: {opening: {text: \"Kan jag få tala med Maja Sjölund?\"}}\n"
    "    expect: {do: transfer, to: maja}\n"
    "  - id: lost\n"
    "    at: 0:10\n"
    "    line: 3\n"
    "    patience: {ringing: 20}\n"
    "    calls_back_after: 60\n"
    "    caller: {given: Eva, surname: \"<Ek> & Ö\"}\n"
    "    says: {opening: {text: \"Hej, när har ni öppet?\"}}\n"
    "    expect: {do: decline}\n"
    "  - id: full\n"
    "    at: 0:20\n"
    "    caller: {given: Ola, surname: Berg}\n"
    "    says: {opening: {text: \"Hej.\"}}\n"
    "    expect: {do: decline}\n"
    "  - id: comes\n"
    "    at: 1:40\n"
    "    line: 1\n"
    "    caller: {given: Karl-Wilhelm, surname: von Hohenstaufen-Löwenskiöld af Ridderstad,"
    " organisation: Institutet för tillämpad byggnadsfysik och inomhusklimat}\n"
    "    says: {opening: {text: \"Är Erik där?\"}}\n"
    "    expect: {do: transfer, to: erik}\n"
    "  - id: waits\n"
    "    at: 2:50\n"
    "    line: 2\n"
    "    patience: {hold: 40}\n"
    "    caller: {given: Siv, surname: Lund}\n"
    "    says: {opening: {text: \"Är Maja inne?\"}}\n"
    "    expect: {do: transfer, to: maja}\n"
    "  - id: late\n"
    "    at: 7:00\n"
    "    caller: {given: Tor, surname: Dahl}\n"
    "    says: {opening: {text: \"Hej.\"}}\n"
    "    expect: {do: decline}\n";

static const char work[] =
    "8000 answer 2\n9000 say 2 greet\n14000 say 2 ask_matter\n18000 say 2 ask_hold\n"
    "24000 answer 1\n25000 say 1 greet\n32000 consult 1 maja\n40000 say 1 announce\n"
    "47000 complete 1\n50000 resume 2\n52000 say 2 ask_number\n63000 say 2 goodbye\n"
    "66000 release 2\n80000 message invoice|erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05||Ring\n"
    "95000 answer 3\n96000 say 3 greet\n104000 say 3 secret\n"
    "110000 answer 1\n111000 say 1 greet\n116000 say 1 tell_transfer\n118000 transfer 1 erik\n"
    "120000 resume 3\n122000 say 3 goodbye\n124000 release 3\n"
    "142000 answer 1\n143000 say 1 apologise\n143400 say 1 offer_message\n143800 say 1 ask_number\n"
    "160000 message comes|erik|Karl||08-465 004 01||Ring\n165000 say 1 goodbye\n168000 release 1\n"
    "180000 answer 2\n181000 say 2 greet\n190000 hold 2\n250000 draft waits|||||| \n";

DeskScorecard *
timeline_shift_new (void)
{
  g_autoptr (Shift) shift = shift_new (every, DESK_MODE_PRACTICE);

  shift_work (shift, 0, work);
  shift_finish (shift, TRUE);
  return shift_score (shift);
}

static DeskScenario *
make_long (guint n_calls, guint n_lines, gint64 length_ms)
{
  g_autoptr (GString) yaml = g_string_new ("format: 1\ntitle: A long day\nlanguage: en\n"
                                           "country: gb\norganisation: Harbour Print\n");
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario;

  g_string_append_printf (yaml, "lines: %u\nduration: %" G_GINT64_FORMAT ":00\n", n_lines,
                          length_ms / 60000);
  g_string_append (yaml, "people:\n  - {id: fay, name: Fay Reed, extension: 201}\ncalls:\n");
  for (guint n = 0; n < n_calls; n++)
    g_string_append_printf (
        yaml,
        "  - {id: c%u, at: %" G_GINT64_FORMAT ", line: %u, caller: {given: Ann, surname: Number%u,"
        " phone: 01632 960011}, says: {opening: {text: Is Fay in}}, expect: {do: %s, to: fay}}\n",
        n, length_ms / 1000 * n / n_calls, n % n_lines + 1, n,
        n % 3 == 0 ? "message, message: Please ring" : "transfer");
  scenario = desk_scenario_load_from_data (yaml->str, yaml->len, "long", NULL, &diagnostics);
  if (scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

    g_error ("%s", faults);
  }
  return scenario;
}

DeskScorecard *
timeline_shift_new_long (guint n_calls, guint n_lines, gint64 length_ms)
{
  g_autoptr (DeskScenario) scenario = make_long (n_calls, n_lines, length_ms);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Kim", DESK_MODE_SIMULATED);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (DeskRecording) recording = desk_recording_new (header, scenario, lengths);
  g_autoptr (DeskSession) session = desk_session_new (scenario, lengths, header, journal);
  g_autoptr (DeskAutopilot) autopilot = NULL;

  desk_session_set_recording (session, recording);
  desk_session_start (session, NULL);
  autopilot = desk_autopilot_new (DESK_TRAINEE_HURRIED, session, 1);
  desk_autopilot_run (autopilot);
  return desk_scorecard_new (recording);
}
