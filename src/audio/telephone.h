/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/sound.h"
#include "audio/telephone-law.h"
#include "scenario/scenario.h"

/* What a telephone connection does to a voice. All of it is computed in advance: to the mixer the result is
 * a sound like any other. */

G_BEGIN_DECLS

/* Passes `n_frames` mono samples at 48 kHz through a line, in place: limited to 300 to 3400 Hz and
 * companded to eight bits at 8 kHz. Neither delayed nor louder. DESK_LAW_NONE does nothing. Any thread;
 * slow. */
void desk_telephone_carry (float *samples, gsize n_frames, DeskLaw law);

/* How one connection differs from another. Both are gains, for DeskPlaying. */
typedef struct {
  double gain; /* of the voices */
  double hiss; /* of its noise; 0: none */
} DeskTelephoneLine;

/* The line of `call`: always the same for a call of that id. And an internal line, on which all are equally
 * loud. */
DeskTelephoneLine desk_telephone_outside_line (const DeskScenario *scenario, const DeskCall *call);
DeskTelephoneLine desk_telephone_inside_line (const DeskScenario *scenario);

/* The noise of a line, an endless loop; a gain of 1 is the noisiest line. (transfer full) */
DeskSound *desk_telephone_hiss_new (void);

/* The law that the clips of `scenario` are passed through. */
DeskLaw desk_telephone_law (const DeskScenario *scenario);

G_END_DECLS
