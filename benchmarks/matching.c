/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Three tables: what folding a name and a note costs beside GLib's two calls for it, what a whole
 * message costs, and how the cost of the worst texts grows with their length. The exponent is
 * fitted through all sizes on logarithmic scales: 1 is in proportion, 2 would be the square. */

#include "hostile-texts.h"
#include "matching/slip.h"
#include "matching/text-fold.h"
#include "rounds.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 15
#define MOST_EXPONENT 1.15

static const gsize sizes[] = { 16 << 10, 128 << 10, 1 << 20 };

typedef void (*Work) (gconstpointer what);

/* Nanoseconds a turn, the median of rounds of `n` turns. */
static double
time_work (Work work, gconstpointer what, guint n)
{
  double rounds[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++) {
    double start = rounds_now_ns ();

    for (guint i = 0; i < n; i++)
      work (what);
    rounds[round] = (rounds_now_ns () - start) / n;
  }
  return rounds_median (rounds, ROUNDS);
}

static void
fold_by_glib (gconstpointer what)
{
  g_autofree char *normal = g_utf8_normalize (what, -1, G_NORMALIZE_NFC);

  g_free (g_utf8_casefold (normal, -1));
}

static void
fold (gconstpointer what)
{
  g_free (desk_text_fold (what));
}

static void
time_folding (const char *what, const char *text, double to_reach)
{
  double glib = time_work (fold_by_glib, text, 2000);
  double ours = time_work (fold, text, 2000);

  printf ("%-22s %8.0f ns, GLib %8.0f ns (to reach: %.0f)\n", what, ours, glib, to_reach);
}

static const char *const numbers[][2] = { { "4417", NULL }, { "25", NULL }, { "1897", NULL } };
static const char *const times[][2] = { { "14:30", NULL }, { "16:15", NULL } };
static const char *const phrase[] = { "ny offert", "nytt anbud", NULL };
static const char *const unpaid[] = { "betald", NULL };
static const char *const heard[] = { "Faktura 4417 är inte betald. Ring före halv tre.",
                                     "Jag vill ha en ny offert på 25 fönster.", NULL };

/* Five facts for which no stem is needed. */
static const DeskFactSpec plain_facts[] = {
  { .kind = DESK_FACT_NUMBER, .wordings = numbers[0], .weight = 2 },
  { .kind = DESK_FACT_NUMBER, .wordings = numbers[1], .weight = 1 },
  { .kind = DESK_FACT_NUMBER, .wordings = numbers[2], .weight = 1 },
  { .kind = DESK_FACT_TIME, .wordings = times[0], .weight = 1 },
  { .kind = DESK_FACT_TIME, .wordings = times[1], .weight = 1 },
};

/* And five of every kind. */
static const DeskFactSpec all_facts[] = {
  { .kind = DESK_FACT_NUMBER, .wordings = numbers[0], .weight = 2 },
  { .kind = DESK_FACT_NUMBER, .wordings = numbers[1], .weight = 1 },
  { .kind = DESK_FACT_TIME, .wordings = times[0], .weight = 1 },
  { .kind = DESK_FACT_PHRASE, .wordings = phrase, .weight = 1 },
  { .kind = DESK_FACT_NOT, .wordings = unpaid, .weight = 1 },
};

static DeskSlipKey *
key_new (const DeskFactSpec *facts)
{
  DeskSlipKeySpec spec = { .language = "sv",
                           .country = DESK_COUNTRY_SE,
                           .to = "erik",
                           .to_name = "Erik Öberg",
                           .given = "Åsa",
                           .surname = "Lindqvist",
                           .organisation = "Nordvik Bygg",
                           .phone = "070-174 06 05",
                           .ticks = DESK_TICK_PLEASE_CALL,
                           .facts = facts,
                           .n_facts = 5,
                           .model_note = heard[0],
                           .heard = heard };

  return desk_slip_key_new (&spec);
}

