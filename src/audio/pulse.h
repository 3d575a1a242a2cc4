/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/device-form.h"

/* What a PulseAudio or PipeWire server knows and PortAudio does not: the outputs and inputs under the names
 * that the desktop shows, which are the defaults, and which device each stream of this process is on. It
 * only observes, and moves streams; sound goes through PortAudio. A picture of the server is kept in memory
 * and taken again when the server reports a change. Everything runs in the thread of its GMainContext, and
 * nothing blocks. Without libpulse at build time there is never a server. */

G_BEGIN_DECLS

typedef enum {
  DESK_PULSE_ASKING, /* it has not answered yet */
  DESK_PULSE_THERE,
  DESK_PULSE_AWAY,
} DeskPulseState;

/* An output or input of the server. */
typedef struct {
  guint32 index; /* different each time it is plugged in */
  gboolean is_input;
  char *id;        /* the server's name for it: stays the same */
  char *name;      /* for the user; no other output, or input, has the same */
  gboolean hidden; /* not offered: records an output, or is a placeholder */
  DeskDeviceForm form;
  guint n_channels;
  double sample_rate;
} DeskPulseNode;

/* A stream of this process. */
typedef struct {
  guint32 index;  /* may change: after an underrun the ALSA plug-in makes another */
  guint32 client; /* stays */
  guint32 node;   /* index of the output or input that it is on */
  gboolean is_input;
} DeskPulseStream;

typedef struct _DeskPulse DeskPulse;

/* The state or the picture has changed. Must not free `pulse`. */
typedef void (*DeskPulseFunc) (DeskPulse *pulse, gpointer user_data);

/* Contacts the server at once. If it is away, only desk_pulse_ask() tries again. */
DeskPulse *desk_pulse_new (GMainContext *context, DeskPulseFunc changed, gpointer user_data);
void desk_pulse_free (DeskPulse *self); /* may be NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPulse, desk_pulse_free)

/* Tries again, or takes a new picture: if one arrives the server is alive. */
void desk_pulse_ask (DeskPulse *self);

/* How many pictures have come since it was made. */
guint desk_pulse_get_n_pictures (DeskPulse *self);
DeskPulseState desk_pulse_get_state (DeskPulse *self);

/* "PulseAudio", or what else it calls itself; valid while it is THERE. */
const char *desk_pulse_get_server_name (DeskPulse *self);

/* Borrowed until the next change: DeskPulseNode, DeskPulseStream. Empty unless it is THERE. */
const GPtrArray *desk_pulse_get_nodes (DeskPulse *self);
const GPtrArray *desk_pulse_get_streams (DeskPulse *self);

/* By the index; by the id, or else by the name; NULL: there is none. */
const DeskPulseNode *desk_pulse_get_node (DeskPulse *self, gboolean is_input, guint32 index);
const DeskPulseNode *desk_pulse_find_node (DeskPulse *self, gboolean is_input, const char *id);

/* The desktop's default. For an input never one that records an output, even if the server has no other;
 * NULL: there is none of use. */
const DeskPulseNode *desk_pulse_get_default (DeskPulse *self, gboolean is_input);

/* Moves a stream; the picture shows whether it went. */
void desk_pulse_move (DeskPulse *self, const DeskPulseStream *stream, const DeskPulseNode *to);

G_END_DECLS
