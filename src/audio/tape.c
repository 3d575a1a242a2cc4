/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape.h"

#include "audio/mixer.h"

/* Blocks are left in the taps for half a second, so that a pause may be told of that late, and wait
 * in the tracks for as long again: the tape ends a second before now. After a disk that stood still
 * there is much to be caught up with, which is done bit by bit, so that memory stays bounded. */

#define AGE_NS G_GINT64_CONSTANT (500000000)
#define STEP_NS (2 * G_GINT64_CONSTANT (1000000000))
#define MOST_FRAMES (5 * DESK_TAPE_RATE)

#define LATEST_NS (300 * G_GINT64_CONSTANT (1000000)) /* at the end */

#define ABSENT_NS (3 * G_GINT64_CONSTANT (1000000000)) /* without a block, while time runs */

void
desk_tape_init (DeskTape *self, DeskTapeFile *file, DeskTap *callers, DeskTap *microphone)
{
  *self = (DeskTape){ .file = file };
  desk_tape_clock_init (&self->clock);
  self->callers = desk_tape_track_new (callers, &self->clock);
  self->microphone = microphone != NULL ? desk_tape_track_new (microphone, &self->clock) : NULL;
  self->frames = g_new (float, 2 * MOST_FRAMES);
  self->faults = microphone != NULL ? 0 : DESK_TAPE_MICROPHONE_ABSENT;
}

static void
cut (DeskTape *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  self->faults |= DESK_TAPE_CUT;
}

void
desk_tape_close (DeskTape *self)
{
  GError *error = NULL;

  if (!desk_tape_file_close (g_steal_pointer (&self->file), &error))
    cut (self, error);
}

void
desk_tape_leave_taps (DeskTape *self)
{
  g_clear_pointer (&self->callers, desk_tape_track_free);
  g_clear_pointer (&self->microphone, desk_tape_track_free);
}

void
desk_tape_clear (DeskTape *self)
{
  desk_tape_leave_taps (self);
  desk_tape_close (self);
  desk_tape_clock_clear (&self->clock);
  g_clear_pointer (&self->frames, g_free);
  g_clear_error (&self->error);
}

/* Finding out what is missing. While a slow disk is being caught up with, nobody can tell which source is
 * silent. */

/* The callers' tap is silent by right where there is no output and nobody speaks. */
static void
look_at_microphone (DeskTape *self)
{
  const gint64 heard_ns = desk_tape_track_get_heard_ns (self->microphone);
  const gint64 since_ns = MAX (heard_ns, self->losing_ns);
  DeskTapeSpan span;

  if (!desk_tape_clock_find (&self->clock, self->collected_ns, &span) ||
      self->collected_ns - MAX (since_ns, span.from_ns) < ABSENT_NS)
    return;
  self->faults |= heard_ns == G_MININT64 ? DESK_TAPE_MICROPHONE_ABSENT : DESK_TAPE_MICROPHONE_LOST;
}

/* Reported once no more is being lost, with the sum. */
static void
look_at_losses (DeskTape *self)
{
  guint64 n_lost = desk_tape_track_get_n_lost (self->callers);

  if (self->microphone != NULL)
    n_lost = MAX (n_lost, desk_tape_track_get_n_lost (self->microphone));
  if (n_lost > 0 && n_lost == self->n_lost) {
    self->missed_s = (double) n_lost / DESK_MIXER_RATE;
    self->faults |= DESK_TAPE_MISSED;
  }
  if (n_lost != self->n_lost)
    self->losing_ns = self->collected_ns;
  self->n_lost = n_lost;
}

static void
look (DeskTape *self)
{
  look_at_losses (self);
  if (self->microphone != NULL)
    look_at_microphone (self);
}

/* Collecting. */

static void
take (DeskTape *self, gint64 end)
{
  const gint64 n = CLAMP (end - self->n_taken, 0, MOST_FRAMES);

  self->n_frames = (gsize) n;
  self->n_taken += n;
  desk_tape_track_take (self->callers, self->frames, self->n_frames);
  if (self->microphone != NULL) {
    desk_tape_track_take (self->microphone, self->frames + 1, self->n_frames);
  } else {
    for (gsize i = 0; i < self->n_frames; i++)
      self->frames[2 * i + 1] = 0;
  }
}

static gint64
frames_at (gint64 session_ns)
{
  return session_ns / 1000 * DESK_TAPE_RATE / 1000000;
}

static void
empty_taps (DeskTape *self, gint64 until_ns)
{
  self->collected_ns = until_ns;
  desk_tape_track_advance (self->callers, until_ns);
  if (self->microphone != NULL)
    desk_tape_track_advance (self->microphone, until_ns);
}

/* The moment from which there is anything to collect. */
static gint64
begin_ns (DeskTape *self)
{
  DeskTapeSpan first;

  if (!desk_tape_clock_find (&self->clock, G_MININT64, &first))
    return G_MAXINT64;
  return first.from_ns;
}

gboolean
desk_tape_collect (DeskTape *self, gint64 now_ns)
{
  const gint64 end_ns = now_ns - AGE_NS;
  const gint64 from_ns = self->collected_ns != 0 ? self->collected_ns : begin_ns (self);

  self->n_frames = 0;
  if (from_ns >= end_ns)
    return FALSE;
  empty_taps (self, MIN (from_ns + STEP_NS, end_ns));
  take (self, frames_at (desk_tape_clock_session_at (&self->clock,
                                                     self->collected_ns - DESK_TAPE_SETTLE_NS)));
  if (self->collected_ns < end_ns)
    return TRUE;
  look (self);
  return FALSE;
}

/* Whether a block may still come that began before the clock was stopped. A device that has not told
 * of anything for as long as blocks may be late is not waited for, nor is any for longer. */
static gboolean
is_awaited (DeskTape *self, const DeskTapeTrack *track, gint64 now_ns)
{
  const gint64 stopped_ns = desk_tape_clock_get_stopped_ns (&self->clock);
  const gint64 heard_ns = track != NULL ? desk_tape_track_get_heard_ns (track) : G_MININT64;

  return heard_ns < stopped_ns && heard_ns > now_ns - LATEST_NS && now_ns - stopped_ns < LATEST_NS;
}

gboolean
desk_tape_collect_rest (DeskTape *self, gint64 session_ns, gint64 now_ns)
{
  const gint64 end = frames_at (session_ns);

  if (desk_tape_collect (self, now_ns + AGE_NS))
    return TRUE;
  if (is_awaited (self, self->callers, now_ns) || is_awaited (self, self->microphone, now_ns))
    return TRUE;
  if (self->n_frames == 0) {
    desk_tape_track_end (self->callers);
    if (self->microphone != NULL)
      desk_tape_track_end (self->microphone);
    take (self, end);
  }
  return self->n_taken < end;
}

void
desk_tape_write (DeskTape *self)
{
  GError *error = NULL;

  if (self->n_frames > 0 && self->error == NULL &&
      !desk_tape_file_write (self->file, self->frames, self->n_frames, &error))
    cut (self, error);
  self->n_frames = 0;
}
