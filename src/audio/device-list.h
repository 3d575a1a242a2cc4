/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>
#include <portaudio.h>

/* The sound devices of this machine. Where a PulseAudio or PipeWire server runs, it tells them, by the
 * names that the user's desktop shows; elsewhere PortAudio does. */

G_BEGIN_DECLS

/* What it looks like, as far as the system tells. */
typedef enum {
  DESK_DEVICE_UNKNOWN,
  DESK_DEVICE_HEADSET,
  DESK_DEVICE_HEADPHONES,
  DESK_DEVICE_SPEAKERS,
  DESK_DEVICE_SCREEN, /* HDMI, DisplayPort */
  DESK_DEVICE_MICROPHONE,
} DeskDeviceForm;

typedef struct {
  char *id;       /* what settings keep: stays the same when it is plugged in again */
  char *name;     /* for the user */
  char *host_api; /* "PulseAudio", "ALSA", "JACK Audio Connection Kit", ... */
  DeskDeviceForm form;
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
