/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/audio.h"
#include "scenario/scenario.h"

/* Lets the user hear what a shift sounds like: its ring, and one of its callers. One at a time. */

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

/* What was there before stops. A caller's clip is read on a thread first. */
void desk_sound_test_play (DeskSoundTest *self, DeskSample sample);
void desk_sound_test_stop (DeskSoundTest *self);

/* FALSE: the shift is paused, and all that sounds stands still. */
gboolean desk_sound_test_is_possible (DeskSoundTest *self);

/* What sounds, or is about to. */
DeskSample desk_sound_test_get_sample (DeskSoundTest *self);

G_END_DECLS
