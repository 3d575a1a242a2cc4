/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Maps the machine's clock to session time: stretches in which session time ran, with pauses between them.
 * All times are nanoseconds; the machine's are CLOCK_MONOTONIC. */

G_BEGIN_DECLS

/* Session time ran from `session_ns` on while the machine's clock went from `from_ns` to `to_ns`. */
typedef struct {
  gint64 from_ns;
  gint64 to_ns; /* G_MAXINT64: it runs still */
  gint64 session_ns;
} DeskTapeSpan;

typedef struct {
  GArray *spans; /* of DeskTapeSpan, in order; owned */
} DeskTapeClock;

void desk_tape_clock_init (DeskTapeClock *self);
void desk_tape_clock_clear (DeskTapeClock *self);

/* Session time was `session_ns` at `from_ns`, and is running. */
void desk_tape_clock_run (DeskTapeClock *self, gint64 session_ns, gint64 from_ns);

/* Session time stands still at `session_ns`. Does nothing if it already does. */
void desk_tape_clock_hold (DeskTapeClock *self, gint64 session_ns);

/* Since when it stands still; G_MININT64: it is running, or never ran. */
gint64 desk_tape_clock_get_stopped_ns (const DeskTapeClock *self);

/* The stretch that holds `at_ns`, or the next one after it. FALSE: there is none. */
gboolean desk_tape_clock_find (const DeskTapeClock *self, gint64 at_ns, DeskTapeSpan *span);

/* Session time at `at_ns`; in a pause, where it stood; 0 before the beginning. */
gint64 desk_tape_clock_session_at (const DeskTapeClock *self, gint64 at_ns);

G_END_DECLS
