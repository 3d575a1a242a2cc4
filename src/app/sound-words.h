/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/soundscape.h"

/* The tones that begin with `event`, between what was heard `before` and what is heard `now`, for
 * those who do not hear them, with the call that they are `about`, which need not be the event's; NULL: none begins.
 * (transfer none) */
const char *desk_sound_words (const DeskSoundscape *before,
                              const DeskSoundscape *now,
                              const DeskEvent *event,
                              const DeskCall **about);
