/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Asks where to save something that can be written in several ways, of which the ending of the name is one. */

G_BEGIN_DECLS

/* Neither is copied. */
typedef struct {
  const char *suffix; /* ".html" */
  const char *label;  /* msgid */
} DeskSaveKind;

/* What was answered. Borrowed for the call. */
typedef struct {
  GFile *file; /* NULL: the user thought better of it; what is there already, they let go */
  guint kind;  /* in the order that they were offered in */
  GtkFileChooser *chooser; /* which goes after the call */
} DeskSaveAnswer;

/* Comes once, in the main thread. */
typedef void (*DeskSaveAnswered) (const DeskSaveAnswer *answer, gpointer data);

/* In the folder for documents, or at home. `title` is in the user's language; `name`, which ends in one of the
 * suffixes, is proposed. (transfer full), for desk_save_dialog_ask(). */
GtkFileChooserNative *desk_save_dialog_new (const char *title,
                                            GtkWindow *parent,
                                            const DeskSaveKind *kinds,
                                            guint n_kinds,
                                            const char *name);

/* Shows it, and takes it. */
void desk_save_dialog_ask (GtkFileChooserNative *dialog, DeskSaveAnswered answered, gpointer data);

G_END_DECLS
