/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* What the program is, and what a fault report should say of it. */

G_BEGIN_DECLS

/* Over `parent`, and gone when it is closed. Not shown yet. */
GtkWidget *desk_about_dialog_new (GtkWindow *parent, DeskAudio *audio);

G_END_DECLS
