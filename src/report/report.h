/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "report/paper-size.h"
#include "scoring/scorecard.h"

/* A scorecard as something to read, to print or to calculate with. JSON and CSV are the same bytes
 * in every locale; the others speak the user's language. All but PDF are text and end with a
 * newline. */

G_BEGIN_DECLS

typedef enum {
  DESK_REPORT_TEXT, /* for a terminal */
  DESK_REPORT_JSON, /* the keys are a contract (DESIGN, "--format json of a scorecard") */
  DESK_REPORT_CSV,  /* one row a call, with the names of the JSON */
  DESK_REPORT_HTML, /* one file that needs no other, for screen and paper */
  DESK_REPORT_PDF,  /* pages */
} DeskReportFormat;

#define DESK_N_REPORT_FORMATS ((guint) DESK_REPORT_PDF + 1)

/* Of a format. */
typedef struct {
  const char *name;   /* on the command line: "pdf" */
  const char *suffix; /* of a file's name: ".pdf" */
  const char *label;  /* msgid, for people who do not know the name */
} DeskReportKind;

const DeskReportKind *desk_report_kind (DeskReportFormat format);

/* By name, and by the suffix of a file's name; FALSE: there is none. */
gboolean desk_report_format_from_name (const char *name, DeskReportFormat *format);

/* Told how far a report is, 0 to 1, again and again and never less than before; on the thread that
 * makes it. */
typedef void (*DeskReportTell) (double fraction, gpointer data);

typedef struct {
  const DeskPaperSize *paper; /* NULL: what is usual here */
  DeskReportTell tell;        /* or NULL */
  gpointer tell_data;
} DeskReportOptions;

/* The whole report, on whatever thread. NULL options: none. Sets a GIOError when it cannot be made,
 * which befalls only PDF, and G_IO_ERROR_CANCELLED. (transfer full) */
GBytes *desk_report_write (const DeskScorecard *scorecard,
                           DeskReportFormat format,
                           const DeskReportOptions *options,
                           GCancellable *cancellable,
                           GError **error);

/* The same at one go, of a format that is text. (transfer full) */
char *desk_report_to_string (const DeskScorecard *scorecard, DeskReportFormat format);

G_END_DECLS
