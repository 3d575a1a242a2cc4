/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* The recording of a session, to be listened to and deleted. */

G_BEGIN_DECLS

#define DESK_TYPE_TAPE_BAR (desk_tape_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskTapeBar, desk_tape_bar, DESK, TAPE_BAR, GtkBox)

/**
 * Signals of DeskTapeBar:
 *  - "playing" (gboolean playing): it is listened to, or not any more
 *  - "deleted" (): the recording is gone
 */

/* Of the session whose journal is at `journal`, which has one. */
GtkWidget *desk_tape_bar_new (DeskAudio *audio, const char *journal);

/* What the listener should know, such as missing parts; NULL: nothing. */
void desk_tape_bar_set_note (DeskTapeBar *self, const char *note);

/* Goes to a moment of the session, and lets it be heard. */
void desk_tape_bar_seek (DeskTapeBar *self, gint64 session_ms);
void desk_tape_bar_listen (DeskTapeBar *self, gint64 session_ms);

void desk_tape_bar_pause (DeskTapeBar *self);
gboolean desk_tape_bar_get_playing (DeskTapeBar *self);

G_END_DECLS
