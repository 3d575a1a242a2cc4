/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/report.h"

#include "report/writers.h"

#include <glib/gi18n-lib.h>

static const struct {
  DeskReportKind kind;
  DeskReportWriter write; /* NULL: PDF, which is no text and can fail */
} formats[DESK_N_REPORT_FORMATS] = {
  [DESK_REPORT_TEXT] = { { "text", ".txt", N_ ("Plain text, for a letter or a terminal (TXT)") },
                         desk_report_write_text },
  [DESK_REPORT_JSON] = { { "json", ".json", N_ ("Data, everything (JSON)") },
                         desk_report_write_json },
  [DESK_REPORT_CSV] = { { "csv", ".csv", N_ ("Table, one row for each call (CSV)") },
                        desk_report_write_csv },
  [DESK_REPORT_HTML] = { { "html", ".html", N_ ("Web page, for reading (HTML)") },
                         desk_report_write_html },
  [DESK_REPORT_PDF] = { { "pdf", ".pdf", N_ ("Document, for printing (PDF)") }, NULL },
};

const DeskReportKind *
desk_report_kind (DeskReportFormat format)
{
  return &formats[format].kind;
}

gboolean
desk_report_format_from_name (const char *name, DeskReportFormat *format)
{
  for (guint n = 0; n < DESK_N_REPORT_FORMATS; n++) {
    if (g_str_equal (formats[n].kind.name, name)) {
      *format = (DeskReportFormat) n;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
desk_report_goes_on (const DeskReportWork *work, guint done, guint of)
{
  if (g_cancellable_is_cancelled (work->cancellable))
    return FALSE;
  if (work->tell != NULL)
    work->tell (of > 0 ? (double) done / of : 1, work->tell_data);
  return TRUE;
}

static GBytes *
write_format (const DeskScorecard *scorecard,
              DeskReportFormat format,
              const DeskReportWork *work,
              GError **error)
{
  GString *report;

  if (formats[format].write == NULL)
    return desk_report_write_pdf (scorecard, work, error);
  report = g_string_new (NULL);
  formats[format].write (scorecard, work, report);
  return g_string_free_to_bytes (report);
}

GBytes *
desk_report_write (const DeskScorecard *scorecard,
                   DeskReportFormat format,
                   const DeskReportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  DeskReportWork work = { .paper = desk_paper_size_usual (), .cancellable = cancellable };
  g_autoptr (GBytes) report = NULL;

  g_return_val_if_fail (format < DESK_N_REPORT_FORMATS, NULL);

  if (options != NULL && options->paper != NULL)
    work.paper = options->paper;
  if (options != NULL) {
    work.tell = options->tell;
    work.tell_data = options->tell_data;
  }
  report = write_format (scorecard, format, &work, error);
  if (report == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  desk_report_goes_on (&work, 1, 1);
  return g_steal_pointer (&report);
}

char *
desk_report_to_string (const DeskScorecard *scorecard, DeskReportFormat format)
{
  const DeskReportWork work = { .paper = desk_paper_size_usual () };
  GString *report;

  g_return_val_if_fail (formats[format].write != NULL, NULL);

  report = g_string_new (NULL);
  formats[format].write (scorecard, &work, report);
  return g_string_free (report, FALSE);
}
