/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/report.h"

/* Writes a report to a file, on a thread: completely or not at all. */

G_BEGIN_DECLS

/* The file and its format. */
typedef struct {
  GFile *file; /* borrowed */
  DeskReportFormat format;
  const DeskPaperSize *paper; /* of a PDF */
} DeskReportTarget;

/* `tell` (nullable) is called on this thread with the progress, a few times a second. */
void desk_report_save_to (DeskScorecard *scorecard,
                          const DeskReportTarget *target,
                          GCancellable *cancellable,
                          DeskReportTell tell,
                          gpointer tell_data,
                          GAsyncReadyCallback callback,
                          gpointer data);

/* The same after asking where to and how: the format is that of the file's name. */
void desk_report_save (DeskScorecard *scorecard,
                       GtkWindow *parent,
                       GCancellable *cancellable,
                       DeskReportTell tell,
                       gpointer tell_data,
                       GAsyncReadyCallback callback,
                       gpointer data);

/* The file that was written; NULL with a GIOError: G_IO_ERROR_CANCELLED if the user cancelled. (transfer
 * full) */
GFile *desk_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
