/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/tap.h"
#include "audio/tape-clock.h"

/* One channel of a recording: takes blocks from a tap and lays them, at 16 kHz, at the session times
 * at which they were heard. Plain computing without a thread or a file.
 *
 * The times of blocks jitter, and the device's clock runs at a pace of its own. A block therefore
 * continues the one before; how far its time is from where it comes to lie is averaged over a second,
 * and the pace of the resampler is bent, by parts of a thousand at most, until both agree. Only what
 * is off for good by more than 20 ms, as after a device was away, is laid anew at its own time, and
 * what is missing is silence. */

G_BEGIN_DECLS

#define DESK_TAPE_RATE 16000 /* frames a second */

/* How long a block may have to wait in a track before its place is certain. */
#define DESK_TAPE_SETTLE_NS G_GINT64_CONSTANT (500000000)

typedef struct _DeskTapeTrack DeskTapeTrack;

/* `tap` and `clock` are borrowed. The tap is opened, and closed by desk_tape_track_free(). */
DeskTapeTrack *desk_tape_track_new (DeskTap *tap, const DeskTapeClock *clock);
void desk_tape_track_free (DeskTapeTrack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTapeTrack, desk_tape_track_free)

/* Empties the tap of the blocks that began before `until_ns`. */
void desk_tape_track_advance (DeskTapeTrack *self, gint64 until_ns);

/* Lays what has waited for later blocks, of which none will come. */
void desk_tape_track_end (DeskTapeTrack *self);

/* Writes the next `n_frames` of the channel, from session time 0 on, to every second place of `out`;
 * where nothing was laid is silence. What is laid there later is lost. */
void desk_tape_track_take (DeskTapeTrack *self, float *out, gsize n_frames);

/* When the last block ended; G_MININT64: none came yet. */
gint64 desk_tape_track_get_heard_ns (const DeskTapeTrack *self);

/* Frames, at 48 kHz, for which the tap had no room since the track was made. */
guint64 desk_tape_track_get_n_lost (const DeskTapeTrack *self);

G_END_DECLS
