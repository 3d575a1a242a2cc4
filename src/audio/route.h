/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/pulse.h"

/* Which device a stream should be on, of those there are now. */

G_BEGIN_DECLS

typedef struct {
  gboolean is_nowhere;       /* there is nothing to be on */
  gboolean stands_in;        /* in place of the wanted one, which is missing */
  const DeskPulseNode *node; /* the sound server's, borrowed; NULL: PortAudio's, by its index */
  int index;                 /* PortAudio's; -1: its default */
} DeskRoute;

/* `wanted`: id, or name, of a device; NULL: the default. `ports`: of DeskPortDevice, looked at only
 * while the server is away. */
void desk_route_find (DeskRoute *route,
                      DeskPulse *pulse,
                      const GPtrArray *ports,
                      gboolean is_input,
                      const char *wanted);

/* The node in the notation of ALSA's plug-in for the server; NULL: its name cannot be expressed in it.
 * (transfer full) */
char *desk_route_get_alsa_name (const DeskPulseNode *node);

/* The name of a missing device, as far as its id tells; NULL: it does not. The ids of USB devices contain
 * manufacturer and model. (transfer full) */
char *desk_route_guess_name (const char *id);

G_END_DECLS
