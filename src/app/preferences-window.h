/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/settings-saver.h"

/* The preferences: pages of settings, and what cannot be kept of them. */

G_BEGIN_DECLS

#define DESK_TYPE_PREFERENCES_WINDOW (desk_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskPreferencesWindow, desk_preferences_window, DESK, PREFERENCES_WINDOW, GtkWindow)

/* Over `parent`, whose actions its pages use, and gone with it. Takes the floating `page`. Not shown
 * yet. */
GtkWidget *
desk_preferences_window_new (GtkWindow *parent, DeskSettingsSaver *saver, GtkWidget *page);

G_END_DECLS
