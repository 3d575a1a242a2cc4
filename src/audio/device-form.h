/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

/* The kind of a sound device, as far as the system tells. */
typedef enum {
  DESK_DEVICE_UNKNOWN,
  DESK_DEVICE_HEADSET,
  DESK_DEVICE_HEADPHONES,
  DESK_DEVICE_SPEAKERS,
  DESK_DEVICE_SCREEN, /* HDMI, DisplayPort */
  DESK_DEVICE_MICROPHONE,
} DeskDeviceForm;
