/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* What the tasks of history-tasks.h share: the data of their GTask. */

G_BEGIN_DECLS

typedef struct {
  char *path;        /* owned */
  char *trainee;     /* owned; or NULL */
  guint days;        /* to keep sessions */
  GtkWindow *parent; /* weak: NULL once it is gone */
  GtkWidget *dialog; /* weak: shows how far the work is; or NULL */
} DeskHistoryTask;

/* (transfer full) */
GTask *desk_history_task_new (const char *path,
                              const char *trainee,
                              GtkWindow *parent,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Returns from `task` because the user cancelled. */
void desk_history_task_return_cancelled (GTask *task);

/* Called with the answer to a question of `task`, which is (transfer full). */
typedef void (*DeskHistoryAnswered) (GTask *task, GtkDialog *dialog, int response);
typedef void (*DeskHistoryChosen) (GTask *task, GtkFileChooser *dialog, int response);

/* Asks with `dialog`, which `answered` destroys. `task` is (transfer full); it returns cancelled if the
 * dialog is destroyed unanswered, as with its window. */
void desk_history_task_ask (GTask *task, GtkWidget *dialog, DeskHistoryAnswered answered);

/* The same for a native dialog, which is (transfer full) and released by itself. */
void
desk_history_task_ask_native (GTask *task, GtkFileChooserNative *dialog, DeskHistoryChosen chosen);

G_END_DECLS
