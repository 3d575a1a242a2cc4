/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/device-form.h"

/* The sound devices of this machine. Where a PulseAudio or PipeWire server runs, it tells them, by the
 * names that the user's desktop shows; elsewhere PortAudio does. */

G_BEGIN_DECLS

typedef struct {
  char *id;       /* what settings keep: stays the same when it is plugged in again */
  char *name;     /* for the user; no other output, or input, has the same */
  char *host_api; /* "PulseAudio", "PipeWire", "ALSA", "JACK Audio Connection Kit", ... */
  DeskDeviceForm form;
  guint n_outputs; /* channels */
  guint n_inputs;
  gboolean default_output;
  gboolean default_input;
  double sample_rate;
} DeskDevice;

/* Of DeskDevice. Takes 5 ms where a server runs, 30 to 70 ms elsewhere, and a second when the server
 * hangs: not for the main thread. NULL when there is nothing to ask. (transfer full) */
GPtrArray *desk_device_list_new (void);

/* Likewise. What is no device to offer, such as an input that hears what an output plays, is listed
 * only if its id is among `chosen` (nullable, ends with NULL). (transfer full) */
GPtrArray *desk_device_list_new_with (const char *const *chosen);

/* Borrowed from the list; by the id, or else by the name; NULL: none that is an output, or input. For
 * a `wanted` of NULL, the default. */
const DeskDevice *
desk_device_list_find (const GPtrArray *devices, gboolean is_input, const char *wanted);

G_END_DECLS
