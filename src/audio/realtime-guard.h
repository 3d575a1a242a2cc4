/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* A real-time thread runs before all others, so one that never sleeps would freeze the machine. This guard
 * prevents it: when a thread of ours runs for DESK_GUARD_LIMIT_US without a pause, all our threads lose
 * real-time scheduling and go on as ordinary ones. It is not requested again until the program is
 * restarted. The guard belongs to the process, as do the limit and the signal that it uses. From any
 * thread. */

/* A callback of 256 frames takes some 10 us, and one that catches up with a whole buffer less than a
 * millisecond. The kernel counts in ticks of 1 to 10 ms. */
#define DESK_GUARD_LIMIT_US 50000

/* Call it before a thread is made real-time. `most_us`, unless 0: whoever grants it demands that the
 * process is killed at this limit or below; ours is lower. That cannot be undone. False, with errno: the
 * thread must not be made real-time. */
bool desk_guard_watch (pid_t thread, int64_t most_us);

/* The thread was not made real-time, or is ending: makes it an ordinary thread if it is not. */
void desk_guard_release (pid_t thread);

/* Whether that ever happened. */
bool desk_guard_was_needed (void);
