/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Records what an output of the test's sound server plays, and knows when each frame of it was heard. */

typedef struct _Listener Listener;

#define LISTENER_RATE 48000

/* Listens from now on to the monitor of an output, "line.monitor"; fails the test where there is
 * none. */
Listener *listener_start (const char *source);

/* Mono, at LISTENER_RATE. (transfer full) */
float *listener_stop (Listener *self, gsize *n_frames);

/* When frame 0 left the server's output, on g_get_monotonic_time(); after listener_stop(). */
gint64 listener_get_origin_us (Listener *self);

/* How far the middle half of all estimates of that lies apart. */
gint64 listener_get_doubt_us (Listener *self);

void listener_free (Listener *self);
