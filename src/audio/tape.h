/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/tape-clock.h"
#include "audio/tape-file.h"
#include "audio/tape-track.h"

/* The recording of a shift as it is put together: two tracks, the file and the clock they share.
 * Without a thread: whoever owns it lets it go on. All but desk_tape_write() is quick, and is done
 * under the owner's lock; desk_tape_write() may wait for the disk, and needs none. */

G_BEGIN_DECLS

/* What is missing from it, each a bit. */
typedef enum {
  DESK_TAPE_MICROPHONE_ABSENT = 1 << 0, /* nothing ever came from there while time ran */
  DESK_TAPE_MICROPHONE_LOST = 1 << 1,   /* it came, and does not any more */
  DESK_TAPE_MISSED = 1 << 2,            /* the disk was too slow: `missed_s` */
  DESK_TAPE_CUT = 1 << 3,               /* the disk failed: it ends there */
} DeskTapeFault;

typedef struct {
  DeskTapeClock clock;
  DeskTapeTrack *callers;    /* owned, as below */
  DeskTapeTrack *microphone; /* NULL: there is none */
  DeskTapeFile *file;
  float *frames; /* collected, not yet written: interleaved */
  gsize n_frames;
  gint64 n_taken;      /* frames of the tape, collected so far */
  gint64 collected_ns; /* the moment up to which the taps were emptied */
  guint faults;        /* DeskTapeFault, all there ever were */
  double missed_s;
  guint64 n_lost;   /* frames at 48 kHz when last looked at */
  gint64 losing_ns; /* when more were lost the last time */
  GError *error;    /* with DESK_TAPE_CUT */
} DeskTape;

/* `file` is (transfer full). `microphone` may be NULL. The taps are borrowed, until
 * desk_tape_leave_taps(). */
void desk_tape_init (DeskTape *self, DeskTapeFile *file, DeskTap *callers, DeskTap *microphone);

/* Closes the file, which may fail and then be seen in the faults; leaves the taps. */
void desk_tape_close (DeskTape *self);
void desk_tape_clear (DeskTape *self);
void desk_tape_leave_taps (DeskTape *self);

/* Collects, as of `now_ns`, some of what has become certain. FALSE: there is no more. */
gboolean desk_tape_collect (DeskTape *self, gint64 now_ns);

/* Collects up to `session_ns` the rest. What was heard last is still on its way through the machine
 * then, and is waited for while a device is alive: nothing may be collected yet though there is more.
 * FALSE: there is no more. */
gboolean desk_tape_collect_rest (DeskTape *self, gint64 session_ns, gint64 now_ns);

/* Writes what was collected. */
void desk_tape_write (DeskTape *self);

G_END_DECLS
