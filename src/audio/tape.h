/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/tape-clock.h"
#include "audio/tape-file.h"
#include "audio/tape-track.h"

/* The recording of a shift as it is assembled: two tracks, the file, and the clock they share. It has no
 * thread of its own. Everything but desk_tape_write() is fast and is called under the owner's lock;
 * desk_tape_write() may block on the disk and needs no lock. */

G_BEGIN_DECLS

/* What is missing from it, as bits. */
typedef enum {
  DESK_TAPE_MICROPHONE_ABSENT = 1 << 0, /* nothing ever came from it */
  DESK_TAPE_MICROPHONE_LOST = 1 << 1,   /* it worked, and does not any more */
  DESK_TAPE_MISSED = 1 << 2,            /* the disk was too slow: `missed_s` */
  DESK_TAPE_CUT = 1 << 3,               /* the disk failed: the recording ends there */
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

/* Closes the file, which may add a fault; leaves the taps. */
void desk_tape_close (DeskTape *self);
void desk_tape_clear (DeskTape *self);
void desk_tape_leave_taps (DeskTape *self);

/* Collects, as of `now_ns`, some of what is final by now. FALSE: there is no more. */
gboolean desk_tape_collect (DeskTape *self, gint64 now_ns);

/* Collects the rest, up to `session_ns`. What was heard last may still be on its way through the machine
 * and is waited for while a device is alive, so nothing may be collected although there is more. FALSE:
 * there is no more. */
gboolean desk_tape_collect_rest (DeskTape *self, gint64 session_ns, gint64 now_ns);

/* Writes what was collected. */
void desk_tape_write (DeskTape *self);

G_END_DECLS
