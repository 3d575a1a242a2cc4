/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* Dialogues that tell the outcome of something, or ask before it. */

G_BEGIN_DECLS

/* `lines` (NULL: none), possibly thousands, can be scrolled and copied. Modal, and shown; closes itself.
 * (transfer none) */
GtkWidget *desk_tell_dialog_new (GtkWindow *parent,
                                 GtkMessageType type,
                                 const char *heading,
                                 const char *words,
                                 GPtrArray *lines);

/* Asks before something that cannot be undone: answers GTK_RESPONSE_ACCEPT for `accept`, which is
 * never the default. Not shown yet. */
GtkWidget *desk_ask_dialog_new (GtkWindow *parent,
                                const char *question,
                                const char *consequence,
                                const char *accept);

G_END_DECLS
