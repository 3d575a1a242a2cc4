/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/telephone.h"

#include <math.h>
#include <string.h>

#include "scenario/scenario-reader.h"
#include "spectrum.h"

/* The laws against the tables of ITU-T G.711, written down here as they are built there; the line
 * against what is asked of one. */

#define RATE 48000

/* The value of a code of Table 1a (A) or 2a (µ), and the decision value below it: without sign, in
 * units of 1/4096 or 1/8192. */
typedef struct {
  guint8 code; /* of the positive half */
  int value;
  int decision;
} Step;

static Step
step_of (DeskLaw law, int segment, int interval)
{
  const int n = 16 * segment + interval;

  if (law == DESK_LAW_A)
    return (Step){
      .code = (guint8) ((0x80 | n) ^ 0x55),
      .value = segment == 0 ? 2 * interval + 1 : (2 * interval + 33) << (segment - 1),
      .decision = segment == 0 ? 2 * interval : (2 * interval + 32) << (segment - 1),
    };

  return (Step){
    .code = (guint8) ~n,
    .value = ((2 * interval + 33) << segment) - 33,
    .decision = MAX (0, ((2 * interval + 32) << segment) - 33),
  };
}

static guint8
negative_of (guint8 code)
{
  return (guint8) (code ^ 0x80);
}

static guint8
encode_one (DeskLaw law, double sample)
{
  const float samples[1] = { (float) sample };
  guint8 code = 0;

  desk_law_encode (law, samples, &code, 1);
  return code;
}

static void
check_step (DeskLaw law, Step step, Step before, float decoded)
{
  const double unit = law == DESK_LAW_A ? 4096 : 8192;
  const double hair = 1.0 / 32768;

  g_assert_cmpfloat ((double) decoded * unit, ==, step.value);
  g_assert_cmphex (encode_one (law, step.value / unit), ==, step.code);
  g_assert_cmphex (encode_one (law, step.decision / unit), ==, step.code);
  if (step.decision == 0)
    return;
  g_assert_cmphex (encode_one (law, step.decision / unit - hair), ==, before.code);
  g_assert_cmphex (encode_one (law, -step.value / unit), ==, negative_of (step.code));
  g_assert_cmphex (encode_one (law, -step.decision / unit), ==, negative_of (step.code));
  g_assert_cmphex (encode_one (law, -step.decision / unit + hair), ==, negative_of (before.code));
}

static void
check_law (DeskLaw law)
{
  guint8 codes[256];
  float decoded[256];
  Step before = { 0 };

  for (int i = 0; i < 256; i++)
    codes[i] = (guint8) i;
  desk_law_decode (law, codes, decoded, 256);

  for (int n = 0; n < 128; n++) {
    const Step step = step_of (law, n / 16, n % 16);

    check_step (law, step, before, decoded[step.code]);
    g_assert_cmpfloat (decoded[negative_of (step.code)], ==, -decoded[step.code]);
    before = step;
  }
  g_assert_cmphex (encode_one (law, 2), ==, before.code);
  g_assert_cmphex (encode_one (law, -2), ==, negative_of (before.code));
}

static void
test_codes (void)
{
  check_law (DESK_LAW_A);
  check_law (DESK_LAW_MU);
}

/* Tables 5 and 6 of G.711: these codes are a tone of 1 kHz at 0 dBm0. */
static void
test_milliwatt (void)
{
  static const guint8 a[] = { 0x34, 0x21, 0x21, 0x34, 0xb4, 0xa1, 0xa1, 0xb4 };
  static const guint8 mu[] = { 0x1e, 0x0b, 0x0b, 0x1e, 0x9e, 0x8b, 0x8b, 0x9e };

  for (int law = DESK_LAW_A; law <= DESK_LAW_MU; law++) {
    float tone[8];
    double power = 0;

    desk_law_decode ((DeskLaw) law, law == DESK_LAW_A ? a : mu, tone, 8);
    for (int i = 0; i < 8; i++)
      power += (double) tone[i] * (double) tone[i] / 8;
    g_assert_cmpfloat_with_epsilon (10 * log10 (2 * power), -desk_law_overload_dbm0 ((DeskLaw) law),
                                    0.1);
  }
}

