/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"
#include "audio/clip-store.h"
#include "engine/state.h"
#include "scenario/spoken-clips.h"

/* Makes a session heard: fetches its clips ahead and plays what its events call for. */

G_BEGIN_DECLS

#define DESK_TYPE_PLAYER (desk_player_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlayer, desk_player, DESK, PLAYER, GObject)

/**
 * Signals of DeskPlayer:
 *  - "clip-failed" (const DeskReply *reply, const GError *error): it stays silent; told once a clip
 *
 * Sounds of the handset stop when the player goes.
 */
DeskPlayer *desk_player_new (DeskAudio *audio, DeskScenario *scenario, DeskClipLengths *lengths);

/* Clips that were spoken for replies without one of their own; before anything is fetched. */
void desk_player_set_spoken (DeskPlayer *self, DeskSpokenClips *spoken);

/* Fetches the first calls' clips; for the time of the briefing. Comes by itself with the first
 * event, else. */
void desk_player_prepare (DeskPlayer *self, const DeskState *state);

/* `event` led to `state`; NULL: joins a session that is under way. */
void desk_player_handle_event (DeskPlayer *self, const DeskState *state, const DeskEvent *event);

/* Joins a session that was interrupted: what is heard from now on is as `state` says, and a caller who
 * was speaking begins that sentence anew, once its clip is there. */
void desk_player_rejoin (DeskPlayer *self, const DeskState *state);

/* For whoever wants to know how full it is. (transfer none) */
DeskClipStore *desk_player_get_clips (DeskPlayer *self);

G_END_DECLS
