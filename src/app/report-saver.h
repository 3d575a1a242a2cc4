/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "scoring/scorecard.h"

/* Asks where a report should go and writes it there, in the format of the file's name. */

G_BEGIN_DECLS

void desk_report_save (DeskScorecard *scorecard,
                       GtkWindow *parent,
                       GAsyncReadyCallback callback,
                       gpointer data);

/* The file that was written; NULL and a GIOError when it could not be, or G_IO_ERROR_CANCELLED when
 * the user thought better of it. (transfer full) */
GFile *desk_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
