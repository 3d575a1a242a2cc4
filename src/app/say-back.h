/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"

/* Records two seconds from the microphone and plays them in the handset. */

G_BEGIN_DECLS

#define DESK_TYPE_SAY_BACK (desk_say_back_get_type ())
G_DECLARE_FINAL_TYPE (DeskSayBack, desk_say_back, DESK, SAY_BACK, GObject)

typedef enum {
  DESK_SAY_BACK_READY,
  DESK_SAY_BACK_LISTENING,
  DESK_SAY_BACK_PLAYING,
  DESK_SAY_BACK_DEAF,  /* nothing came from the microphone */
  DESK_SAY_BACK_QUIET, /* only silence came */
} DeskSayBackState;

/* Signal "changed" (): of the state. Nobody else may use the microphone's tap while it listens; that
 * it is open is the caller's affair (desk_audio_want_microphone()). */
DeskSayBack *desk_say_back_new (DeskAudio *audio);

void desk_say_back_listen (DeskSayBack *self);

/* Back to READY, whatever it does. */
void desk_say_back_stop (DeskSayBack *self);

DeskSayBackState desk_say_back_get_state (DeskSayBack *self);

G_END_DECLS
