/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "matching/phone-number.h"

/* The eight bits in which a telephone exchange carries each sample of a voice (ITU-T G.711). */

G_BEGIN_DECLS

typedef enum {
  DESK_LAW_NONE, /* carried as it is */
  DESK_LAW_A,    /* 13 bits' range, overload at 3.14 dBm0 */
  DESK_LAW_MU,   /* 14 bits' range, overload at 3.17 dBm0 */
} DeskLaw;

/* What `country` codes with: never DESK_LAW_NONE. */
DeskLaw desk_law_of (DeskCountry country);

/* Level in dBm0 of the loudest sine, one whose peaks are at 1. */
double desk_law_overload_dbm0 (DeskLaw law);

/* `samples` from -1 to 1; what is louder is overload, and cut. Decoded values are those of Tables 1a
 * and 2a of G.711, over 4096 (A) or 8192 (µ). `law` is not DESK_LAW_NONE. Any thread. */
void desk_law_encode (DeskLaw law, const float *samples, guint8 *codes, gsize n);
void desk_law_decode (DeskLaw law, const guint8 *codes, float *samples, gsize n);

G_END_DECLS
