/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* A keyboard for tests: events as a hand on it makes them, with the key's code and the sign it gives on
 * the layout that the display has. They go the way that GTK leads them, through grabs and windows. */

G_BEGIN_DECLS

/* Presses and lets go of "<Control>h" over `window`. */
void desk_test_key (GtkWidget *window, const char *accelerator);

/* Only presses it, or only lets go. */
void desk_test_key_down (GtkWidget *window, const char *accelerator);
void desk_test_key_up (GtkWidget *window, const char *accelerator);

/* Types letters and digits one by one. */
void desk_test_type (GtkWidget *window, const char *text);

/* Lets what is pending be done. */
void desk_test_settle (void);

/* Makes the display's keyboard that of "se", "gb". */
void desk_test_set_layout (const char *layout);

/* Where a stroke lies on this keyboard: the key's code, and what is held down. FALSE: it cannot be made
 * with the keys there are, other than Shift besides those the accelerator names. */
gboolean desk_test_find_key (const char *accelerator, guint *code, GdkModifierType *held);

/* The event of that key. (transfer full) */
GdkEvent *
desk_test_key_event (GtkWidget *window, GdkEventType type, guint code, GdkModifierType held);

G_END_DECLS
