/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* A thread of a real-time class comes before all others of the machine, so one that never rests would
 * make it stand still. Here is what keeps ours from that: whoever runs for DESK_GUARD_LIMIT_US without
 * a pause loses the class, and all threads of ours with it; what they did goes on as before they had
 * it. Then the class is not asked for again until the program is started anew.
 *
 * It belongs to the process, as do the limit and the signal that it is made of. From any thread. */

/* A callback of 256 frames takes some 10 us, and one that catches up with a whole buffer less than a
 * millisecond. The kernel counts in ticks of 1 to 10 ms. */
#define DESK_GUARD_LIMIT_US 50000

/* Before a thread is given the class. `most_us`, unless 0: no process of whoever grants it may have a
 * larger limit at which it is killed; ours lies below it. That cannot be undone. False, and errno: the
 * thread must not be given the class. */
bool desk_guard_watch (pid_t thread, int64_t most_us);

/* It was not given the class, or ends: takes the class from it, if it has one. */
void desk_guard_release (pid_t thread);

/* Whether it ever came to that. */
bool desk_guard_was_needed (void);
