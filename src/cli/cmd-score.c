/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-score.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/complain.h"
#include "cli/long-work.h"
#include "cli/write-out.h"
#include "report/report.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* The command line as it was given; strings are owned. */
typedef struct {
  char *format;
  char *output;
  char *paper;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_free (options->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("Output format: text, json, csv, html or pdf"), N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper,
      N_ ("Pages of a PDF: a4 or letter; else what is usual in your country"), N_ ("SIZE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("JOURNAL"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Scores a recorded session from its journal alone."));
  g_option_context_set_description (
      context,
      _ ("The exit status is 0 when the report was written, 1 for a journal that cannot be "
         "read,\nor an exam that was changed afterwards, 2 for a wrong command line, 3 when the system failed, and 130 after "
         "Ctrl+C, which leaves no\nfile behind."));
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static const char *
find_misuse (const Options *options, int argc, char **argv)
{
  if (argc != 2)
    return _ ("name one journal");
  if (options->output != NULL && is_same_file (options->output, argv[1]))
    return _ ("--output names the journal itself, which would be lost");
  if (options->paper != NULL && desk_paper_size_find (options->paper) == NULL)
    return _ ("the paper must be a4 or letter");
  if (options->output != NULL && g_file_test (options->output, G_FILE_TEST_EXISTS) &&
      !g_file_test (options->output, G_FILE_TEST_IS_REGULAR))
    return _ ("--output must name a file; leave it out to write to standard output");
  return NULL;
}

static const char *
find_misused_format (const Options *options, DeskReportFormat *format)
{
  *format = DESK_REPORT_TEXT;
  if (options->format != NULL && !desk_report_format_from_name (options->format, format))
    return _ ("the format must be text, json, csv, html or pdf");
  if (*format == DESK_REPORT_PDF && options->output == NULL && isatty (STDOUT_FILENO))
    return _ ("a PDF cannot be shown in a terminal: give --output FILE");
  return NULL;
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk score: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk score --help”."));
  return STATUS_USAGE;
}

/* A journal that cannot be read as one is at fault; a disk that fails is not. */
static int
tell_unreadable (const GError *error)
{
  desk_complain ("score", error->message);
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_IO) ? STATUS_SYSTEM : STATUS_FAULTS;
}

static int
tell_unwritten (const char *where, const char *why)
{
  g_printerr (_ ("frontdesk score: %s could not be written: %s\n"), where, why);
  return STATUS_SYSTEM;
}

static const char *
name_of_output (const Options *options)
{
  return options->output != NULL ? options->output : _ ("standard output");
}

/* A file is still watched over while it is written; a pipe that nobody reads must yield to Ctrl+C
 * at once. */
static int
finish (const Options *options, DeskLongWork *work, GBytes *report, const GError *error)
{
  int status = STATUS_DONE;
  int cancelled;

  if (report != NULL && options->output != NULL)
    status = desk_write_out ("score", options->output, report) ? STATUS_DONE : STATUS_SYSTEM;
  cancelled = desk_long_work_end (work);
  if (report != NULL && options->output == NULL)
    desk_write_out ("score", NULL, report);
  if (report != NULL)
    return status;
  if (cancelled == 0)
    return tell_unwritten (name_of_output (options), error->message);
  g_printerr ("frontdesk score: %s\n", _ ("cancelled; nothing was written"));
  return cancelled;
}

static int
write_report (const Options *options, DeskReportFormat format, const DeskScorecard *scorecard)
{
  DeskLongWork work;
  DeskReportOptions how = { .tell = desk_long_work_tell, .tell_data = &work };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report = NULL;

  if (options->paper != NULL)
    how.paper = desk_paper_size_find (options->paper);
  desk_long_work_begin (&work, _ ("Writing the report"));
  report = desk_report_write (scorecard, format, &how, work.cancellable, &error);
  return finish (options, &work, report, error);
}

/* The report is written all the same, and says so too; the exit status lets no script overlook it. */
static int
tell_changed (const DeskRecording *recording, const char *path)
{
  if (recording->chain.state != DESK_CHAIN_CHANGED)
    return STATUS_DONE;
  g_printerr (_ ("frontdesk score: %s was changed after the exam, from line %u on: the result does "
                 "not count\n"),
              path, recording->chain.line);
  return STATUS_FAULTS;
}

static int
score_journal (const Options *options, DeskReportFormat format, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, &error);
  g_autoptr (DeskScorecard) scorecard = NULL;
  int changed;
  int status;

  if (recording == NULL)
    return tell_unreadable (error);
  changed = tell_changed (recording, path);
  if (recording->torn)
    g_printerr (_ ("frontdesk score: warning: the last line of %s was cut off and is left out\n"),
                path);
  if (!g_str_equal (recording->sha256, recording->scenario->sha256))
    g_printerr (_ ("frontdesk score: warning: the scenario in %s was changed after the session\n"),
                path);
  scorecard = desk_scorecard_new (recording);
  status = write_report (options, format, scorecard);
  return status == STATUS_DONE ? changed : status;
}

int
desk_cmd_score (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  DeskReportFormat format;
  const char *misuse;

  if (!parse_options (&options, &argc, &argv, &error))
    return wrong_usage (error->message);
  misuse = find_misuse (&options, argc, argv);
  if (misuse == NULL)
    misuse = find_misused_format (&options, &format);
  if (misuse != NULL)
    return wrong_usage (misuse);
  return score_journal (&options, format, argv[1]);
}
