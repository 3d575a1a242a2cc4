/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Scores a journal in one process after another locale and time zone, twice in each, and prints the
 * report if its bytes were the same every time. Usage: score-in-places json|csv JOURNAL LOCALE... */

#include "engine/recording.h"
#include "report/report.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "America/St_Johns",
                                     "NOWHERE-5:45" };

static char *
score (const char *format, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecording) recording = desk_recording_load_from_file (path, &error);
  g_autoptr (DeskScorecard) card = NULL;

  if (recording == NULL)
    g_error ("%s", error->message);
  card = desk_scorecard_new (recording);
  return strcmp (format, "csv") == 0 ? desk_report_to_csv (card) : desk_report_to_json (card);
}

static void
go_to (const char *locale, const char *zone)
{
  if (setlocale (LC_ALL, locale) == NULL)
    g_error ("there is no locale %s", locale);
  g_setenv ("TZ", zone, TRUE);
  tzset ();
}

int
main (int argc, char **argv)
{
  g_autofree char *first = NULL;

  g_assert (argc >= 4);
  for (int place = 3; place < argc; place++) {
    for (int time = 0; time < 2; time++) {
      const char *zone = zones[(gsize) (place + time) % G_N_ELEMENTS (zones)];
      g_autofree char *report = NULL;

      go_to (argv[place], zone);
      report = score (argv[1], argv[2]);
      if (first == NULL)
        first = g_strdup (report);
      if (strcmp (first, report) != 0)
        g_error ("%s is scored otherwise in %s, %s:\n%s\n%s", argv[2], argv[place], zone, first,
                 report);
    }
  }
  fputs (first, stdout);
  return EXIT_SUCCESS;
}
