/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "spectrum.h"

#include <math.h>

#define RATE 48000

double
spectrum_amplitude (const float *samples, gsize n, double hz)
{
  double re = 0, im = 0;

  for (gsize i = 0; i < n; i++) {
    const double phase = 2 * G_PI * hz * (double) i / RATE;

    re += (double) samples[i] * cos (phase);
    im += (double) samples[i] * sin (phase);
  }
  return 2 * hypot (re, im) / (double) n;
}
