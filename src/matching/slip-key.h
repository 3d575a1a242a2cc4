/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/fact-key.h"
#include "matching/name-match.h"
#include "matching/slip.h"

/* What a key is made of, for the two files that make it and score by it. */

G_BEGIN_DECLS

struct _DeskSlipKey {
  char *language; /* owned */
  DeskTongue tongue;
  DeskCountry country;
  char *expected[DESK_N_FIELDS]; /* owned; for people */
  char *to;                      /* owned, nullable; the id */
  GPtrArray *to_spellings;       /* owned, folded */
  DeskNameKey name;
  DeskNameValue name_as_expected; /* of a slip that has the expected name letter by letter */
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
