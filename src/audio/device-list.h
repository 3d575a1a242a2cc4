/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>
#include <portaudio.h>

/* The sound devices of this machine, as PortAudio sees them. */

G_BEGIN_DECLS

typedef struct {
  char *name;
  char *host_api;  /* "ALSA", "JACK Audio Connection Kit", ... */
  guint n_outputs; /* channels */
  guint n_inputs;
  gboolean default_output;
  gboolean default_input;
  double sample_rate;
} DeskDevice;

/* Of DeskDevice. Takes 30 to 70 ms. NULL when PortAudio cannot start. (transfer full) */
GPtrArray *desk_device_list_new (void);

/* Pa_Initialize() and the like greet the user's terminal with pages about devices that do not
 * exist. Between these two calls standard error leads nowhere. Serialised between threads; what
 * another thread writes meanwhile is lost, so keep it short. */
void desk_quiet_begin (void);
void desk_quiet_end (void);

G_END_DECLS
