/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "audio/audio.h"

/* A list of the devices for one of the streams, to choose from. */

G_BEGIN_DECLS

#define DESK_TYPE_DEVICE_CHOOSER (desk_device_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DeskDeviceChooser, desk_device_chooser, DESK, DEVICE_CHOOSER, GtkComboBox)

/* Chooses the device of the stream `role` and saves it to its settings. The first entry is the system's
 * default or, for the ringer, the output of the voices. Call it once. */
void desk_device_chooser_set_role (DeskDeviceChooser *self,
                                   DeskStreamRole role,
                                   DeskSoundSettings *settings);

/* (element-type DeskDevice), not kept. A chosen device that is not among them stays in the list. */
void desk_device_chooser_set_devices (DeskDeviceChooser *self, GPtrArray *devices);

/* How many of `devices` a stream of this role could use. */
guint desk_device_chooser_count (GPtrArray *devices, DeskStreamRole role);

G_END_DECLS
