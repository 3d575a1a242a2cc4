/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/telephone.h"

#include <math.h>
#include <soxr.h>

/* An exchange samples a voice 8000 times a second. Its codec passes 300 to 3000 Hz within 0.15 dB,
 * 3400 Hz within 0.8 dB, and is 14 dB down at 4000, 32 dB from 4600 and 26 dB at 60 Hz (each way; TI
 * TP3057A, SCTS026C, which meets ITU-T G.712). Below 300 Hz the telephone sets themselves pass
 * little; the low edge here is theirs and the codec's together.
 *
 * The upper edge is that of libsoxr's way to 8 kHz and back. For the lower one there is no library
 * among ours: it is a windowed sinc of linear phase (Hamming's window), so that every frequency
 * stays where it was in time. Its 129 taps at 8 kHz take 200 Hz from stop to pass. */

#define RATE 8000
#define UPPER_EDGE_HZ 3400.0
#define LOWER_EDGE_HZ 200.0 /* in the middle of the slope: half the amplitude */
#define TAPS 129

/* Idle noise of connections, in dBm0p: an exchange is asked to stay below -65 (ITU-T G.712), a mobile
 * telephone below -64 (3GPP TS 03.50, 3.6.1), a long analogue line comes to -50. Noise of the whole
 * telephone band is 2.5 dB less after psophometric weighting than it measures flat (ITU-T O.41). */
#define QUIETEST_DBM0P (-65.0)
#define NOISIEST_DBM0P (-50.0)
#define INSIDE_DBM0P (-68.0)
#define WEIGHTING_DB 2.5

/* How far the RMS of the loudest sine lies below 1. */
#define SINE_DB 3.01

/* How much callers differ, in dB, where the lines make a difference and where only they do. */
#define SOFTEST_DB (-6.0)
#define LOUDEST_DB 4.0
#define WIDEBAND_SOFTEST_DB (-3.0)
#define WIDEBAND_LOUDEST_DB 2.0

#define HISS_SECONDS 4

static double
gain_of_db (double db)
{
  return pow (10, db / 20);
}

/* A high-pass is the signal less what a low-pass passes. */
static void
design_high_pass (float taps[TAPS])
{
  const double cut = 2 * LOWER_EDGE_HZ / RATE;
  double low[TAPS], sum = 0;

  for (int i = 0; i < TAPS; i++) {
    double x = i - TAPS / 2;
    double sinc = x == 0 ? cut : sin (G_PI * cut * x) / (G_PI * x);

    low[i] = sinc * (0.54 - 0.46 * cos (2 * G_PI * i / (TAPS - 1)));
    sum += low[i];
  }
  for (int i = 0; i < TAPS; i++)
    taps[i] = (float) ((i == TAPS / 2 ? 1.0 : 0.0) - low[i] / sum);
}

/* Before and after the sound there is silence. (transfer full) */
static float *
pass_high (const float *samples, gsize n)
{
  const gsize half = TAPS / 2;
  g_autofree float *padded = g_new0 (float, n + TAPS - 1);
  float *passed = g_new (float, n);
  float taps[TAPS];

  design_high_pass (taps);
  memcpy (padded + half, samples, n * sizeof (float));
  for (gsize i = 0; i < n; i++) {
    float sum = 0;

    for (gsize k = 0; k < TAPS; k++)
      sum += taps[k] * padded[i + k];
    passed[i] = sum;
  }

  return passed;
}

/* At most `n_out` frames; what the end lacks is silence. libsoxr takes its own delay out. */
static void
resample (const float *in, gsize n_in, double in_rate, float *out, gsize n_out, double out_rate)
{
  const soxr_io_spec_t io = soxr_io_spec (SOXR_FLOAT32_I, SOXR_FLOAT32_I);
  const soxr_runtime_spec_t runtime = soxr_runtime_spec (1);
  soxr_quality_spec_t quality = soxr_quality_spec (SOXR_HQ, 0);
  gsize made = 0;

  quality.passband_end = UPPER_EDGE_HZ / (RATE / 2.0);
  quality.stopband_begin = 1;
  soxr_oneshot (in_rate, out_rate, 1, in, n_in, NULL, out, n_out, &made, &io, &quality, &runtime);
  memset (out + made, 0, (n_out - made) * sizeof (float));
}

