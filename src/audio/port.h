/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/feed.h"

/* PortAudio, of which a process has one. It is not thread-safe, and learns of new devices only by being
 * restarted, which closes every stream. So all calls to it go through here, one thread at a time; none of
 * its messages reach the user's terminal. Any of these may block for as long as a sound server hangs: never
 * call them on the main thread. */

G_BEGIN_DECLS

/* A device as PortAudio lists it. */
typedef struct {
  char *id;   /* "ALSA: HDA Intel PCH: ALC257 Analog (hw:0,0)" */
  char *name; /* for the user; no other has the same */
  char *api;
  guint n_outputs; /* channels */
  guint n_inputs;
  gboolean default_output;
  gboolean default_input;
  double sample_rate;
  int index; /* PortAudio's, until it is started anew */
} DeskPortDevice;

/* Starts PortAudio, or counts another start: each success is undone by one desk_port_stop(). FALSE with
 * `why` in PortAudio's words, static. */
gboolean desk_port_start (const char **why);
void desk_port_stop (void);

/* "PortAudio V19.6.0-devel"; at once, on any thread. */
const char *desk_port_get_version (void);

/* Of DeskPortDevice, as they were when it was started, which must have been done. (transfer full) */
GPtrArray *desk_port_list_new (void);

/* A running stream. The feed gets its frames; the flags are its owner's. */
typedef struct _DeskPortStream DeskPortStream;

/* Read by the callback; belongs to the owner and outlives the stream. */
typedef struct {
  DeskFeed feed;
  _Atomic bool closed;       /* the owner's: neither mixer nor tap is touched again */
  _Atomic bool muted;        /* the keeper's: silence is played, and nothing heard */
  _Atomic uint32_t n_inside; /* callbacks running now */
  _Atomic uint64_t n_ticks;  /* callbacks that came, muted ones too */
} DeskPortGate;

/* Opens and starts a stream at 48 kHz. `alsa_name`: a device by ALSA's name, which PortAudio need not list;
 * NULL: the one at `index`, a DeskPortDevice's, or -1: the default. NULL with `why` on failure. */
DeskPortStream *desk_port_open (gboolean is_input,
                                const char *alsa_name,
                                int index,
                                double latency_ms,
                                DeskPortGate *gate,
                                const char **why);

/* As the device reports it. */
double desk_port_get_latency_ms (DeskPortStream *self);
void desk_port_close (DeskPortStream *self);

/* For the owner: returns when no callback is running, and none will any more; callbacks are short. */
void desk_port_gate_shut (DeskPortGate *gate);

G_END_DECLS
