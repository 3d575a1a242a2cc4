/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/tap.h"
#include "audio/tape-clock.h"

/* One channel of a recording: takes blocks from a tap and places them, at 16 kHz, at the session times at
 * which they were heard. Pure computation, without thread or file.
 *
 * The times of blocks jitter, and the device's clock has a rate of its own. So each block continues the
 * one before. The distance between its time and its place is averaged over a second, and the resampler's
 * rate is adjusted, by at most some parts in a thousand, until both agree. Only an offset of more than
 * 20 ms that lasts, as after a device was away, makes it start again at the block's own time; the gap is
 * silence. */

G_BEGIN_DECLS

#define DESK_TAPE_RATE 16000 /* frames a second */

/* How long a block may have to wait in a track until its place is certain. */
#define DESK_TAPE_SETTLE_NS G_GINT64_CONSTANT (500000000)

typedef struct _DeskTapeTrack DeskTapeTrack;

/* `tap` and `clock` are borrowed. The tap is opened, and closed by desk_tape_track_free(). */
DeskTapeTrack *desk_tape_track_new (DeskTap *tap, const DeskTapeClock *clock);
void desk_tape_track_free (DeskTapeTrack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTapeTrack, desk_tape_track_free)

/* Empties the tap of the blocks that began before `until_ns`. */
void desk_tape_track_advance (DeskTapeTrack *self, gint64 until_ns);

/* Places the blocks that still wait for later ones, because none will come. */
void desk_tape_track_end (DeskTapeTrack *self);

/* Writes the next `n_frames` of the channel, from session time 0 on, to every second sample of `out`; gaps
 * are silence. Blocks that arrive for them later are lost. */
void desk_tape_track_take (DeskTapeTrack *self, float *out, gsize n_frames);

/* When the last block ended; G_MININT64: none came yet. */
gint64 desk_tape_track_get_heard_ns (const DeskTapeTrack *self);

/* Frames, at 48 kHz, for which the tap had no room since the track was made. */
guint64 desk_tape_track_get_n_lost (const DeskTapeTrack *self);

G_END_DECLS
