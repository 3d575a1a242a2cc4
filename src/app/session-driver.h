/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/session.h"

/* Runs a session's time by the wall clock. All commands go through it. */

G_BEGIN_DECLS

#define DESK_TYPE_SESSION_DRIVER (desk_session_driver_get_type ())
G_DECLARE_FINAL_TYPE (DeskSessionDriver, desk_session_driver, DESK, SESSION_DRIVER, GObject)

/**
 * Property "paused" (gboolean, read-only): session time stands still.
 *
 * Signals of DeskSessionDriver:
 *  - "before-command" (): a command other than a slip is about to be given; what was written so far
 *    should go first
 *  - "tick" (gint64 now_ms): a second of session time has passed
 */

/* Starts the clock of `session`, which was started or replayed, from its present time. */
DeskSessionDriver *desk_session_driver_new (DeskSession *session);

gint64 desk_session_driver_get_now_ms (DeskSessionDriver *self);
/* A session time, and the monotonic clock at that moment. */
void
desk_session_driver_get_moment (DeskSessionDriver *self, gint64 *session_ms, gint64 *monotonic_us);

/* Runs session time `pace` times as fast as real time: for benchmarks, which work long shifts in the real
 * window. No setting leads here, because a shift whose callers speak at another pace would be scored as if
 * it were real. Sound is not sped up. */
#define DESK_SESSION_DRIVER_MAX_PACE 1000
void desk_session_driver_set_pace (DeskSessionDriver *self, guint pace);

gboolean desk_session_driver_get_paused (DeskSessionDriver *self);

/* Gives the session `command` at the present time. */
void desk_session_driver_command (DeskSessionDriver *self, const DeskCommand *command);

G_END_DECLS
