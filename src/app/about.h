/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* The dialog that says what the program is and which versions a bug report should name. */

G_BEGIN_DECLS

/* A dialog over `parent`, destroyed with it. Not shown yet. */
GtkWidget *desk_about_dialog_new (GtkWindow *parent, DeskAudio *audio);

G_END_DECLS
