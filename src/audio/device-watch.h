/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

#include "audio/device-list.h"

/* The sound devices of this machine as they come and go, for a window that shows them. Never blocks, and
 * costs nothing once it is freed. */

G_BEGIN_DECLS

#define DESK_TYPE_DEVICE_WATCH (desk_device_watch_get_type ())
G_DECLARE_FINAL_TYPE (DeskDeviceWatch, desk_device_watch, DESK, DEVICE_WATCH, GObject)

/**
 * Signals of DeskDeviceWatch, on the main context of the thread that made it:
 *  - "changed" (): there are other devices, or other defaults; the first time, when they are known
 */
DeskDeviceWatch *desk_device_watch_new (void);

/* Of DeskDevice; never changed, but replaced at the next "changed". NULL before the first: they are
 * not known yet. (transfer none) */
GPtrArray *desk_device_watch_get_devices (DeskDeviceWatch *self);

G_END_DECLS
