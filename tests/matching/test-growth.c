/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* A slip may be as long as somebody pastes it: what scoring costs grows with its length, not with
 * the square of it. Sixteen times the text may take four times sixteen the time, which leaves room
 * for a busy machine; the square would take 256 times. benchmarks/matching.c fits the exponent. */

#include "hostile-texts.h"
#include "slips.h"

#include <math.h>
#include <time.h>

#define SMALL (16 << 10)
#define FACTOR 16
#define MOST (4 * FACTOR)
#define ATTEMPTS 3
/* Others on the machine can only make it look slower: what seems too much is measured again. */
#define ROUNDS 4
/* What is over in no time needs no proof. */
#define ENOUGH_MS 20.0

static const SlipCall call = {
  "sv",
  DESK_COUNTRY_SE,
  "erik",
  "Erik Öberg",
  "Åsa",
  NULL,
  "Lindqvist",
  "Lindkvist",
  FALSE,
  "Nordvik Bygg",
  NULL,
  "070-174 06 05",
  "please_call",
  "Faktura 4417 är inte betald, jag vill ha en ny offert.",
  "Faktura 4417 är inte betald, vill ha ny offert.",
  { { DESK_FACT_NUMBER, "4417", NULL, "4471", 2 },
    { DESK_FACT_NOT, "betald", "obetald", NULL, 1 },
    { DESK_FACT_PHRASE, "ny offert", NULL, NULL, 1 } },
};

static double
cpu_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

/* The least of some attempts, with the text in every field. */
static double
time_of (const DeskSlipKey *key, const char *unit, gsize size)
{
  g_autofree char *text = hostile_text_new (unit, size);
  DeskSlip slip = { text, text, text, text, text, 0 };
  double least = INFINITY;

  for (guint n = 0; n < ATTEMPTS; n++) {
    double start = cpu_ms ();
    g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, &slip);

    least = fmin (least, cpu_ms () - start);
    g_assert_cmpfloat (score->value, >=, 0);
    g_assert_cmpfloat (score->value, <=, 1);
  }
  return least;
}

static void
test_growth (gconstpointer data)
{
  g_autoptr (DeskSlipKey) key = slip_call_key_new (&call);
  const char *unit = data;
  gboolean grows_well = FALSE;

  for (guint n = 0; n < ROUNDS && !grows_well; n++) {
    double small = time_of (key, unit, SMALL);
    double large = time_of (key, unit, (gsize) SMALL * FACTOR);

    g_test_message ("%g ms, %g ms", small, large);
    grows_well = large < ENOUGH_MS || large < MOST * small;
  }
  g_assert_true (grows_well);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_texts); i++) {
    g_autofree char *path = g_strconcat ("/growth/", hostile_texts[i].what, NULL);

    g_strdelimit (path, " ", '-');
    g_test_add_data_func (path, hostile_texts[i].unit, test_growth);
  }
  return g_test_run ();
}