/* Signal to total distortion of a sine (at 1020 Hz, as G.712 measures), in dB. */
static double
distortion_db (DeskLaw law, double dbm0)
{
  const int n = 8000;
  const double level = pow (10, (dbm0 - desk_law_overload_dbm0 (law)) / 20);
  g_autofree float *samples = g_new (float, n);
  g_autofree guint8 *codes = g_new (guint8, n);
  double re = 0, im = 0, power = 0, signal;

  for (int i = 0; i < n; i++)
    samples[i] = (float) (level * sin (2 * G_PI * 1020 * i / 8000));
  desk_law_encode (law, samples, codes, n);
  desk_law_decode (law, codes, samples, n);
  for (int i = 0; i < n; i++) {
    re += (double) samples[i] * cos (2 * G_PI * 1020 * i / 8000);
    im += (double) samples[i] * sin (2 * G_PI * 1020 * i / 8000);
    power += (double) samples[i] * (double) samples[i];
  }
  signal = 2 * (re * re + im * im) / n;
  return 10 * log10 (signal / (power - signal));
}

/* G.712 asks for 33 dB from 0 to -30 dBm0, 27 dB at -40, 22 dB at -45, of a whole channel.
 * What the law leaves of that, a sine finds at its own level between 35 and 40. */
static void
test_distortion (void)
{
  for (int law = DESK_LAW_A; law <= DESK_LAW_MU; law++)
    for (int dbm0 = 0; dbm0 >= -45; dbm0 -= 3) {
      const double db = distortion_db ((DeskLaw) law, dbm0);

      g_test_message ("law %d at %d dBm0: %.1f dB", law, dbm0, db);
      g_assert_cmpfloat (db, <, 42);
      g_assert_cmpfloat (db, >, dbm0 >= -30 ? 35 : dbm0 >= -40 ? 30 : 25);
    }
}

/* How a tone comes out, in dB. */
static double
gain_db (DeskLaw law, double hz)
{
  const guint n = RATE;
  g_autofree float *samples = g_new (float, n);

  for (guint i = 0; i < n; i++)
    samples[i] = 0.5f * (float) sin (2 * G_PI * hz * i / RATE);
  desk_telephone_carry (samples, n, law);
  return 20 * log10 (spectrum_amplitude (samples + n / 4, n / 2, hz) / 0.5 + 1e-9);
}

typedef struct {
  double hz;
  double least_db;
  double most_db;
} Edge;

/* Two passes of a codec's filter, sending and receiving, are allowed twice what one is. */
static const Edge edges[] = {
  { 50, -200, -52 },    { 60, -200, -40 },    { 100, -200, -20 },  { 200, -12, 0 },
  { 300, -0.3, 0.3 },   { 390, -0.3, 0.3 },   { 510, -0.3, 0.3 },  { 1020, -0.3, 0.3 },
  { 1990, -0.3, 0.3 },  { 2510, -0.3, 0.3 },  { 3010, -0.3, 0.3 }, { 3310, -0.7, 0.1 },
  { 3390, -1.6, 0.1 },  { 3990, -200, -28 },  { 4610, -200, -60 }, { 6010, -200, -60 },
  { 12010, -200, -60 }, { 20010, -200, -60 },
};

static void
test_band (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++) {
    const double db = gain_db (DESK_LAW_A, edges[i].hz);

    g_test_message ("%5.0f Hz: %.2f dB", edges[i].hz, db);
    g_assert_cmpfloat (db, >=, edges[i].least_db);
    g_assert_cmpfloat (db, <=, edges[i].most_db);
  }
  g_assert_cmpfloat_with_epsilon (gain_db (DESK_LAW_MU, 1020), 0, 0.3);
  g_assert_cmpfloat_with_epsilon (gain_db (DESK_LAW_NONE, 12010), 0, 0.001);
}

