/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* What a test does in a window and sees of it, whichever page it is on. */

G_BEGIN_DECLS

/* One for a whole test program: it is known on the bus by a name that no other may have. (transfer full) */
GtkApplication *desk_test_application_new (void);

/* A visible window of the kind `type`, such as GTK_TYPE_MESSAGE_DIALOG; NULL: there is none. */
GtkWidget *desk_test_find_dialog (GType type);

/* The texts of all labels below `widget` that can be seen, a line each. (transfer full) */
char *desk_test_read_labels (GtkWidget *widget);

/* Whether `words` stand in one of them. */
gboolean desk_test_says (GtkWidget *widget, const char *words);

/* Lets the main loop run for so long, though nothing is due. */
void desk_test_run_for (guint ms);

/* Presses a key without modifiers; whether anything took it. */
gboolean desk_test_press (GtkWidget *widget, guint keyval);

G_END_DECLS
