/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/device-list.h"
#include "audio/pulse.h"

/* The two halves of desk_device_list_new(), for those that already have the server's data. Both are
 * (transfer full). */

G_BEGIN_DECLS

GPtrArray *desk_device_list_new_from_pulse (DeskPulse *pulse, const char *const *chosen);

/* Not for the main thread. NULL if PortAudio cannot start. While the program has streams open, devices
 * plugged in since PortAudio started are missing. */
GPtrArray *desk_device_list_new_from_portaudio (void);

G_END_DECLS
