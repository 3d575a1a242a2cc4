/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"
#include "audio/clip-store.h"
#include "engine/state.h"
#include "scenario/spoken-clips.h"

/* Makes a session audible: fetches its clips ahead and plays what its events call for. */

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

/* Clips synthesised for replies that have none. Call it before anything is fetched. */
void desk_player_set_spoken (DeskPlayer *self, DeskSpokenClips *spoken);

/* Fetches the first calls' clips, during the briefing. Otherwise the first event does. */
void desk_player_prepare (DeskPlayer *self, const DeskState *state);

/* Plays what follows from `event`, which led to `state`; NULL: joins a session under way. */
void desk_player_handle_event (DeskPlayer *self, const DeskState *state, const DeskEvent *event);

/* Joins a session that was interrupted: plays what `state` says from now on. A caller who was speaking
 * starts that sentence again, once its clip is there. */
void desk_player_rejoin (DeskPlayer *self, const DeskState *state);

/* For whoever wants to know how full it is. (transfer none) */
DeskClipStore *desk_player_get_clips (DeskPlayer *self);

G_END_DECLS
