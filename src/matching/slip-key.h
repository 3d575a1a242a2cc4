/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/fact-key.h"
#include "matching/name-match.h"
#include "matching/slip.h"

/* The contents of a key, for the file that makes it and the one that scores by it. */

G_BEGIN_DECLS

struct _DeskSlipKey {
  char *language; /* owned */
  DeskTongue tongue;
  DeskCountry country;
  char *expected[DESK_N_FIELDS]; /* owned; for people */
  char *to;                      /* owned, nullable; the id */
  GPtrArray *to_spellings;       /* owned, folded */
  DeskNameKey name;
  DeskNameValue name_as_expected; /* what the expected name itself is worth */
  GPtrArray *organisations;       /* owned, folded */
  char *phone;                    /* owned, nullable; E.164 */
  DeskTicks ticks;
  GPtrArray *facts; /* owned; (element-type DeskFactKey) */
  gboolean needs_stems;
  DeskSaidNumbers *said; /* owned */
  GArray *heard_times;   /* owned; (element-type DeskClockTime) */
  guint allowance;       /* words */
};

G_END_DECLS
