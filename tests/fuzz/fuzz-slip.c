/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "target.h"

#include <string.h>

#include "matching/slip.h"

/* A slip against a key. The bytes are texts that end at a NUL, in this order; what is missing is
 * empty. The first text says the language and the country. */

enum {
  WHERE,
  TEXT,
  NAME,
  ORGANISATION,
  PHONE,
  NOTE,
  NUMBER,
  TIME,
  PHRASE,
  NOT,
  HEARD,
  N_TEXTS,
};

static void
split (const guint8 *data, gsize size, char **texts)
{
  for (guint i = 0; i < N_TEXTS; i++) {
    const guint8 *end = size > 0 ? memchr (data, '\0', size) : NULL;
    gsize length = end != NULL ? (gsize) (end - data) : size;

    texts[i] = g_utf8_make_valid ((const char *) data, (gssize) length);
    data += length + (end != NULL ? 1 : 0);
    size -= length + (end != NULL ? 1 : 0);
  }
}

static DeskSlipScore *
score (char **texts, DeskSlip *slip)
{
  const char *wordings[][2] = {
    { texts[NUMBER], NULL }, { texts[TIME], NULL }, { texts[PHRASE], NULL }, { texts[NOT], NULL }
  };
  const DeskFactSpec facts[] = {
    { .kind = DESK_FACT_NUMBER, .wordings = wordings[0], .weight = 1 },
    { .kind = DESK_FACT_TIME, .wordings = wordings[1], .weight = 2, .critical = TRUE },
    { .kind = DESK_FACT_PHRASE, .wordings = wordings[2], .accept = wordings[3], .weight = 1 },
    { .kind = DESK_FACT_NOT, .wordings = wordings[3], .weight = 1 },
  };
  const char *heard[] = { texts[HEARD], texts[NOTE], NULL };
  DeskSlipKeySpec spec = {
    .language = texts[WHERE][0] == 's' ? "sv" : "en",
    .country = texts[WHERE][0] != '\0' ? (guint) texts[WHERE][1] % DESK_N_COUNTRIES : 0,
    .to = "erik",
    .to_name = "Erik",
    .given = texts[HEARD],
    .surname = texts[NOTE],
    .organisation = texts[ORGANISATION],
    .phone = texts[NUMBER],
    .facts = facts,
    .n_facts = G_N_ELEMENTS (facts),
    .model_note = texts[NOTE],
    .heard = heard,
  };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);

  return desk_slip_key_score (key, slip);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  char *texts[N_TEXTS];
  g_autoptr (DeskSlipScore) result = NULL;
  DeskSlip slip;

  split (data, size, texts);
  slip = (DeskSlip){ .to = texts[WHERE],
                     .name = texts[NAME],
                     .organisation = texts[ORGANISATION],
                     .phone = texts[PHONE],
                     .text = texts[TEXT] };
  result = score (texts, &slip);
  g_assert_true (result->value >= 0 && result->value <= 1);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (texts[i]);
  return 0;
}
