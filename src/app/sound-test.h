/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"
#include "scenario/scenario.h"

/* Plays what a shift sounds like: its ring, or one of its callers. One at a time. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_TEST (desk_sound_test_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundTest, desk_sound_test, DESK, SOUND_TEST, GObject)

typedef enum {
  DESK_SAMPLE_NONE,
  DESK_SAMPLE_RING,   /* at the console, as the scenario's country rings */
  DESK_SAMPLE_CALLER, /* in the handset: the first caller who has a clip */
} DeskSample;

/* Signal "changed" (): another one sounds, or none; or whether one can. */
/* `scenario` (NULL: that of the program) says how it rings and who calls. */
DeskSoundTest *desk_sound_test_new (DeskAudio *audio, DeskScenario *scenario);
void desk_sound_test_set_scenario (DeskSoundTest *self, DeskScenario *scenario);

/* Stops the previous sample. A caller's clip is first read on a thread. */
void desk_sound_test_play (DeskSoundTest *self, DeskSample sample);
void desk_sound_test_stop (DeskSoundTest *self);

/* FALSE while the shift is paused, and all sound with it. */
gboolean desk_sound_test_is_possible (DeskSoundTest *self);

/* What sounds, or is about to. */
DeskSample desk_sound_test_get_sample (DeskSoundTest *self);

G_END_DECLS
