/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-track.h"

#include <math.h>
#include <soxr.h>
#include <string.h>

#include "audio/mixer.h"

#define NS_PER_S 1e9
#define FRAME_NS (NS_PER_S / DESK_MIXER_RATE)
#define TAPE_FRAME_NS (NS_PER_S / DESK_TAPE_RATE)

#define NOMINAL_RATIO ((double) DESK_MIXER_RATE / DESK_TAPE_RATE)
#define HIGHEST_RATIO 4 /* the resampler is made for */
#define MOST_BEND .003
#define BEND_PER_S .2 /* of the pace, for each second that a block is off */
#define AVERAGE_S 1.

/* The resampler's impulse comes this many of its frames late, measured with libsoxr 0.1.3. */
#define RESAMPLER_LAG 1.62

#define STRAY_NS 20e6         /* farther from its place, a block is looked at more closely */
#define LOOK_AHEAD_NS 150e6   /* how far to look at the blocks after it */
#define LONGEST_WAIT_NS 300e6 /* and no longer than this; also for a block to follow another */
#define MOST_WAITING 128      /* blocks */

typedef struct {
  double time_ns;
  guint n_frames;
  float samples[DESK_TAP_FRAMES];
} Block;

/* A stretch of blocks that follow each other, on its way through the resampler. */
typedef struct {
  gboolean flows;
  DeskTapeSpan span;
  gint64 place;    /* on the tape, of the resampler's first frame */
  gint64 n_fed;    /* frames at 48 kHz */
  gint64 n_laid;   /* frames at 16 kHz that have come out */
  double consumed; /* how many at 48 kHz they stand for */
  double off_s;    /* how much later blocks are than they are laid, averaged */
  double ratio;
} Flow;

struct _DeskTapeTrack {
  DeskTap *tap; /* borrowed, as below */
  const DeskTapeClock *clock;
  guint64 n_lost_before;
  gint64 heard_ns;

  Block *waiting; /* owned: a ring */
  guint first;
  guint n_waiting;

  soxr_t resampler; /* owned */
  Flow flow;

  GArray *laid; /* of float; owned: the tape from `taken` on */
  gint64 taken;
};

DeskTapeTrack *
desk_tape_track_new (DeskTap *tap, const DeskTapeClock *clock)
{
  DeskTapeTrack *self = g_new0 (DeskTapeTrack, 1);

  self->tap = tap;
  self->clock = clock;
  self->heard_ns = G_MININT64;
  self->waiting = g_new (Block, MOST_WAITING);
  self->laid = g_array_new (FALSE, TRUE, sizeof (float));
  desk_tap_open (tap);
  self->n_lost_before = desk_tap_get_n_lost (tap);
  return self;
}

void
desk_tape_track_free (DeskTapeTrack *self)
{
  if (self == NULL)
    return;
  desk_tap_close (self->tap);
  soxr_delete (self->resampler);
  g_array_unref (self->laid);
  g_free (self->waiting);
  g_free (self);
}

/* The tape. */

static void
lay (DeskTapeTrack *self, gint64 place, const float *samples, gsize n_samples)
{
  const gsize early = (gsize) CLAMP (self->taken - place, 0, (gint64) n_samples);
  const gsize from = (gsize) (place + (gint64) early - self->taken);
  const gsize n = n_samples - early;

  if (n == 0)
    return;
  if (self->laid->len < from + n)
    g_array_set_size (self->laid, (guint) (from + n));
  memcpy (&g_array_index (self->laid, float, from), samples + early, n * sizeof (float));
}

void
desk_tape_track_take (DeskTapeTrack *self, float *out, gsize n_frames)
{
  const gsize n = MIN (n_frames, self->laid->len);

  for (gsize i = 0; i < n_frames; i++)
    out[2 * i] = i < n ? g_array_index (self->laid, float, i) : 0;
  if (n > 0)
    g_array_remove_range (self->laid, 0, (guint) n);
  self->taken += (gint64) n_frames;
}

/* The resampler. */

