/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/device-watch.h"
#include "app/sound-test.h"

/* The preferences of the sound: where it is heard and how loud. Each change acts at once. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_PAGE (desk_sound_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSoundPage, desk_sound_page, DESK, SOUND_PAGE, GtkBox)

GtkWidget *desk_sound_page_new (DeskAudio *audio, DeskDeviceWatch *devices, DeskSoundTest *test);

G_END_DECLS
