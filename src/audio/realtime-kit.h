/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* RealtimeKit, which gives threads of users' programs a real-time class where the system itself does
 * not: desktops have it for their sound servers. It wants proof first that a thread that does not rest
 * would be killed. */

G_BEGIN_DECLS

/* Of a thread that is watched, as realtime-guard.h has it. Waits for answers, two seconds at most, and
 * for a bus that hangs until it is cancelled: for a thread that has nothing else to do. Sets a
 * GDBusError or GIOError. */
gboolean
desk_realtime_kit_ask (const GArray *threads, int priority, GCancellable *stop, GError **error);

G_END_DECLS
