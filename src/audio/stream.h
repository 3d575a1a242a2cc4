/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/output.h"
#include "audio/port.h"
#include "audio/sound-system.h"

/* A stream to an output or from an input, as its owner on the main thread sees it. Whether or not it is
 * open, and on whichever device, it counts, and reports changes. The keeper of the sound system does the
 * rest. Private to the sound system. */

G_BEGIN_DECLS

typedef struct _DeskStream DeskStream;

typedef void (*DeskStreamFunc) (DeskOutputState state,
                                const char *device,
                                const char *notice,
                                gpointer user_data);

/* What the keeper has reached with a stream. */
typedef enum {
  DESK_STREAM_CLOSED,
  DESK_STREAM_SETTLING, /* open, not yet known to be on the right device */
  DESK_STREAM_RUNNING,
  DESK_STREAM_STALLED, /* no callbacks: the server or the device hangs */
} DeskStreamPhase;

/* All of it belongs to the keeper. Times are those of g_get_monotonic_time(). */
typedef struct {
  char *wanted; /* owned: a device's id; NULL: the default */
  double latency_ms;

  DeskStreamPhase phase;
  DeskPortStream *port; /* owned; NULL while closed, as the next two */
  GArray *threads;      /* owned: of pid_t: those that bring it its frames */
  DeskUrgency *urgency; /* owned; or NULL: it is not wanted */
  double opened_ms;     /* the latency that was asked for then */
  gboolean was_heard;   /* it has run before, so that what follows is a loss */

  /* where it is meant to be, since it was opened or moved last */
  gboolean aims_at_server;
  char *aim; /* owned: id */
  guint32 aim_index;
  gboolean is_named;  /* it was opened by the name of its device */
  gboolean is_astray; /* it cannot be sent there */
  gint64 sent_us;     /* when it was */

  /* where it is */
  gboolean has_client;
  guint32 client;         /* its ALSA plug-in, as the server knows it */
  guint32 stream_index;   /* and the stream in that, as it was seen last */
  GArray *clients_before; /* owned: of guint32: those that are not it */
  char *device;           /* owned: name of what it was on last; NULL before the first */

  guint64 n_ticks;  /* callbacks at the last look */
  gint64 ticked_us; /* the last look at which there were more */
  gint64 steady_us; /* since when there were more at each; 0: there were none at the last */
  gint64 grace_us;  /* until then it may pause for longer */

  gint64 retry_us;       /* CLOSED: when to try next */
  gint64 retry_after_us; /* and how long to wait after that */
  gboolean was_tried;    /* at the place that follows, in vain */
  guint32 tried_index;
  guint n_pictures; /* STALLED: of the server, when it stalled */
} DeskStreamKept;

struct _DeskStream {
  gatomicrefcount refs;
  gboolean is_input;     /* immutable, as the next */
  GMainContext *context; /* owned: the main thread's */
  DeskPortGate gate;
  DeskStreamKept kept;

  GMutex lock; /* guards what follows */
  gboolean closing;
  double latency_ms;
  DeskRealtime realtime;
  GSource *news; /* owned: attached while there is something to tell */
  DeskOutputState state;
  char *device; /* owned */
  char *notice; /* owned */

  DeskStreamFunc changed; /* the main thread's, as the next */
  gpointer user_data;
};

/* Owner. `mixer` of an output, `tap` of an input: borrowed until desk_stream_close(). Closed, until it
 * is given to a sound system. `changed` is called on the thread's main context. */
DeskStream *desk_stream_new (DeskMixer *mixer,
                             DeskTap *tap,
                             const char *wanted,
                             double latency_ms,
                             DeskStreamFunc changed,
                             gpointer user_data);
DeskStream *desk_stream_ref (DeskStream *self);
void desk_stream_unref (DeskStream *self);

/* Owner: returns at once; from here on neither mixer nor tap is touched, and nothing is told. */
void desk_stream_close (DeskStream *self);
void desk_stream_measure (DeskStream *self, DeskOutputMeter *meter);

/* Keeper: what is untold yet is replaced by what is newer, and what is old is not told again. */
void
desk_stream_tell (DeskStream *self, DeskOutputState state, const char *device, const char *notice);
void desk_stream_set_latency_ms (DeskStream *self, double latency_ms);
void desk_stream_set_realtime (DeskStream *self, DeskRealtime realtime);

G_END_DECLS