void
desk_telephone_carry (float *samples, gsize n_frames, DeskLaw law)
{
  const gsize n = (n_frames * RATE + DESK_MIXER_RATE - 1) / DESK_MIXER_RATE;

  if (law == DESK_LAW_NONE || n_frames == 0)
    return;

  g_autofree float *sampled = g_new (float, n);
  g_autofree guint8 *codes = g_new (guint8, n);

  resample (samples, n_frames, DESK_MIXER_RATE, sampled, n, RATE);

  g_autofree float *passed = pass_high (sampled, n);

  desk_law_encode (law, passed, codes, n);
  desk_law_decode (law, codes, passed, n);
  resample (passed, n, RATE, samples, n_frames, DESK_MIXER_RATE);
}

DeskLaw
desk_telephone_law (const DeskScenario *scenario)
{
  return scenario->line_band == DESK_LINE_BAND_WIDEBAND ? DESK_LAW_NONE
                                                        : desk_law_of (scenario->country);
}

/* Two numbers from 0 to 1 that are the same for a text on every machine and in every version. */
static void
draw_two (const char *text, double *first, double *second)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  guint64 both;

  digest[16] = '\0';
  both = g_ascii_strtoull (digest, NULL, 16);
  *first = (double) (both >> 32) / G_MAXUINT32;
  *second = (double) (both & G_MAXUINT32) / G_MAXUINT32;
}

static double
hiss_gain (double dbm0p)
{
  return gain_of_db (dbm0p - NOISIEST_DBM0P);
}

static double
between (double least, double most, double where)
{
  return least + (most - least) * where;
}

DeskTelephoneLine
desk_telephone_outside_line (const DeskScenario *scenario, const DeskCall *call)
{
  DeskTelephoneLine line = { 0 };
  double level, noise;

  draw_two (call->id, &level, &noise);
  switch (scenario->line_band) {
  case DESK_LINE_BAND_TELEPHONE:
    line.gain = gain_of_db (between (SOFTEST_DB, LOUDEST_DB, level));
    line.hiss = hiss_gain (between (QUIETEST_DBM0P, NOISIEST_DBM0P, noise));
    break;
  case DESK_LINE_BAND_WIDEBAND:
    line.gain = gain_of_db (between (WIDEBAND_SOFTEST_DB, WIDEBAND_LOUDEST_DB, level));
    break;
  }

  return line;
}

DeskTelephoneLine
desk_telephone_inside_line (const DeskScenario *scenario)
{
  DeskTelephoneLine line = { .gain = 1 };

  if (scenario->line_band == DESK_LINE_BAND_TELEPHONE)
    line.hiss = hiss_gain (INSIDE_DBM0P);
  return line;
}

/* Equally strong at all frequencies of the band, and a circle: before the random numbers their end is
 * put and after them their beginning, for as long as the filters look to either side; and cut off
 * again afterwards. */
DeskSound *
desk_telephone_hiss_new (void)
{
  const gsize n = HISS_SECONDS * RATE, margin = RATE / 4, n_margins = n + 2 * margin;
  const gsize n_frames = HISS_SECONDS * DESK_MIXER_RATE, wide_margin = DESK_MIXER_RATE / 4;
  g_autoptr (GRand) rand = g_rand_new_with_seed (711);
  g_autofree float *noise = g_new (float, n_margins);
  g_autofree float *wide = g_new (float, n_frames + 2 * wide_margin);
  float *hiss = g_new (float, n_frames);
  double power = 0;

  for (gsize i = 0; i < n; i++)
    noise[margin + i] = (float) g_rand_double_range (rand, -1, 1);
  memcpy (noise, noise + n, margin * sizeof (float));
  memcpy (noise + margin + n, noise + margin, margin * sizeof (float));

  g_autofree float *passed = pass_high (noise, n_margins);

  resample (passed, n_margins, RATE, wide, n_frames + 2 * wide_margin, DESK_MIXER_RATE);
  memcpy (hiss, wide + wide_margin, n_frames * sizeof (float));
  for (gsize i = 0; i < n_frames; i++)
    power += (double) hiss[i] * (double) hiss[i];

  const double loudest_dbm0 = desk_law_overload_dbm0 (DESK_LAW_A) + SINE_DB;
  const double rms = gain_of_db (NOISIEST_DBM0P + WEIGHTING_DB - loudest_dbm0);
  const float gain = (float) (rms / sqrt (power / (double) n_frames));

  for (gsize i = 0; i < n_frames; i++)
    hiss[i] *= gain;
  return desk_sound_new_take (hiss, (guint32) n_frames, (guint32) n_frames);
}
