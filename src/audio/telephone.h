/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/sound.h"
#include "audio/telephone-law.h"
#include "scenario/scenario.h"

/* What a telephone connection makes of a voice. All of it is done ahead of time: the mixer plays the
 * result like any sound, and knows of no line. */

G_BEGIN_DECLS

/* Carries `n_frames` mono samples at 48 kHz over a line, in place: to the band of 300 to 3400 Hz, and
 * through eight bits at 8 kHz. Nothing is delayed or made louder. DESK_LAW_NONE does nothing. Any
 * thread; takes its time. */
void desk_telephone_carry (float *samples, gsize n_frames, DeskLaw law);

/* How one connection differs from the others. Both are gains, for DeskPlaying. */
typedef struct {
  double gain; /* of the voices */
  double hiss; /* of its noise; 0: none */
} DeskTelephoneLine;

/* The line that `call` comes in by: always the same for a call of that id. And a line within the
 * house, where everybody is equally loud. */
DeskTelephoneLine desk_telephone_outside_line (const DeskScenario *scenario, const DeskCall *call);
DeskTelephoneLine desk_telephone_inside_line (const DeskScenario *scenario);

/* The noise of a line, without end or seam; at a gain of 1 as loud as on the noisiest line.
 * (transfer full) */
DeskSound *desk_telephone_hiss_new (void);

/* How `scenario` has its clips carried. */
DeskLaw desk_telephone_law (const DeskScenario *scenario);

G_END_DECLS
