/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Asks where to save something that has several formats, each with a file name suffix. */

G_BEGIN_DECLS

/* Neither is copied. */
typedef struct {
  const char *suffix; /* ".html" */
  const char *label;  /* msgid */
} DeskSaveKind;

/* What was answered. Borrowed for the call. */
typedef struct {
  GFile *file;             /* NULL: cancelled; a file that exists may be replaced */
  guint kind;              /* index of the format, in the order offered */
  GtkFileChooser *chooser; /* which goes after the call */
} DeskSaveAnswer;

/* Called once, on the main thread. */
typedef void (*DeskSaveAnswered) (const DeskSaveAnswer *answer, gpointer data);

/* Starts in the documents folder, or the home folder. `title` is translated; `name`, which ends in one of
 * the suffixes, is proposed. (transfer full), for desk_save_dialog_ask(). */
GtkFileChooserNative *desk_save_dialog_new (const char *title,
                                            GtkWindow *parent,
                                            const DeskSaveKind *kinds,
                                            guint n_kinds,
                                            const char *name);

/* Shows `dialog` (transfer full). */
void desk_save_dialog_ask (GtkFileChooserNative *dialog, DeskSaveAnswered answered, gpointer data);

G_END_DECLS
