/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The progress of work on another thread, with a button to cancel it. */

G_BEGIN_DECLS

/* What the worker reports and the dialog shows. Shared by both, so reference-counted. */
typedef struct _DeskWorkProgress DeskWorkProgress;

DeskWorkProgress *desk_work_progress_new (void);
DeskWorkProgress *desk_work_progress_ref (DeskWorkProgress *self);
void desk_work_progress_unref (DeskWorkProgress *self);

/* A DeskHistoryTell, for any thread. */
void desk_work_progress_tell (guint done, guint total, const char *name, gpointer self);

#define DESK_TYPE_PROGRESS_DIALOG (desk_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskProgressDialog, desk_progress_dialog, DESK, PROGRESS_DIALOG, GtkDialog)

/* Modal, and shown. The caller destroys it when the work has ended. */
GtkWidget *desk_progress_dialog_new (GtkWindow *parent,
                                     const char *title,
                                     DeskWorkProgress *progress,
                                     GCancellable *cancellable);

G_END_DECLS
