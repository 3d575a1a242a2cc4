/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"

/* Plays a recording of any length: a few seconds of it are in memory, read on a worker thread and handed to
 * the mixer piece by piece. */

G_BEGIN_DECLS

#define DESK_TYPE_TAPE_PLAYER (desk_tape_player_get_type ())
G_DECLARE_FINAL_TYPE (DeskTapePlayer, desk_tape_player, DESK, TAPE_PLAYER, GObject)

/**
 * Properties of DeskTapePlayer, all read-only:
 *  - "duration-ms" (gint64): 0 before the file has been opened
 *  - "position-ms" (gint64): where it is; told ten times a second while it plays
 *  - "playing" (gboolean)
 *
 * Signals:
 *  - "failed" (const char *words): the file cannot be played, or not on; why, in the user's language
 */

/* Opens the file at `path`, which takes a moment. */
DeskTapePlayer *desk_tape_player_new (DeskAudio *audio, const char *path);

gint64 desk_tape_player_get_duration_ms (DeskTapePlayer *self);
gint64 desk_tape_player_get_position_ms (DeskTapePlayer *self);
gboolean desk_tape_player_get_playing (DeskTapePlayer *self);

/* Plays from the current position, or from the beginning if it is at the end. Does nothing once it has
 * failed. */
void desk_tape_player_play (DeskTapePlayer *self);
void desk_tape_player_pause (DeskTapePlayer *self);

/* Also while it plays. A position beyond the end means the end. */
void desk_tape_player_seek (DeskTapePlayer *self, gint64 position_ms);

G_END_DECLS