/* Noise within the band, so that it fits itself in one place. */
static float *
noise_new (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  float *samples = g_new0 (float, n);

  for (int tone = 0; tone < 80; tone++) {
    const double hz = g_rand_double_range (rand, 400, 3000);
    const double phase = g_rand_double_range (rand, 0, 2 * G_PI);

    for (guint i = 0; i < n; i++)
      samples[i] += 0.02f * (float) sin (2 * G_PI * hz * i / RATE + phase);
  }
  return samples;
}

static double
product (const float *a, const float *b, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (double) a[i] * (double) b[i];
  return sum;
}

static void
test_no_shift (void)
{
  const guint n = RATE, from = 2000, length = n - 4000;
  g_autofree float *before = noise_new (n);
  g_autofree float *after = g_memdup2 (before, n * sizeof (float));
  double best = 0;
  int shift = 0;

  desk_telephone_carry (after, n, DESK_LAW_A);
  for (int lag = -200; lag <= 200; lag++) {
    const double here = product (before + from, after + (int) from + lag, length);

    if (here > best) {
      best = here;
      shift = lag;
    }
  }
  best /= sqrt (product (before + from, before + from, length) *
                product (after + from, after + from, length));
  g_test_message ("shifted by %.3f ms, likeness %.4f", shift / 48.0, best);
  g_assert_cmpint (ABS (shift), <=, 9);
  g_assert_cmpfloat (best, >, 0.99);
}

/* Any length, and what is beyond full scale. */
static void
test_odd_clips (void)
{
  static const guint lengths[] = { 0, 1, 2, 5, 6, 7, 47, 480, 4001 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    float *samples = g_new (float, lengths[i] + 1);

    for (guint k = 0; k <= lengths[i]; k++)
      samples[k] = k % 12 < 6 ? 1.5f : -1.5f;
    samples[lengths[i]] = 1234;
    desk_telephone_carry (samples, lengths[i], DESK_LAW_MU);
    g_assert_cmpfloat (samples[lengths[i]], ==, 1234);
    for (guint k = 0; k < lengths[i]; k++)
      g_assert_cmpfloat (fabsf (samples[k]), <, 2);
    g_free (samples);
  }
}

static DeskScenario *
scenario_new (const char *sound)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *yaml = g_strdup_printf (
      "format: 1\ntitle: T\nlanguage: en\ncountry: gb\n%slines: 1\nduration: 1:00\n"
      "organisation: O\npeople: [{id: a, name: A, extension: 1}]\ncalls:\n"
      "- {id: c, at: 0, caller: {given: G}, says: {opening: {text: Hi}}, expect: {do: decline}}\n",
      sound);
  DeskScenario *scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "s", NULL, &diagnostics);

  g_assert_nonnull (scenario);
  return scenario;
}

static double
db_of (double gain)
{
  return 20 * log10 (gain);
}

static void
test_lines_differ (void)
{
  g_autoptr (DeskScenario) telephone = scenario_new ("");
  g_autoptr (DeskScenario) wideband = scenario_new ("sound: wideband\n");
  double softest = 0, loudest = 0, quietest = 0, noisiest = -100;

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *id = g_strdup_printf ("call-%u", i);
    const DeskCall call = { .id = id };
    const DeskTelephoneLine line = desk_telephone_outside_line (telephone, &call);
    const DeskTelephoneLine again = desk_telephone_outside_line (telephone, &call);
    const DeskTelephoneLine wide = desk_telephone_outside_line (wideband, &call);

    g_assert_true (line.gain == again.gain && line.hiss == again.hiss);
    g_assert_cmpfloat (wide.hiss, ==, 0);
    g_assert_cmpfloat (db_of (wide.gain), >=, -3);
    g_assert_cmpfloat (db_of (wide.gain), <=, 2);
    softest = MIN (softest, db_of (line.gain));
    loudest = MAX (loudest, db_of (line.gain));
    quietest = MIN (quietest, db_of (line.hiss));
    noisiest = MAX (noisiest, db_of (line.hiss));
  }
  /* -6 to 4 dB, and noise 15 dB apart: all of it is used, and no more. */
  g_assert_cmpfloat_with_epsilon (softest, -5.95, 0.05);
  g_assert_cmpfloat_with_epsilon (loudest, 3.95, 0.05);
  g_assert_cmpfloat_with_epsilon (quietest, -14.9, 0.1);
  g_assert_cmpfloat_with_epsilon (noisiest, -0.1, 0.1);

  /* worked by hand from `printf invoice | sha256sum`: never another on any machine */
  const DeskCall invoice = { .id = "invoice" };

  g_assert_cmpfloat_with_epsilon (db_of (desk_telephone_outside_line (telephone, &invoice).gain),
                                  -2.764, 0.005);
  g_assert_cmpfloat (desk_telephone_inside_line (telephone).gain, ==, 1);
  g_assert_cmpfloat (db_of (desk_telephone_inside_line (telephone).hiss), <, quietest);
  g_assert_cmpfloat (desk_telephone_inside_line (wideband).hiss, ==, 0);
  g_assert_cmpint (desk_telephone_law (telephone), ==, DESK_LAW_A);
  g_assert_cmpint (desk_telephone_law (wideband), ==, DESK_LAW_NONE);
  g_assert_cmpint (desk_law_of (DESK_COUNTRY_US), ==, DESK_LAW_MU);
}

