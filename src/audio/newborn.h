/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Which threads a library starts while something is opened: PortAudio's callback thread and, with a sound
 * server, the thread of libpulse that passes the frames on. Neither library says. */

G_BEGIN_DECLS

typedef struct {
  GArray *before; /* owned: ids of the threads that there were */
  char name[16];  /* the opener's own, until the end */
} DeskNewborn;

/* Call both on the opening thread. Threads that others start in between are not mistaken for them. */
void desk_newborn_begin (DeskNewborn *self);

/* (transfer full): of pid_t, ids as the kernel knows them. Empty if it does not say. */
GArray *desk_newborn_end (DeskNewborn *self);

G_END_DECLS
