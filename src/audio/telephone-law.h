/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

#include "matching/phone-number.h"

/* The eight-bit companding of voice samples in telephone exchanges (ITU-T G.711). */

G_BEGIN_DECLS

typedef enum {
  DESK_LAW_NONE, /* carried as it is */
  DESK_LAW_A,    /* 13 bits' range, overload at 3.14 dBm0 */
  DESK_LAW_MU,   /* 14 bits' range, overload at 3.17 dBm0 */
} DeskLaw;

/* The law that `country` uses: never DESK_LAW_NONE. */
DeskLaw desk_law_of (DeskCountry country);

/* The level in dBm0 of a sine that peaks at 1. */
double desk_law_overload_dbm0 (DeskLaw law);

/* `samples` from -1 to 1; louder ones are clipped. Decoded values are those of Tables 1a and 2a of G.711,
 * divided by 4096 (A) or 8192 (µ). `law` is not DESK_LAW_NONE. Any thread. */
void desk_law_encode (DeskLaw law, const float *samples, guint8 *codes, gsize n);
void desk_law_decode (DeskLaw law, const guint8 *codes, float *samples, gsize n);

G_END_DECLS