static void
begin_flow (DeskTapeTrack *self, const DeskTapeSpan *span, double at_ns)
{
  const soxr_quality_spec_t quality = soxr_quality_spec (SOXR_HQ, SOXR_VR);
  const double session_ns = (double) span->session_ns + at_ns - (double) span->from_ns;
  soxr_error_t error = NULL;

  soxr_delete (self->resampler);
  self->resampler = soxr_create (HIGHEST_RATIO, 1, 1, &error, NULL, &quality, NULL);
  if (self->resampler == NULL)
    g_error ("libsoxr: %s", error);
  soxr_set_io_ratio (self->resampler, NOMINAL_RATIO, 0);
  self->flow = (Flow){
    .flows = TRUE,
    .span = *span,
    .place = llround (session_ns / TAPE_FRAME_NS - RESAMPLER_LAG),
    .ratio = NOMINAL_RATIO,
  };
}

/* Frames of the tape from the beginning of the flow to where the next frame fed comes to lie. */
static double
length_of (const Flow *flow)
{
  return (double) flow->n_laid + ((double) flow->n_fed - flow->consumed) / flow->ratio +
         RESAMPLER_LAG;
}

/* When the next frame fed would have been heard, by where it comes to lie. */
static double
next_ns (const Flow *flow)
{
  const double session_ns = ((double) flow->place + length_of (flow)) * TAPE_FRAME_NS;

  return (double) flow->span.from_ns + session_ns - (double) flow->span.session_ns;
}

/* Lays no more than `most` frames of what comes out. */
static void
resample (DeskTapeTrack *self, const float *samples, gsize n_samples, gint64 most)
{
  float out[DESK_TAP_FRAMES];
  gsize used, n_out;

  do {
    used = n_out = 0;
    soxr_process (self->resampler, samples, n_samples, &used, out, G_N_ELEMENTS (out), &n_out);
    lay (self, self->flow.place + self->flow.n_laid, out,
         (gsize) CLAMP (most - self->flow.n_laid, 0, (gint64) n_out));
    self->flow.n_laid += (gint64) n_out;
    self->flow.consumed += (double) n_out * self->flow.ratio;
    samples += used;
    n_samples -= used;
  } while (n_samples > 0 || n_out == G_N_ELEMENTS (out));
}

/* Silence pushes out what is still in the resampler. */
static void
end_flow (DeskTapeTrack *self)
{
  static const float silence[DESK_TAP_FRAMES];
  const gint64 length = self->flow.flows ? llround (length_of (&self->flow)) : 0;

  while (self->flow.flows && self->flow.n_laid < length)
    resample (self, silence, G_N_ELEMENTS (silence), length);
  self->flow.flows = FALSE;
}

static void
steer (DeskTapeTrack *self, double off_s, guint n_frames)
{
  Flow *flow = &self->flow;
  const double seconds = (double) n_frames / DESK_MIXER_RATE;

  flow->off_s += (off_s - flow->off_s) * seconds / AVERAGE_S;
  flow->ratio = NOMINAL_RATIO * (1 - CLAMP (BEND_PER_S * flow->off_s, -MOST_BEND, MOST_BEND));
  soxr_set_io_ratio (self->resampler, flow->ratio, 0);
}

/* Laying blocks. */

static guint
frames_until (double at_ns, gint64 end_ns, guint most)
{
  const double n = ceil (((double) end_ns - at_ns) / FRAME_NS - .5);

  return (guint) CLAMP (n, 0, (double) most);
}

/* Lays what lies in stretches in which session time ran, and skips what was heard in a pause. */
static void
feed (DeskTapeTrack *self, const Block *block, double at_ns)
{
  guint done = 0;

  while (done < block->n_frames) {
    const double now_ns = at_ns + done * FRAME_NS;
    const guint left = block->n_frames - done;
    DeskTapeSpan span;
    guint n;

    if (!desk_tape_clock_find (self->clock, (gint64) (now_ns + FRAME_NS / 2), &span)) {
      end_flow (self);
      return;
    }
    if (self->flow.flows && self->flow.span.from_ns != span.from_ns)
      end_flow (self);
    n = frames_until (now_ns, span.from_ns, left);
    if (n == 0) {
      n = MAX (frames_until (now_ns, span.to_ns, left), 1);
      if (!self->flow.flows)
        begin_flow (self, &span, now_ns);
      resample (self, block->samples + done, n, G_MAXINT64);
      self->flow.n_fed += n;
    }
    done += n;
  }
}

