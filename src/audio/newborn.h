/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Which threads a library makes while something is opened: PortAudio's, that calls back, and where a
 * sound server is behind it, the one of libpulse that hands the frames over. Neither library tells. */

G_BEGIN_DECLS

typedef struct {
  GArray *before; /* owned: ids of the threads that there were */
  char name[16];  /* the opener's own, until the end */
} DeskNewborn;

/* Both on the thread that opens; between them, others may make threads of their own. */
void desk_newborn_begin (DeskNewborn *self);

/* (transfer full): of pid_t, ids as the kernel knows them. Empty if it does not say. */
GArray *desk_newborn_end (DeskNewborn *self);

G_END_DECLS
