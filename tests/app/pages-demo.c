/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "app/directory-panel.h"
#include "app/message-pad.h"
#include "app/summary-page.h"
#include "cli/paths.h"
#include "engine/recording.h"
#include "engine/session.h"
#include "scenario/scenario-reader.h"
#include "timeline-shift.h"

/* Shows the pages with a made-up shift, to be looked at:
 *   pages-demo pad|pad-empty|column|summary|timeline|timeline-long [--dark] [--people N]
 *              [--size WxH] [--journal FILE]
 * The summaries of `timeline` hold every state and mark, and two thousand calls. */

static int n_extra_people;
static gboolean dark;
static char *size;
static char *journal_path;

static const GOptionEntry options[] = {
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "The dark theme", NULL },
  { "people", 0, 0, G_OPTION_ARG_INT, &n_extra_people, "Further people in the directory", "N" },
  { "journal", 0, 0, G_OPTION_ARG_FILENAME, &journal_path,
    "The summary offers the recording beside it", "FILE" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "WxH" },
  { NULL },
};

static const char yaml_head[] =
    "format: 1\n"
    "title: \"Monday <b>morning</b> at Nordvik Bygg\"\n"
    "language: sv\n"
    "country: se\n"
    "lines: 4\n"
    "duration: 8:00\n"
    "organisation: Nordvik Bygg\n"
    "people:\n"
    "  - id: erik\n"
    "    name: Erik Öberg\n"
    "    title: Site manager\n"
    "    department: Projects\n"
    "    extension: 201\n"
    "    presence: [{from: 0:00, is: available}, {from: 0:20, is: away}]\n"
    "  - {id: maja, name: Maja Sjölund, title: Accountant, department: Finance, extension: 202}\n"
    "  - id: long\n"
    "    name: Karl-Wilhelm von Hohenstaufen-Löwenskiöld af Ridderstad & Söner\n"
    "    title: Deputy head of quality, environment and occupational safety\n"
    "    department: Quality\n"
    "    extension: 203\n"
    "    presence: [{from: 0:00, is: do_not_disturb}]\n"
    "  - id: anna\n"
    "    name: \"Anna <i>Berg\"\n"
    "    extension: 204\n"
    "    presence: [{from: 0:00, is: busy}]\n"
    "  - {id: switch, name: Goods reception, department: Stores, extension: 300, screens_calls: no}\n";

static const char yaml_calls[] =
    "calls:\n"
    "  - id: invoice\n"
    "    at: 0:02\n"
    "    line: 2\n"
    "    display: {name: \"Lindqvist, Åsa\", number: 070-174 06 05}\n"
    "    caller: {given: Åsa, surname: Lindqvist, organisation: Nordvik Bygg, phone: 070-174 06 05, spells_name: yes}\n"
    "    says:\n"
    "      opening: {text: \"Hej, är Erik Öberg inne?\"}\n"
    "      matter: {text: \"Faktura 4471, nej 4417, är inte betald. Ring före halv tre.\"}\n"
    "      number: {text: \"Noll sju noll, ett sju fyra, noll sex, noll fem.\"}\n"
    "    expect:\n"
    "      do: message\n"
    "      to: erik\n"
    "      ticks: [please_call]\n"
    "      message: \"Faktura 4417 är inte betald. Ring före 14.30.\"\n"
    "      facts:\n"
    "        - {number: \"4417\", weight: 2, wrong: [\"4471\"]}\n"
    "        - {time: \"14:30\"}\n"
    "        - {not: [betald], accept: [obetald]}\n"
    "  - id: secret\n"
    "    at: 0:05\n"
    "    display: {number: withheld}\n"
    "    caller: {given: Nils, surname: Holm}\n"
    "    says: {opening: {text: \"Kan jag få tala med Maja Sjölund?\"}}\n"
    "    expect: {do: transfer, to: maja}\n"
    "  - id: lost\n"
    "    at: 0:10\n"
    "    patience: {ringing: 20}\n"
    "    caller: {given: Eva, surname: Ek, phone: 070-174 06 11}\n"
    "    says: {opening: {text: \"Hej, när har ni öppet?\"}}\n"
    "    expect: {do: decline}\n";

