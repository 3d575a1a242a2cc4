/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-score.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "report/report.h"

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

typedef char *(*ReportFunc) (const DeskScorecard *scorecard);

typedef struct {
  const char *name;
  ReportFunc report; /* NULL: pdf, which is no text */
} Format;

static const Format formats[] = {
  { "text", desk_report_to_text },
  { "json", desk_report_to_json },
  { "csv", desk_report_to_csv },
  { "html", desk_report_to_html },
  { "pdf", NULL },
};

/* The command line as it was given; strings are owned. */
typedef struct {
  char *format;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("How to write: text, json, csv, html or pdf"), N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("JOURNAL"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Scores a recorded session from nothing but its journal."));
  return g_option_context_parse (context, argc, argv, error);
}

static const Format *
find_format (const char *name)
{
  for (gsize n = 0; n < G_N_ELEMENTS (formats); n++) {
    if (name == NULL || g_str_equal (formats[n].name, name))
      return &formats[n];
  }
  return NULL;
}

static const char *
find_misuse (const Options *options, const Format *format, int argc)
{
  if (argc != 2)
    return _ ("name one journal");
  if (format == NULL)
    return _ ("the format must be text, json, csv, html or pdf");
  if (format->report == NULL && options->output == NULL && isatty (STDOUT_FILENO))
    return _ ("a PDF is nothing for a terminal: give --output FILE");
  if (options->output != NULL && g_file_test (options->output, G_FILE_TEST_EXISTS) &&
      !g_file_test (options->output, G_FILE_TEST_IS_REGULAR))
    return _ ("--output must name a file; leave it out to write to standard output");
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
  g_printerr ("frontdesk score: %s\n", error->message);
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_IO) ? STATUS_SYSTEM : STATUS_FAULTS;
}

static int
tell_unwritten (const char *where, const char *why)
{
  g_printerr (_ ("frontdesk score: %s could not be written: %s\n"), where, why);
  return STATUS_SYSTEM;
}

static GBytes *
make_report (const Format *format, const DeskScorecard *scorecard, GError **error)
{
  char *report;

  if (format->report == NULL)
    return desk_report_to_pdf (scorecard, error);
  report = format->report (scorecard);
  return g_bytes_new_take (report, strlen (report));
}

/* The bytes as they are: GLib's printing would turn them into the locale's character set. */
static int
write_to_stdout (GBytes *report)
{
  gsize length;
  const void *data = g_bytes_get_data (report, &length);

  fwrite (data, 1, length, stdout);
  return STATUS_DONE;
}

/* The whole file or nothing: another name first, then renamed. */
static int
write_to_file (const char *path, GBytes *report)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (report, &length);

  if (!g_file_set_contents_full (path, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                 &error))
    return tell_unwritten (path, error->message);
  return STATUS_DONE;
}

static int
score_journal (const Options *options, const Format *format, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, &error);
  g_autoptr (DeskScorecard) scorecard = NULL;
  g_autoptr (GBytes) report = NULL;

  if (recording == NULL)
    return tell_unreadable (error);
  if (recording->torn)
    g_printerr (_ ("frontdesk score: warning: the last line of %s was cut off and is left out\n"),
                path);
  if (!g_str_equal (recording->sha256, recording->scenario->sha256))
    g_printerr (_ ("frontdesk score: warning: the scenario in %s was changed after the session\n"),
                path);
  scorecard = desk_scorecard_new (recording);
  report = make_report (format, scorecard, &error);
  if (report == NULL)
    return tell_unwritten (options->output != NULL ? options->output : _ ("standard output"),
                           error->message);
  if (options->output != NULL)
    return write_to_file (options->output, report);
  return write_to_stdout (report);
}

int
desk_cmd_score (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  const Format *format;
  const char *misuse;

  if (!parse_options (&options, &argc, &argv, &error))
    return wrong_usage (error->message);
  format = find_format (options.format);
  misuse = find_misuse (&options, format, argc);
  if (misuse != NULL)
    return wrong_usage (misuse);
  return score_journal (&options, format, argv[1]);
}
