/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "engine/session.h"

/* Lets a session's time run with the wall clock, and is the only way to command it meanwhile. */

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

/* Starts the clock of `session`, which has been started or resumed, from where it stands. */
DeskSessionDriver *desk_session_driver_new (DeskSession *session);

gint64 desk_session_driver_get_now_ms (DeskSessionDriver *self);
/* Two readings that belong together: session time, and the monotonic clock at that moment. */
void
desk_session_driver_get_moment (DeskSessionDriver *self, gint64 *session_ms, gint64 *monotonic_us);

/* Lets session time pass `pace` times as fast as real time from now on: for benchmarks, which work long
 * shifts in the real window. Nothing that a user can set leads here, for a shift in another time than
 * the callers' would be scored as if it were none; sound keeps its own time. */
#define DESK_SESSION_DRIVER_MAX_PACE 1000
void desk_session_driver_set_pace (DeskSessionDriver *self, guint pace);

gboolean desk_session_driver_get_paused (DeskSessionDriver *self);

/* Gives the session `command` as of now. */
void desk_session_driver_command (DeskSessionDriver *self, const DeskCommand *command);

G_END_DECLS
