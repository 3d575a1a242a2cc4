/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/board.h"
#include "app/wrap-box.h"
#include "audio/sound-settings.h"

/* The top of the console: the time, the state of the sound, and what concerns the whole shift. */

G_BEGIN_DECLS

#define DESK_TYPE_CONSOLE_BAR (desk_console_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsoleBar, desk_console_bar, DESK, CONSOLE_BAR, DeskWrapBox)

/**
 * Signals of DeskConsoleBar, each a button:
 *  - "pause" (): the shift should stand still, or go on
 *  - "finish" (): the trainee wants to finish
 *  - "stop-recording" (): the trainee does not want to be recorded any more
 */

/* Shows the shift of `board`. Once. */
void desk_console_bar_set_board (DeskConsoleBar *self, DeskBoard *board, const DeskState *state);

void desk_console_bar_set_paused (DeskConsoleBar *self, gboolean paused);

/* Whether finishing is all that is left. */
void desk_console_bar_suggest_finish (DeskConsoleBar *self, gboolean suggested);

void desk_console_bar_show_briefing (DeskConsoleBar *self);

/* Sets where the volumes are kept. Call it once. */
void desk_console_bar_set_sound_settings (DeskConsoleBar *self, DeskSoundSettings *settings);

/* What the user should know about the sound, NULL: nothing; and whether there is no sound at all. */
void desk_console_bar_set_sound_notice (DeskConsoleBar *self, const char *notice, gboolean silent);

/* Whether what is heard and said is being recorded. */
void desk_console_bar_set_recording (DeskConsoleBar *self, gboolean recording);

G_END_DECLS
