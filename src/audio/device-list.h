/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/device-form.h"

/* The sound devices of this machine: as a PulseAudio or PipeWire server lists them, under the names that
 * the desktop shows; without a server, as PortAudio does. */

G_BEGIN_DECLS

typedef struct {
  char *id;       /* kept in settings; the same whenever it is plugged in */
  char *name;     /* for the user; no other output, or input, has the same */
  char *host_api; /* "PulseAudio", "PipeWire", "ALSA", "JACK Audio Connection Kit", ... */
  DeskDeviceForm form;
  guint n_outputs; /* channels */
  guint n_inputs;
  gboolean default_output;
  gboolean default_input;
  double sample_rate;
} DeskDevice;

/* Of DeskDevice. Takes 5 ms with a server, 30 to 70 ms without, and a second if the server hangs: not for
 * the main thread. NULL: neither is there. (transfer full) */
GPtrArray *desk_device_list_new (void);

/* Likewise. Devices that nobody should be offered, such as an input that records what an output plays, are
 * listed only if their id is among `chosen` (nullable, NULL-terminated). (transfer full) */
GPtrArray *desk_device_list_new_with (const char *const *chosen);

/* The output, or input, with the id `wanted`, else of that name; `wanted` NULL: the default. NULL: there is
 * none. Borrowed from the list. */
const DeskDevice *
desk_device_list_find (const GPtrArray *devices, gboolean is_input, const char *wanted);

G_END_DECLS
