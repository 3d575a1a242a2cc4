/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "scoring/loss.h"

/* The worked examples of rubric 1, each played through the telephone. Call n rings 180 n seconds
 * after the start, on line 1; the times of a performance are those since it rang. */

#define CALL_EVERY_MS 180000

#define SLIP "|erik|Åsa Lindqvist|Nordvik Bygg|070-174 06 05|please_call|"
#define NOTE "Faktura 4417 är inte betald. Ring före 14.30."

#define GREETED "9000 answer 1\n9800 say 1 greet\n"
#define ASKED "13000 say 1 ask_matter\n18000 say 1 ask_number\n"
#define READ_BACK "26000 say 1 read_back\n"
#define PARTED "30000 say 1 goodbye\n32000 release 1\n"

typedef struct {
  const char *what;
  const char *before; /* the slip is logged after it, at 25 s */
  const char *slip;   /* NULL: a call without one */
  const char *after;
  double points; /* C, two decimals */
} Performance;

static const Performance performances[] = {
  { "all right at 9 s", GREETED ASKED, SLIP NOTE, READ_BACK PARTED, 100 },
  { "answered after 30 s", "30000 answer 1\n31000 say 1 greet\n34000 say 1 ask_matter\n", SLIP NOTE,
    "45000 say 1 read_back\n48000 say 1 goodbye\n50000 release 1\n", 85 },
  { "two digits swapped, no read-back", GREETED ASKED,
    "|erik|Åsa Lindqvist|Nordvik Bygg|070-174 60 05|please_call|" NOTE, PARTED, 80 },
  { "Asa Lindkvist, read back", GREETED ASKED,
    "|erik|Asa Lindkvist|Nordvik Bygg|070-174 06 05|please_call|" NOTE, READ_BACK PARTED, 84.67 },
  { "is paid", GREETED ASKED, SLIP "Faktura 4417 är betald. Ring före 14.30.", READ_BACK PARTED,
    93 },
  { "only recipient and name, no read-back", GREETED ASKED, "|erik|Åsa Lindqvist||||", PARTED, 62 },
  { "all facts, and 4471 as well", GREETED ASKED,
    SLIP "Faktura 4417, 4471, är inte betald. Ring före 14.30.", READ_BACK PARTED, 86 },
  { "on hold for 90 s, not asked", GREETED "13000 say 1 ask_matter\n18000 hold 1\n", SLIP NOTE,
    "108000 resume 1\n109000 say 1 read_back\n112000 say 1 goodbye\n115000 release 1\n", 94.38 },
  { "wrong person, not announced",
    "12000 answer 1\n13000 say 1 greet\n16000 say 1 tell_transfer\n19000 transfer 1 anna\n", NULL,
    "", 50 },
  { "gave away the private mobile", GREETED ASKED "22000 say 1 private_mobile\n", SLIP NOTE,
    READ_BACK PARTED, 25 },
  { "abandoned", "", NULL, "", 0 },
};

static char *
scenario_of (guint n_calls)
{
  GString *yaml = g_string_new (
      "format: 1\ntitle: Known answers\nlanguage: sv\ncountry: se\nlines: 4\nduration: 60:00\n"
      "organisation: Nordvik Bygg\n"
      "people:\n"
      "  - {id: erik, name: Erik Öberg, extension: 201}\n"
      "  - {id: anna, name: Anna Berg, extension: 202}\n"
      "phrases:\n"
      "  - {id: private_mobile, label: Give the private mobile, critical: yes}\n"
      "calls:\n");

  for (guint n = 0; n < n_calls; n++)
    g_string_append_printf (
        yaml,
        "  - id: c%u\n"
        "    at: %u\n"
        "    line: 1\n"
        "    patience: {ringing: 60, hold: 120, silence: 30}\n"
        "    caller: {given: Åsa, surname: Lindqvist, organisation: Nordvik Bygg,"
        " phone: 070-174 06 05, spells_name: yes}\n"
        "    says:\n"
        "      opening: {text: \"Hej, är Erik Öberg inne?\"}\n"
        "      matter: {text: \"Faktura 4471, nej 4417, är inte betald. Ring före halv tre.\"}\n"
        "      number: {text: \"Noll sju noll, ett sju fyra, noll sex, noll fem.\"}\n"
        "    expect:\n"
        "      do: %s\n"
        "      to: erik\n"
        "      ticks: [please_call]\n"
        "      message: \"" NOTE "\"\n"
        "      facts:\n"
        "        - {number: \"4417\", weight: 2, wrong: [\"4471\"]}\n"
        "        - {time: \"14:30\"}\n"
        "        - {not: [betald], accept: [obetald]}\n",
        n + 1, n * CALL_EVERY_MS / 1000, n == 8 ? "transfer" : "message");
  return g_string_free (yaml, FALSE);
}

