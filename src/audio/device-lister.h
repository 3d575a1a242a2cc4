/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/device-list.h"
#include "audio/pulse.h"

/* The two halves of desk_device_list_new(), for those that have a picture of the server already. Both
 * are (transfer full). */

G_BEGIN_DECLS

GPtrArray *desk_device_list_new_from_pulse (DeskPulse *pulse, const char *const *chosen);

/* Not for the main thread. NULL when PortAudio cannot start. While the program has streams open, what
 * was plugged in since is not in it. */
GPtrArray *desk_device_list_new_from_portaudio (void);

G_END_DECLS
