/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-simulate.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/runs-report.h"
#include "cli/terminal.h"
#include "cli/write-out.h"
#include "report/report.h"
#include "scenario/scenario-reader.h"

#define MOST_RUNS 1000000

/* The command line as it was given; strings are owned. */
typedef struct {
  char *trainee;
  char *script;
  char *journal;
  char *format;
  gint64 seed;
  gboolean has_seed;
  gint64 runs; /* 0: a single one, told in full */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->trainee);
  g_free (options->script);
  g_free (options->journal);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* In the user's words, not in those of a library. */
static gboolean
parse_number (
    const char *name, const char *value, gint64 least, gint64 most, gint64 *number, GError **error)
{
  if (g_ascii_string_to_signed (value, 10, least, most, number, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s takes a whole number from %lld to %lld, not “%s”"), name, (long long) least,
               (long long) most, value);
  return FALSE;
}

static gboolean
parse_seed (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  options->has_seed = TRUE;
  return parse_number (name, value, 0, G_MAXUINT32, &options->seed, error);
}

static gboolean
parse_runs (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;

  return parse_number (name, value, 1, MOST_RUNS, &options->runs, error);
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "trainee", 0, 0, G_OPTION_ARG_STRING, &options->trainee,
      N_ ("Who works the shift: ideal, steady, hurried or absent"), N_ ("WHO") },
    { "script", 0, 0, G_OPTION_ARG_FILENAME, &options->script,
      N_ ("Obey the commands of FILE, a script or a journal"), N_ ("FILE") },
    { "seed", 0, 0, G_OPTION_ARG_CALLBACK, parse_seed,
      N_ ("Move arrivals by chance, the same way for the same N"), N_ ("N") },
    { "runs", 0, 0, G_OPTION_ARG_CALLBACK, parse_runs,
      N_ ("Work the shift N times with different arrivals, and show the mean and the spread"),
      N_ ("N") },
    { "journal", 0, 0, G_OPTION_ARG_FILENAME, &options->journal, N_ ("Write the journal to OUT"),
      N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("Output format: text or json"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SCENARIO"));
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, options, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, _ ("Works a shift in virtual time and prints its score."));
  return g_option_context_parse (context, argc, argv, error);
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk simulate: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk simulate --help”."));
  return 2;
}

static gboolean
wants_json (const Options *options)
{
  return g_strcmp0 (options->format, "json") == 0;
}

/* What the options say wrongly, or NULL. */
static const char *
find_misuse (const Options *options, int argc, DeskTrainee *trainee)
{
  if (argc != 2)
    return _ ("name one scenario");
  if (options->format && !g_str_equal (options->format, "text") && !wants_json (options))
    return _ ("the format must be text or json");
  if (options->trainee && !desk_trainee_from_name (options->trainee, trainee))
    return _ ("the trainee must be ideal, steady, hurried or absent");
  if (options->script && options->trainee)
    return _ ("a script is its own trainee: give --script or --trainee");
  if (options->runs > 0 && (options->script || options->journal))
    return _ ("--runs goes with a built-in trainee, without --script or --journal");
  /* A file is put in place by renaming, which would do away with a device of that name. */
  if (options->journal && g_file_test (options->journal, G_FILE_TEST_EXISTS) &&
      !g_file_test (options->journal, G_FILE_TEST_IS_REGULAR))
    return _ ("--journal must name a file");
  return NULL;
}

/* An input that cannot be read as what it should be is at fault; a disk that fails is not. */
static int
tell_error (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return error->domain == G_IO_ERROR && error->code == G_IO_ERROR_NO_SPACE ? 3 : 1;
}

static DeskScenario *
load_scenario (const char *path)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  DeskScenario *scenario = desk_scenario_load_from_file (path, &diagnostics);
  g_autofree char *text = desk_diagnostics_to_text (diagnostics);

  g_printerr ("%s", text);
  return scenario;
}

static DeskJournalHeader *
make_header (const Options *options, const DeskScenario *scenario, const char *who)
{
  DeskJournalHeader *header = desk_journal_header_new (who, DESK_MODE_SIMULATED);

  header->seed = options->has_seed ? options->seed : scenario->seed;
  header->jittered = options->has_seed || scenario->jittered;
  return header;
}

static int
print_scorecard (const Options *options, const DeskRecording *recording)
{
  g_autoptr (DeskScorecard) scorecard = desk_scorecard_new (recording);
  g_autofree char *report =
      desk_report_to_string (scorecard, wants_json (options) ? DESK_REPORT_JSON : DESK_REPORT_TEXT);

  fputs (report, stdout);
  return 0;
}

static int
work_once (const Options *options,
           DeskScenario *scenario,
           DeskClipLengths *lengths,
           DeskTrainee trainee)
{
  g_autoptr (DeskJournalHeader) header =
      make_header (options, scenario, options->script ? "script" : desk_trainee_name (trainee));
  g_autoptr (DeskRecording) script = NULL;
  g_autoptr (DeskRecording) recording = NULL;
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GError) error = NULL;

  if (options->script) {
    script = desk_recording_load_script (options->script, scenario, &error);
    if (!script)
      return tell_error (error);
    if (script->torn)
      g_printerr (_ ("%s: the last line is cut off and was dropped\n"), options->script);
    if (script->chain.state == DESK_CHAIN_CHANGED)
      g_printerr (_ ("%s: warning: it was changed after the exam, from line %u on\n"),
                  options->script, script->chain.line);
    if (script->sha256 && !g_str_equal (script->sha256, scenario->sha256))
      g_printerr (_ ("%s: warning: it was recorded with another version of this scenario\n"),
                  options->script);
    recording = desk_virtual_shift_replay (scenario, lengths, header, script, &journal);
  } else {
    recording = desk_virtual_shift_run (scenario, lengths, header, trainee, &journal);
  }
  if (options->journal && !desk_write_out ("simulate", options->journal, journal))
    return 3;
  return print_scorecard (options, recording);
}

static void
show_progress (guint done, guint of, gpointer data)
{
  if (!isatty (STDERR_FILENO))
    return;
  desk_terminal_begin_line_again ();
  g_printerr (_ ("%u of %u shifts"), done, of);
}

static int
work_many (const Options *options,
           DeskScenario *scenario,
           DeskClipLengths *lengths,
           DeskTrainee trainee)
{
  g_autoptr (DeskJournalHeader) header =
      make_header (options, scenario, desk_trainee_name (trainee));
  g_autoptr (DeskManyShifts) many = NULL;

  header->jittered = TRUE;
  many = desk_many_shifts_run (scenario, lengths, header, trainee, (guint) options->runs,
                               show_progress, NULL);

  if (isatty (STDERR_FILENO))
    desk_terminal_clear_line ();
  if (wants_json (options))
    desk_runs_report_print_json (many);
  else
    desk_runs_report_print_text (many);
  return 0;
}

int
desk_cmd_simulate (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autoptr (DeskClipLengths) lengths = NULL;
  DeskTrainee trainee = DESK_TRAINEE_STEADY;
  const char *misuse;

  if (!parse_options (&options, &argc, &argv, &error))
    return wrong_usage (error->message);
  misuse = find_misuse (&options, argc, &trainee);
  if (misuse)
    return wrong_usage (misuse);

  scenario = load_scenario (argv[1]);
  if (!scenario)
    return 1;
  lengths = desk_clip_lengths_new (scenario);
  if (options.runs > 0)
    return work_many (&options, scenario, lengths, trainee);
  return work_once (&options, scenario, lengths, trainee);
}
