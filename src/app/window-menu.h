/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

G_BEGIN_DECLS

/* Gives `window` the actions "about" and "help", of what DeskPrimaryMenu offers. */
void desk_window_menu_add (GtkApplicationWindow *window, DeskAudio *audio);

G_END_DECLS