static DeskScenario *
make_scenario (void)
{
  g_autoptr (GString) yaml = g_string_new (yaml_head);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario;

  for (int i = 0; i < n_extra_people; i++)
    g_string_append_printf (
        yaml, "  - {id: p%d, name: Person %d, department: Crowd, extension: %d}\n", i, i, 1000 + i);
  g_string_append (yaml, yaml_calls);
  scenario = desk_scenario_load_from_data (yaml->str, yaml->len, "demo", NULL, &diagnostics);
  if (scenario == NULL) {
    g_autofree char *faults = desk_diagnostics_to_text (diagnostics);

    g_error ("%s", faults);
  }
  return scenario;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/frontdesk/Frontdesk/ui/pages.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
dispatch (DeskSession *session, DeskCommandType type, guint line, gint64 t_ms)
{
  DeskCommand command = { .type = type, .line = line };

  desk_session_dispatch (session, &command, t_ms);
}

static void
on_slip (DeskSession *session, const DeskCall *call, const DeskSlip *slip, DeskCommandType type)
{
  DeskCommand command = { .type = type, .call = call, .slip = slip };

  g_print ("%s %s: to “%s”, name “%s”, text “%s”\n", desk_command_name (type), call->id, slip->to,
           slip->name, slip->text);
  desk_session_dispatch (session, &command, desk_session_get_state (session)->now_ms);
}

static void
on_draft (DeskSession *session, const DeskCall *call, const DeskSlip *slip)
{
  on_slip (session, call, slip, DESK_COMMAND_DRAFT);
}

static void
on_message (DeskSession *session, const DeskCall *call, const DeskSlip *slip)
{
  on_slip (session, call, slip, DESK_COMMAND_MESSAGE);
}

static void
on_person (DeskDirectoryPanel *panel, const DeskPerson *person, const char *what)
{
  g_print ("%s %s\n", what, person->id);
}

static GtkWidget *
make_pad (DeskSession *session, const DeskCall *call)
{
  GtkWidget *pad = desk_message_pad_new (session);

  g_signal_connect_object (pad, "draft", G_CALLBACK (on_draft), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (pad, "message", G_CALLBACK (on_message), session, G_CONNECT_SWAPPED);
  desk_message_pad_set_call (DESK_MESSAGE_PAD (pad), call);
  return pad;
}

static GtkWidget *
make_column (DeskSession *session, const DeskCall *call)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *directory = desk_directory_panel_new (session);

  g_object_set (directory, "can-transfer", TRUE, NULL);
  g_signal_connect (directory, "transfer", G_CALLBACK (on_person), (gpointer) "transfer");
  g_signal_connect (directory, "consult", G_CALLBACK (on_person), (gpointer) "consult");
  gtk_box_pack_start (GTK_BOX (column), make_pad (session, call), TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (column), directory, TRUE, TRUE, 0);
  return column;
}

static DeskSession *
make_session (DeskScenario *scenario)
{
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("Sven", DESK_MODE_PRACTICE);
  g_autoptr (DeskJournal) journal = desk_journal_new_in_memory ();
  g_autoptr (GError) error = NULL;
  DeskSession *session = desk_session_new (scenario, lengths, header, journal);

  if (!desk_session_start (session, &error))
    g_error ("%s", error->message);
  return session;
}

static void
say (DeskSession *session, guint line, const char *phrase, gint64 t_ms)
{
  DeskCommand command = {
    .type = DESK_COMMAND_SAY,
    .line = line,
    .phrase = desk_scenario_find_phrase (desk_session_get_scenario (session), phrase),
  };

  desk_session_dispatch (session, &command, t_ms);
}

static void
log_message (DeskSession *session, gint64 t_ms)
{
  DeskSlip slip = {
    .to = (char *) "erik",
    .name = (char *) "Åsa Lindkvist",
    .organisation = (char *) "Nordvik Bygg",
    .phone = (char *) "070-174 60 05",
    .text = (char *) "Faktura 4471 är betald. Ring före halv tre.",
    .ticks = DESK_TICK_PLEASE_CALL | DESK_TICK_URGENT,
  };
  DeskCommand command = {
    .type = DESK_COMMAND_MESSAGE,
    .call = desk_session_get_scenario (session)->calls[0],
    .slip = &slip,
  };

  desk_session_dispatch (session, &command, t_ms);
}

/* A shift with something of everything: a faulty message, holds, a transfer, a caller who gave
 * up. */
static void
work (DeskSession *session)
{
  DeskScenario *scenario = desk_session_get_scenario (session);
  DeskCommand consult = {
    .type = DESK_COMMAND_CONSULT,
    .line = 1,
    .to = desk_scenario_find_person (scenario, "maja"),
  };
  DeskCommand finish = { .type = DESK_COMMAND_FINISH, .early = TRUE };

  dispatch (session, DESK_COMMAND_ANSWER, 2, 8000);
  say (session, 2, "greet", 9000);
  say (session, 2, "ask_matter", 14000);
  dispatch (session, DESK_COMMAND_ANSWER, 1, 24000);
  say (session, 1, "greet", 25000);
  desk_session_dispatch (session, &consult, 32000);
  say (session, 1, "announce", 40000);
  dispatch (session, DESK_COMMAND_COMPLETE, 1, 47000);
  dispatch (session, DESK_COMMAND_RESUME, 2, 50000);
  say (session, 2, "ask_number", 52000);
  log_message (session, 61000);
  say (session, 2, "goodbye", 63000);
  dispatch (session, DESK_COMMAND_RELEASE, 2, 66000);
  desk_session_dispatch (session, &finish, 70000);
}

static void
offer_recording (DeskSummaryPage *page)
{
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new ("/dev/null");
  g_autoptr (DeskAudio) audio = desk_audio_new (settings);

  desk_audio_start (audio);
  desk_summary_page_set_recording (page, audio, journal_path,
                                   "The disk was too slow: 5 seconds are missing.");
}

static GtkWidget *
make_summary (DeskSession *session)
{
  GtkWidget *page;
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data;

  work (session);
  journal = desk_journal_get_bytes (desk_session_get_journal (session));
  data = g_bytes_get_data (journal, &length);
  recording = desk_recording_load_from_data (data, length, "demo.journal", &error);
  if (recording == NULL)
    g_error ("%s", error->message);
  scorecard = desk_scorecard_new (recording);
  page = desk_summary_page_new (scorecard);
  if (journal_path != NULL)
    offer_recording (DESK_SUMMARY_PAGE (page));
  return page;
}

static GtkWidget *
make_timeline (gboolean long_one)
{
  g_autoptr (DeskScorecard) scorecard =
      long_one ? timeline_shift_new_long (2000, 24, 8 * 3600000) : timeline_shift_new ();

  return desk_summary_page_new (scorecard);
}

static GtkWidget *
make_page (const char *name, DeskSession *session)
{
  DeskScenario *scenario = desk_session_get_scenario (session);

  if (g_str_equal (name, "summary"))
    return make_summary (session);
  if (g_str_has_prefix (name, "timeline"))
    return make_timeline (g_str_equal (name, "timeline-long"));
  dispatch (session, DESK_COMMAND_ANSWER, 2, 4000);
  dispatch (session, DESK_COMMAND_ANSWER, 1, 9000);
  desk_session_advance (session, 25000);
  if (g_str_equal (name, "pad-empty"))
    return make_pad (session, NULL);
  if (g_str_equal (name, "pad"))
    return make_pad (session, scenario->calls[0]);
  if (g_str_equal (name, "column"))
    return make_column (session, scenario->calls[0]);
  g_error ("There is no page called %s", name);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (DeskSession) session = NULL;
  g_autofree char *locale_dir = desk_paths_locale_dir ();
  GtkWidget *window;
  int width = 380, height = 640;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (!gtk_init_with_args (&argc, &argv, "PAGE", options, NULL, &error))
    g_error ("%s", error->message);
  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_error ("A size is WIDTHxHEIGHT");
  load_style ();
  scenario = make_scenario ();
  session = make_session (scenario);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  g_signal_connect (window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
  gtk_container_add (GTK_CONTAINER (window), make_page (argc > 1 ? argv[1] : "column", session));
  gtk_widget_show_all (window);
  gtk_main ();
  return 0;
}