static void
perform (Shift *shift, guint n)
{
  const Performance *performance = &performances[n];
  const gint64 rings_ms = (gint64) n * CALL_EVERY_MS;

  shift_work (shift, rings_ms, performance->before);
  if (performance->slip != NULL) {
    const gint64 logged_ms = n == 1 ? 40000 : 25000;
    g_autofree char *message =
        g_strdup_printf ("%" G_GINT64_FORMAT " message c%u%s", logged_ms, n + 1, performance->slip);

    shift_work (shift, rings_ms, message);
  }
  shift_work (shift, rings_ms, performance->after);
}

static DeskScorecard *
work (guint n_calls)
{
  g_autofree char *yaml = scenario_of (n_calls);
  g_autoptr (Shift) shift = shift_new (yaml, DESK_MODE_PRACTICE);

  for (guint n = 0; n < n_calls; n++)
    perform (shift, n);
  return shift_end (shift);
}

static void
test_calls (void)
{
  g_autoptr (DeskScorecard) card = work (G_N_ELEMENTS (performances));

  g_assert_cmpuint (card->n_calls, ==, G_N_ELEMENTS (performances));
  for (guint n = 0; n < G_N_ELEMENTS (performances); n++) {
    g_test_message ("%u: %s", n + 1, performances[n].what);
    g_assert_cmpfloat (desk_round_2 (card->calls[n].score), ==, performances[n].points);
  }
}

static void
test_session_of_ten (void)
{
  g_autoptr (DeskScorecard) card = work (10);

  g_assert_cmpfloat (desk_round_2 (card->score), ==, 76.00);
  g_assert_false (card->passed);
  g_assert_cmpint (card->band, ==, DESK_BAND_COMPETENT);
  g_assert_true (card->finished);
  g_assert_true (card->calls[9].critical);
  g_assert_cmpuint (card->totals.answered, ==, 10);
  g_assert_cmpuint (card->totals.transfers, ==, 1);
  g_assert_cmpuint (card->totals.transfers_right, ==, 0);
  g_assert_cmpuint (card->totals.messages, ==, 9);
  g_assert_cmpuint (card->totals.messages_due, ==, 9);
  /* 8 × 9 s, 30 s and 12 s. */
  g_assert_cmpfloat_with_epsilon (card->totals.asa_seconds.value, 11.4, 1e-9);
  g_assert_cmpfloat (card->totals.longest_answer_seconds.value, ==, 30);
  g_assert_cmpfloat_with_epsilon (card->totals.service_level.value, 0.9, 1e-9);
  g_assert_cmpfloat (card->totals.longest_hold_seconds.value, ==, 90);
}

static void
test_session_of_eleven (void)
{
  g_autoptr (DeskScorecard) card = work (11);

  g_assert_cmpfloat (desk_round_2 (card->score), ==, 69.09);
  g_assert_cmpint (card->band, ==, DESK_BAND_DEVELOPING);
  g_assert_cmpuint (card->totals.abandoned_ringing, ==, 1);
  g_assert_cmpstr (card->calls[10].outcome, ==, "abandoned_ringing");
}

/* Worked by hand, over the eleven calls: swapped digits of 3 and no number in 6 cost 40·.25 each;
 * 4 has half a surname, 40·.2·2/3; the read-backs of 3 (6 of 6, so 30·2/6), 4 and 6 too; 9 loses 30·5/7
 * of 60 to the outcome and the rest by its cap; 10 was critical; 11 was never answered. */
static void
test_losses (void)
{
  g_autoptr (DeskScorecard) card = work (11);
  DeskLoss losses[DESK_N_LOSSES] = { { 0 } };
  const DeskLoss *phone = &losses[DESK_N_ITEMS + DESK_FIELD_PHONE];
  const DeskLoss *name = &losses[DESK_N_ITEMS + DESK_FIELD_NAME];
  const DeskLoss *read_back = &losses[DESK_ITEM_READ_BACK];
  double lost = 0;
  double lacking = 0;

  desk_losses_take (losses, card);
  g_assert_cmpuint (phone->n_calls_lost, ==, 2);
  g_assert_cmpfloat_with_epsilon (phone->lost, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (name->lost, 40 * .2 * 2 / 3, 1e-9);
  g_assert_cmpuint (read_back->n_calls_lost, ==, 3);
  g_assert_cmpfloat_with_epsilon (read_back->lost, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (losses[DESK_LOSS_RESPONSE].lost, 15 + 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (losses[DESK_LOSS_CRITICAL].lost, 75, 1e-9);
  for (guint kind = 0; kind < DESK_N_LOSSES; kind++) {
    lost += losses[kind].lost;
    g_assert_cmpuint (desk_loss_from_name (desk_loss_name (kind)), ==, kind);
    g_assert_true (losses[kind].n_calls_lost == 0 || losses[kind].advice != NULL);
  }
  for (guint n = 0; n < card->n_calls; n++)
    lacking += 100 - card->calls[n].score;
  g_assert_cmpfloat_with_epsilon (lost, lacking, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-answers/calls", test_calls);
  g_test_add_func ("/known-answers/session-of-ten", test_session_of_ten);
  g_test_add_func ("/known-answers/session-of-eleven", test_session_of_eleven);
  g_test_add_func ("/known-answers/losses", test_losses);
  return g_test_run ();
}
