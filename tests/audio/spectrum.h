/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The amplitude of a sine of `hz` in `n` samples at 48 kHz, of which it should fill whole periods. */
double spectrum_amplitude (const float *samples, gsize n, double hz);