/* Of all its frames in a circle, the one that departs most from what its neighbours foretell. */
static double
roughness (const DeskPcm *pcm, guint from, guint n)
{
  double greatest = 0;

  for (guint i = from; i < from + n; i++) {
    const float *s = pcm->samples;
    const guint k = pcm->n_frames;
    const double bend = (double) s[i % k] - 4 * (double) s[(i + 1) % k] +
                        6 * (double) s[(i + 2) % k] - 4 * (double) s[(i + 3) % k] +
                        (double) s[(i + 4) % k];

    greatest = MAX (greatest, fabs (bend));
  }

  return greatest;
}

static void
test_hiss (void)
{
  g_autoptr (DeskSound) hiss = desk_telephone_hiss_new ();
  const DeskPcm *pcm = desk_sound_get_pcm (hiss);
  double power = 0, below = 0, above = 0, within = 0;

  g_assert_cmpuint (pcm->period, ==, pcm->n_frames);
  for (guint i = 0; i < pcm->n_frames; i++)
    power += (double) pcm->samples[i] * (double) pcm->samples[i] / pcm->n_frames;
  /* -50 dBm0p of noise in this band is -47.5 dBm0; full scale is 3.14 + 3.01 */
  g_assert_cmpfloat_with_epsilon (10 * log10 (power), -53.65, 0.05);

  for (int i = 0; i < 200; i++) {
    below += pow (spectrum_amplitude (pcm->samples, pcm->n_frames, 20 + 0.5 * i), 2);
    within += pow (spectrum_amplitude (pcm->samples, pcm->n_frames, 1000 + 0.5 * i), 2);
    above += pow (spectrum_amplitude (pcm->samples, pcm->n_frames, 4600 + 0.5 * i), 2);
  }
  g_assert_cmpfloat (10 * log10 (below / within), <, -20);
  g_assert_cmpfloat (10 * log10 (above / within), <, -60);

  const double anywhere = roughness (pcm, 0, pcm->n_frames - 5);
  const double seam = roughness (pcm, pcm->n_frames - 5, 5);

  g_test_message ("roughness %.3g at the seam, at most %.3g", seam, anywhere);
  g_assert_cmpfloat (seam, <, anywhere);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/telephone/codes", test_codes);
  g_test_add_func ("/audio/telephone/milliwatt", test_milliwatt);
  g_test_add_func ("/audio/telephone/distortion", test_distortion);
  g_test_add_func ("/audio/telephone/band", test_band);
  g_test_add_func ("/audio/telephone/no-shift", test_no_shift);
  g_test_add_func ("/audio/telephone/odd-clips", test_odd_clips);
  g_test_add_func ("/audio/telephone/lines-differ", test_lines_differ);
  g_test_add_func ("/audio/telephone/hiss", test_hiss);

  return g_test_run ();
}
