/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "report/report.h"

/* Writes a report into a file, on a thread of its own: the whole file or nothing. */

G_BEGIN_DECLS

/* Where to, and how. */
typedef struct {
  GFile *file; /* borrowed */
  DeskReportFormat format;
  const DeskPaperSize *paper; /* of a PDF */
} DeskReportTarget;

/* `tell` (nullable) is told on this thread, a few times a second, how far it is. */
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

/* The file that was written; NULL and a GIOError when it could not be, or G_IO_ERROR_CANCELLED when
 * the user thought better of it. (transfer full) */
GFile *desk_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
