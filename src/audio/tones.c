/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tones.h"

#include <math.h>

/* Tones are rendered ahead, one period each: the bursts with eased edges, so that the mixer can
 * loop them without a thought about phase. The silence at the end of a period is not stored.
 *
 * What is heard in the handset follows each network: ITU-T E.180 and the list "Various tones used in
 * national networks" of the ITU's Operational Bulletin 781 (2003), as telephone exchanges carry it in
 * their tone tables. What the console itself sounds like is ours: a two-pitch warble in the cadence
 * that the country's telephones ring with. */

#define EDGE_MS 5

/* One network's tone: up to two frequencies, and the lengths of burst, pause, burst, pause. */
typedef struct {
  guint16 hz[2];
  guint16 ms[4];
} Signal;

typedef struct {
  Signal ring;
  Signal busy;
  Signal congestion;
} Network;

static const Network networks[DESK_N_COUNTRIES] = {
  [DESK_COUNTRY_SE] = { { { 425 }, { 1000, 5000 } },
                        { { 425 }, { 250, 250 } },
                        { { 425 }, { 250, 750 } } },
  [DESK_COUNTRY_FI] = { { { 425 }, { 1000, 4000 } },
                        { { 425 }, { 300, 300 } },
                        { { 425 }, { 200, 200 } } },
  [DESK_COUNTRY_NO] = { { { 425 }, { 1000, 4000 } },
                        { { 425 }, { 500, 500 } },
                        { { 425 }, { 200, 200 } } },
  [DESK_COUNTRY_DK] = { { { 425 }, { 1000, 4000 } },
                        { { 425 }, { 500, 500 } },
                        { { 425 }, { 200, 200 } } },
  [DESK_COUNTRY_GB] = { { { 400, 450 }, { 400, 200, 400, 2000 } },
                        { { 400 }, { 375, 375 } },
                        { { 400 }, { 400, 350, 225, 525 } } },
  [DESK_COUNTRY_IE] = { { { 400, 450 }, { 400, 200, 400, 2000 } },
                        { { 425 }, { 450, 450 } },
                        { { 425 }, { 375, 375 } } },
  [DESK_COUNTRY_DE] = { { { 425 }, { 1000, 4000 } },
                        { { 425 }, { 480, 480 } },
                        { { 425 }, { 240, 240 } } },
  [DESK_COUNTRY_US] = { { { 440, 480 }, { 2000, 4000 } },
                        { { 480, 620 }, { 500, 500 } },
                        { { 480, 620 }, { 250, 250 } } },
};

const guint16 *
desk_tone_ring_cadence (DeskCountry country)
{
  return networks[country].ring.ms;
}

/* A voice of the console: two pitches in turn, with the overtones of a small loudspeaker. */
typedef struct {
  double hz[2];
  double turn_ms; /* how long each pitch lasts */
  double level;
  double third; /* strength of the third harmonic */
} Warble;

static const Warble ringer = { { 820, 1025 }, 42, 0.32, 0.30 };
static const Warble urgent = { { 1025, 1367 }, 30, 0.32, 0.10 };
static const Warble recall = { { 494, 587 }, 125, 0.22, 0.10 };
static const Warble waiting = { { 820, 820 }, 1000, 0.07, 0.0 };
static const Warble reminder = { { 659, 880 }, 90, 0.14, 0.05 };

/* A burst's gain at frame `n`: raised-cosine edges of EDGE_MS. */
static double
edge (guint32 n, guint32 length)
{
  guint32 from_edge = MIN (n, length - 1 - n);
  guint32 width = DESK_MS_TO_FRAMES (EDGE_MS);

  return from_edge < width ? 0.5 - 0.5 * cos (G_PI * from_edge / width) : 1.0;
}

static void
add_sines (float *out, guint32 length, const guint16 hz[2])
{
  double level = hz[1] == 0 ? 0.20 : 0.14;

  for (guint32 n = 0; n < length; n++) {
    double t = (double) n / DESK_MIXER_RATE;
    double x = sin (2 * G_PI * hz[0] * t) + (hz[1] == 0 ? 0 : sin (2 * G_PI * hz[1] * t));

    out[n] = (float) (level * x * edge (n, length));
  }
}

/* The phase is continuous through each change of pitch. */
static void
add_warble (float *out, guint32 length, const Warble *warble)
{
  const guint32 turn = (guint32) (warble->turn_ms * DESK_MIXER_RATE / 1000);
  double phase = 0;

  for (guint32 n = 0; n < length; n++) {
    double x = sin (phase) + warble->third * sin (3 * phase);

    out[n] = (float) (warble->level * x * edge (n, length));
    phase += 2 * G_PI * warble->hz[n / turn % 2] / DESK_MIXER_RATE;
  }
}

/* One period of burst, pause, burst, pause: as sines, or as a warble where there is one. */
static DeskSound *
render (const Signal *signal, const guint16 ms[4], const Warble *warble)
{
  const guint32 second = DESK_MS_TO_FRAMES (ms[0] + ms[1]);
  const guint32 bursts[2] = { DESK_MS_TO_FRAMES (ms[0]), DESK_MS_TO_FRAMES (ms[2]) };
  const guint32 n_frames = bursts[1] > 0 ? second + bursts[1] : bursts[0];
  float *samples = g_new0 (float, n_frames);

  for (guint i = 0; i < 2 && bursts[i] > 0; i++) {
    float *burst = samples + i * second;

    if (warble != NULL)
      add_warble (burst, bursts[i], warble);
    else
      add_sines (burst, bursts[i], signal->hz);
  }

  return desk_sound_new_take (samples, n_frames, second + DESK_MS_TO_FRAMES (ms[2] + ms[3]));
}

static guint
period_ms (const Signal *signal)
{
  return signal->ms[0] + signal->ms[1] + signal->ms[2] + signal->ms[3];
}

/* Two short pips once in the country's ringing period. */
static DeskSound *
render_waiting (const Signal *ring)
{
  const guint16 ms[4] = { 70, 80, 70, (guint16) (period_ms (ring) - 220) };

  return render (ring, ms, &waiting);
}

static DeskSound *
render_reminder (void)
{
  const guint32 n_frames = DESK_MS_TO_FRAMES (180);
  float *samples = g_new (float, n_frames);

  add_warble (samples, n_frames, &reminder);
  return desk_sound_new_take (samples, n_frames, 0);
}

DeskSound *
desk_tone_new (DeskTone tone, DeskCountry country)
{
  const Network *network = &networks[country];

  switch (tone) {
  case DESK_TONE_RINGBACK: return render (&network->ring, network->ring.ms, NULL);
  case DESK_TONE_BUSY: return render (&network->busy, network->busy.ms, NULL);
  case DESK_TONE_CONGESTION: return render (&network->congestion, network->congestion.ms, NULL);
  case DESK_TONE_RINGER: return render (&network->ring, network->ring.ms, &ringer);
  case DESK_TONE_RINGER_URGENT: return render (&network->ring, network->ring.ms, &urgent);
  case DESK_TONE_RECALL: return render (&network->ring, network->ring.ms, &recall);
  case DESK_TONE_CALL_WAITING: return render_waiting (&network->ring);
  case DESK_TONE_REMINDER: return render_reminder ();
  }

  g_return_val_if_reached (NULL);
}
