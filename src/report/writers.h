/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "report/report.h"

/* How report.c has each format written, and how the writers, a long time at work, keep in touch. */

G_BEGIN_DECLS

typedef struct {
  const DeskPaperSize *paper;
  DeskReportTell tell; /* or NULL */
  gpointer tell_data;
  GCancellable *cancellable; /* borrowed, or NULL */
} DeskReportWork;

/* Tells that `done` of `of` is done. FALSE: cancelled; then a writer stops where it is, and what it
 * has written is thrown away. */
gboolean desk_report_goes_on (const DeskReportWork *work, guint done, guint of);

typedef void (*DeskReportWriter) (const DeskScorecard *scorecard,
                                  const DeskReportWork *work,
                                  GString *report);

void desk_report_write_text (const DeskScorecard *scorecard,
                             const DeskReportWork *work,
                             GString *report);
void desk_report_write_json (const DeskScorecard *scorecard,
                             const DeskReportWork *work,
                             GString *report);
void
desk_report_write_csv (const DeskScorecard *scorecard, const DeskReportWork *work, GString *report);
void desk_report_write_html (const DeskScorecard *scorecard,
                             const DeskReportWork *work,
                             GString *report);

/* (transfer full) */
GBytes *
desk_report_write_pdf (const DeskScorecard *scorecard, const DeskReportWork *work, GError **error);

G_END_DECLS
