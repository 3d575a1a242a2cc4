/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "audio/sound.h"
#include "matching/phone-number.h"

/* The sounds that telephones make themselves, by country. */

G_BEGIN_DECLS

typedef enum {
  DESK_TONE_RINGBACK,      /* in the handset: the other telephone rings */
  DESK_TONE_BUSY,          /* in the handset */
  DESK_TONE_CONGESTION,    /* in the handset: no way through */
  DESK_TONE_RINGER,        /* from the console: a call comes in */
  DESK_TONE_RINGER_URGENT, /* from the console, higher and quicker: an urgent one */
  DESK_TONE_RECALL,        /* from the console, lower and softer: a call came back */
  DESK_TONE_CALL_WAITING,  /* from the console, discreet: one rings while the handset is in use */
  DESK_TONE_REMINDER,      /* from the console, once: somebody has been on hold for long */
} DeskTone;

#define DESK_N_TONES ((guint) DESK_TONE_REMINDER + 1)

/* Renders one period; all but the reminder repeat with the country's cadence. (transfer full) */
DeskSound *desk_tone_new (DeskTone tone, DeskCountry country);

/* The country's ringing cadence: lengths in ms of burst, pause, burst, pause. If the second pair is 0, the
 * first repeats. Any thread. */
const guint16 *desk_tone_ring_cadence (DeskCountry country);

G_END_DECLS
