/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/settings-saver.h"

/* The preferences: pages of settings, and a bar for settings that cannot be saved. */

G_BEGIN_DECLS

#define DESK_TYPE_PREFERENCES_WINDOW (desk_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskPreferencesWindow, desk_preferences_window, DESK, PREFERENCES_WINDOW, GtkWindow)

/* Over `parent`, whose actions its pages use, and gone with it. Not shown yet. */
GtkWidget *desk_preferences_window_new (GtkWindow *parent, DeskSettingsSaver *saver);

/* Appends the floating `page`, which scrolls if it is too long. `name` is for the two functions below;
 * `title` is translated. */
void desk_preferences_window_add_page (DeskPreferencesWindow *self,
                                       GtkWidget *page,
                                       const char *name,
                                       const char *title);

/* A name that no page has changes nothing. */
void desk_preferences_window_show_page (DeskPreferencesWindow *self, const char *name);

/* The name of the page in sight; NULL: there is none. Owned by `self`. */
const char *desk_preferences_window_get_page (DeskPreferencesWindow *self);

G_END_DECLS
