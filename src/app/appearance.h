/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

/* The look of every window: theme, size of text and of targets. It follows the settings at once. */

G_BEGIN_DECLS

#define DESK_TYPE_APPEARANCE (desk_appearance_get_type ())
G_DECLARE_FINAL_TYPE (DeskAppearance, desk_appearance, DESK, APPEARANCE, GObject)

/* Follows the keys "theme", "text-scale" and "large-targets" of `settings` on the default screen until
 * it is disposed of; then the screen is as it was before. Where GTK_THEME is set in the environment,
 * GTK takes the theme from there, whatever the settings say. */
DeskAppearance *desk_appearance_new (GSettings *settings);

G_END_DECLS