typedef struct {
  const DeskSlipKey *key;
  const DeskSlip *slip;
} Pair;

static void
score (gconstpointer what)
{
  const Pair *pair = what;

  desk_slip_score_free (desk_slip_key_score (pair->key, pair->slip));
}

/* 200 letters. */
static const char note[] =
    "Faktura 4417 är inte betald, hon undrar varför. Ring henne före halv tre i dag. Vill ha en ny "
    "offert på 25 fönster till huset från 1897, de gamla släpper in dragen. Kvart över fyra går också "
    "bra.";

static void
time_message (const char *what, const DeskFactSpec *facts, double to_reach)
{
  g_autoptr (DeskSlipKey) key = key_new (facts);
  DeskSlip slip = { .to = (char *) "erik",
                    .name = (char *) "Åsa Lindkvist",
                    .organisation = (char *) "Nordvik Bygg",
                    .phone = (char *) "070-174 06 05",
                    .text = (char *) note,
                    .ticks = DESK_TICK_PLEASE_CALL };

  printf ("%-22s %8.1f µs (to reach: %.0f)\n", what,
          time_work (score, &(Pair){ key, &slip }, 500) / 1000, to_reach);
}

/* Milliseconds for a slip with the text in one of its fields. */
static double
time_text (const DeskSlipKey *key, const char *text, gboolean in_fields)
{
  const char *field = in_fields ? text : "";
  DeskSlip slip = { .to = (char *) field,
                    .name = (char *) field,
                    .organisation = (char *) field,
                    .phone = (char *) field,
                    .text = (char *) (in_fields ? "" : text) };
  double best = INFINITY;
  double start = rounds_now_ns ();

  for (guint n = 0; n < 5 && (n == 0 || rounds_now_ns () - start < 2e8); n++) {
    double before = rounds_now_ns ();

    score (&(Pair){ key, &slip });
    best = fmin (best, rounds_now_ns () - before);
  }
  return best / 1e6;
}

/* The slope of the line through (log size, log time). */
static double
fit_exponent (const double *ms)
{
  const double n = G_N_ELEMENTS (sizes);
  double x = 0, y = 0, xx = 0, xy = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    x += log ((double) sizes[i]);
    y += log (ms[i]);
    xx += log ((double) sizes[i]) * log ((double) sizes[i]);
    xy += log ((double) sizes[i]) * log (ms[i]);
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

/* TRUE when the cost grows no faster than the length. */
static gboolean
time_growth (const DeskSlipKey *key, const char *what, const char *unit, gboolean in_fields)
{
  double ms[G_N_ELEMENTS (sizes)];
  double exponent;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = hostile_text_new (unit, sizes[i]);

    ms[i] = time_text (key, text, in_fields);
  }
  exponent = fit_exponent (ms);
  printf ("%-22s %s %8.2f %8.2f %8.2f ms, exponent %.2f%s\n", what, in_fields ? "fields" : "text  ",
          ms[0], ms[1], ms[2], exponent, exponent <= MOST_EXPONENT ? "" : "  TOO STEEP");
  return exponent <= MOST_EXPONENT;
}

int
main (void)
{
  g_autoptr (DeskSlipKey) key = key_new (all_facts);
  gboolean in_proportion = TRUE;

  setlinebuf (stdout);
  time_folding ("a name of 12 letters", "Åsa Lindqvis", 100);
  time_folding ("a note of 200 letters", note, 2000);
  time_message ("a message, no stems", plain_facts, 10);
  time_message ("a message, stemmed", all_facts, 20);
  printf ("\n%-22s        %8s %8s %8s\n", "", "16 KiB", "128 KiB", "1 MiB");
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_texts); i++) {
    for (int in_fields = 0; in_fields < 2; in_fields++)
      in_proportion &=
          time_growth (key, hostile_texts[i].what, hostile_texts[i].unit, in_fields != 0);
  }
  return in_proportion ? EXIT_SUCCESS : EXIT_FAILURE;
}
