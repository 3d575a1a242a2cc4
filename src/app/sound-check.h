/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/device-watch.h"
#include "app/sound-test.h"

/* The sound check: hear the ring, hear a caller, say something and hear it back. Problems can be solved on
 * the spot. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_CHECK (desk_sound_check_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundCheck, desk_sound_check, DESK, SOUND_CHECK, GtkWindow)

/* Modal over `parent`. The settings record the check only when it is completed. Uses the microphone's tap,
 * so there must be no recording meanwhile. Not shown yet. */
GtkWidget *desk_sound_check_new (GtkWindow *parent,
                                 DeskAudio *audio,
                                 DeskDeviceWatch *devices,
                                 DeskSoundTest *test);

G_END_DECLS
