/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* What folding a name and a note costs beside GLib's two calls for it, what a whole message costs, and
 * how the cost of the worst texts grows with their length. What the kernel takes to hand out fresh memory
 * is left out: it is the machine's affair. */

#include "hostile-texts.h"
#include "matching/slip.h"
#include "matching/text-fold.h"
#include "results.h"
#include "rounds.h"

#include <malloc.h>
#include <math.h>

#define ROUNDS 15
#define MOST_EXPONENT 1.15

static const double sizes[] = { 16, 128, 1024 }; /* KiB */

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
measure_folding (const char *what, const char *text, double most_ns)
{
  results_add (&(Result){ .what = what,
                          .unit = "ns",
                          .ours = time_work (fold, text, 2000),
                          .limit = time_work (fold_by_glib, text, 2000),
                          .limit_is = "GLib's normalising and case folding",
                          .most = most_ns });
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
measure_message (const char *what, const DeskFactSpec *facts, double most_us)
{
  g_autoptr (DeskSlipKey) key = key_new (facts);
  DeskSlip slip = { .to = (char *) "erik",
                    .name = (char *) "Åsa Lindkvist",
                    .organisation = (char *) "Nordvik Bygg",
                    .phone = (char *) "070-174 06 05",
                    .text = (char *) note,
                    .ticks = DESK_TICK_PLEASE_CALL };

  results_add (&(Result){ .what = what,
                          .unit = "µs",
                          .ours = time_work (score, &(Pair){ key, &slip }, 500) / 1000,
                          .most = most_us });
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

typedef struct {
  const char *what; /* NULL: nothing was measured yet */
  double ms[G_N_ELEMENTS (sizes)];
  double exponent;
} Growth;

static Growth
time_growth (const DeskSlipKey *key, const char *what, const char *unit, gboolean in_fields)
{
  Growth growth = { .what = what };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = hostile_text_new (unit, (gsize) sizes[i] * 1024);

    growth.ms[i] = time_text (key, text, in_fields);
  }
  growth.exponent = rounds_exponent (sizes, growth.ms, G_N_ELEMENTS (sizes));
  return growth;
}

/* The steepest of all texts alone is a row: where that is in proportion, all are. */
static void
measure_growth (const DeskSlipKey *key, gboolean in_fields)
{
  Growth steepest = { NULL };
  g_autofree char *what = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (hostile_texts); i++) {
    const Growth growth =
        time_growth (key, hostile_texts[i].what, hostile_texts[i].unit, in_fields);

    if (steepest.what == NULL || growth.exponent > steepest.exponent)
      steepest = growth;
  }
  what = g_strdup_printf ("the steepest of %u hostile %s: %s", (guint) G_N_ELEMENTS (hostile_texts),
                          in_fields ? "fields" : "notes", steepest.what);
  results_add_growth (what, "KiB", sizes, "ms", steepest.ms, G_N_ELEMENTS (sizes), MOST_EXPONENT);
}

int
main (int argc, char **argv)
{
  g_autoptr (DeskSlipKey) key = key_new (all_facts);

  mallopt (M_MMAP_THRESHOLD, 1 << 30);
  mallopt (M_TRIM_THRESHOLD, 1 << 30);

  results_begin (&argc, argv, "matching");
  measure_folding ("a name of 12 letters folded", "Åsa Lindqvis", 100);
  measure_folding ("a note of 200 letters folded", note, 2000);
  measure_message ("a message scored, no stems", plain_facts, 10);
  measure_message ("a message scored, stemmed", all_facts, 20);
  measure_growth (key, FALSE);
  measure_growth (key, TRUE);
  return results_end ();
}
