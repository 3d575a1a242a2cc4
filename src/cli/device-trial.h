/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/output.h"

/* `frontdesk devices --test`: plays and listens through the very parts that a shift is heard through,
 * so that the figures are those of a shift. */

G_BEGIN_DECLS

typedef enum {
  DESK_TRIAL_VOICES,
  DESK_TRIAL_RINGER,
  DESK_TRIAL_MICROPHONE,
} DeskTrialRole;

#define DESK_N_TRIALS ((guint) DESK_TRIAL_MICROPHONE + 1)

typedef struct {
  gboolean done;
  char *device; /* owned: what was used; NULL: nothing could be */
  char *notice; /* owned: what the user should know of it; NULL: nothing */
  double seconds;
  DeskOutputMeter meter; /* of these seconds alone, but for the latency */
  guint64 n_full;        /* messages, or frames of the microphone, that found no room */
  double level;          /* of the microphone: the loudest, 0 to 1 */
} DeskTrial;

/* How a shift would open it. */
typedef struct {
  const char *device_id; /* borrowed: id or name; NULL: the default */
  double latency_ms;
  gboolean realtime; /* a real-time class is asked for */
} DeskTrialTerms;

/* Opens the device and plays for two seconds, or listens for one. Runs a main loop meanwhile. */
void desk_trial_run (DeskTrial *trial, DeskTrialRole role, const DeskTrialTerms *terms);
void desk_trial_clear (DeskTrial *trial);

G_END_DECLS
