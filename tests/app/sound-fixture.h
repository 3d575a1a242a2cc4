/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/device-watch.h"
#include "app/sound-test.h"
#include "audio/audio.h"
#include "audio/device-list.h"

/* The sound of the program with settings in a folder of its own. It plays into the test: the mixer is
 * run here, and what it gives is measured. */

G_BEGIN_DECLS

typedef struct {
  char *folder; /* owned, as all below */
  char *path;   /* of the settings */
  DeskScenario *scenario;
  DeskSoundSettings *settings;
  DeskAudio *audio;
  DeskSoundTest *test;
  DeskDeviceWatch *devices;
  GtkWidget *window; /* what the test opened; or NULL */
} DeskSoundFixture;

void desk_sound_fixture_set_up (DeskSoundFixture *fixture, gconstpointer data);
void desk_sound_fixture_tear_down (DeskSoundFixture *fixture, gconstpointer data);

/* The highest amplitude on either side of the next `ms` of what the headset would play. */
typedef struct {
  float left;
  float right;
} DeskHeard;

DeskHeard desk_sound_fixture_hear (DeskSoundFixture *fixture, guint ms);

/* Turns the main loop until `is`, or fails. */
void desk_test_wait (gboolean (*is) (gpointer), gpointer data, const char *what);

/* A list of devices: "ID|NAME|FORM|OUTPUTS|INPUTS" each, the first the default of what it can do.
 * (transfer full) */
GPtrArray *desk_test_devices_new (const char *const *devices);

/* The rows of a chooser, a line each, the active one marked by "* ". (transfer full) */
char *desk_test_chooser_rows (GtkComboBox *chooser);

/* As a user would, by the id of the row. */
void desk_test_chooser_choose (GtkComboBox *chooser, const char *id);

/* Every widget that can have the focus has a name for assistive technology. */
void desk_test_assert_named (GtkWidget *root);

G_END_DECLS
