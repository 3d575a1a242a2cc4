/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "audio/tap.h"

/* A sound device as a recorder sees it, with a clock that is wrong and callbacks that come late, and
 * the sound that it hears: a chirp at every second of the machine's clock, which shows to a hundredth
 * of a millisecond where it has come to lie. Time is seconds since the beginning of the test. */

G_BEGIN_DECLS

typedef struct {
  DeskTap *tap;     /* owned */
  gint64 origin_ns; /* the machine's clock at the beginning of the test */
  double ppm;       /* by how much its clock is fast */
  double late_s;    /* callbacks come up to so late */
  guint frames;     /* of a callback */
  double noise;     /* added to the chirps */
  gint64 n_frames;  /* heard so far */
  double away_from; /* it hears nothing, and calls nobody, in between */
  double away_to;
  GRand *chance; /* owned */
} DeskTestDevice;

void desk_test_device_init (DeskTestDevice *self, gint64 origin_ns, double ppm, double late_s);
void desk_test_device_clear (DeskTestDevice *self);

/* Everything that it has heard in whole callbacks until then goes to its tap. */
void desk_test_device_run (DeskTestDevice *self, double until_s);

/* How many seconds after `at_s` the chirp is heard that ought to begin there, in one channel of
 * `n_frames` frames of a tape of two; NAN: there is none within a tenth of a second. */
double desk_test_find_chirp (const float *tape, gsize n_frames, guint channel, double at_s);

G_END_DECLS
