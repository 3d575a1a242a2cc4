/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "app/sound-test.h"

/* Plays a sample, or stops the one playing. */

G_BEGIN_DECLS

#define DESK_TYPE_SOUND_TEST_BUTTON (desk_sound_test_button_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskSoundTestButton, desk_sound_test_button, DESK, SOUND_TEST_BUTTON, GtkButton)

/* Its label is what it says at rest. May be called again. */
void
desk_sound_test_button_set_test (DeskSoundTestButton *self, DeskSoundTest *test, DeskSample sample);

G_END_DECLS