static const Block *
waiting_at (const DeskTapeTrack *self, guint n)
{
  return &self->waiting[(self->first + n) % MOST_WAITING];
}

/* By how much the waiting blocks are off at least, if the first of them is laid at `at_ns`. */
static double
least_off (const DeskTapeTrack *self, double at_ns)
{
  double least = G_MAXDOUBLE;

  for (guint n = 0; n < self->n_waiting; n++) {
    const Block *block = waiting_at (self, n);
    const double off = block->time_ns - at_ns;

    if (fabs (off) < fabs (least))
      least = off;
    at_ns += block->n_frames * FRAME_NS;
  }
  return least;
}

/* Whether the blocks after the first reach far enough to judge it by them. */
static gboolean
sees_ahead (const DeskTapeTrack *self, gint64 until_ns)
{
  const double first_ns = waiting_at (self, 0)->time_ns;

  return self->n_waiting == MOST_WAITING || (double) until_ns - first_ns > LONGEST_WAIT_NS ||
         waiting_at (self, self->n_waiting - 1)->time_ns - first_ns > LOOK_AHEAD_NS;
}

/* Callbacks come late and never early, so after a jump the block that is least late tells best. */
static gboolean
place_stray (DeskTapeTrack *self, double expected_ns, gint64 until_ns, double *at_ns)
{
  double off;

  if (!sees_ahead (self, until_ns))
    return FALSE;
  off = least_off (self, expected_ns);
  *at_ns = expected_ns;
  if (fabs (off) > STRAY_NS) {
    end_flow (self);
    *at_ns += off;
  }
  return TRUE;
}

/* FALSE: the first waiting block has to go on waiting. */
static gboolean
lay_block (DeskTapeTrack *self, gint64 until_ns)
{
  const Block *block = waiting_at (self, 0);
  double at_ns = block->time_ns;

  if (self->flow.flows) {
    const double expected_ns = next_ns (&self->flow);
    const double off_ns = block->time_ns - expected_ns;

    if (fabs (off_ns) <= STRAY_NS) {
      steer (self, off_ns / NS_PER_S, block->n_frames);
      at_ns = expected_ns;
    } else if (!place_stray (self, expected_ns, until_ns, &at_ns)) {
      return FALSE;
    }
  }
  feed (self, block, at_ns);
  self->first = (self->first + 1) % MOST_WAITING;
  self->n_waiting--;
  return TRUE;
}

static void
lay_blocks (DeskTapeTrack *self, gint64 until_ns)
{
  while (self->n_waiting > 0 && lay_block (self, until_ns))
    ;
  if (self->n_waiting == 0 && self->flow.flows &&
      (double) until_ns - next_ns (&self->flow) > LONGEST_WAIT_NS)
    end_flow (self);
}

static void
keep (DeskTapeTrack *self, const DeskTapBlock *block)
{
  Block *kept = &self->waiting[(self->first + self->n_waiting++) % MOST_WAITING];

  kept->time_ns = (double) block->time_ns;
  kept->n_frames = MIN (block->n_frames, DESK_TAP_FRAMES);
  memcpy (kept->samples, block->samples, kept->n_frames * sizeof (float));
  self->heard_ns = block->time_ns + (gint64) (kept->n_frames * FRAME_NS);
}

void
desk_tape_track_advance (DeskTapeTrack *self, gint64 until_ns)
{
  const DeskTapBlock *block;

  while ((block = desk_tap_peek (self->tap)) != NULL && block->time_ns < until_ns) {
    keep (self, block);
    desk_tap_drop (self->tap);
    if (self->n_waiting == MOST_WAITING)
      lay_blocks (self, self->heard_ns);
  }
  lay_blocks (self, until_ns);
}

void
desk_tape_track_end (DeskTapeTrack *self)
{
  lay_blocks (self, G_MAXINT64);
  end_flow (self);
}

gint64
desk_tape_track_get_heard_ns (const DeskTapeTrack *self)
{
  return self->heard_ns;
}

guint64
desk_tape_track_get_n_lost (const DeskTapeTrack *self)
{
  return desk_tap_get_n_lost (self->tap) - self->n_lost_before;
}
