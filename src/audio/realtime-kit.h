/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* RealtimeKit, a service that makes threads of ordinary programs real-time where the system itself does
 * not. Desktops have it for their sound servers. It demands that a thread that never sleeps would be
 * killed. */

G_BEGIN_DECLS

/* Requests it for a thread that realtime-guard.h guards. Blocks for two seconds at most, and on a bus that
 * hangs until it is cancelled: for a thread with nothing else to do. Sets a GDBusError or GIOError. */
gboolean
desk_realtime_kit_ask (const GArray *threads, int priority, GCancellable *stop, GError **error);

G_END_DECLS
