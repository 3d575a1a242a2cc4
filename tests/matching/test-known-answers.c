/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The message parts M of the ten known answers of rubric 1. */

#include "matching/slip.h"

#include "remark-assert.h"

static const char *const wrong_invoice[] = { "4471", NULL };
static const char *const invoice[] = { "4417", NULL };
static const char *const time_of_day[] = { "14:30", NULL };
static const char *const paid[] = { "betald", NULL };
static const char *const unpaid[] = { "obetald", NULL };
static const char *const other_surnames[] = { "Lindkvist", NULL };
static const char *const heard[] = {
  "Hej, är Erik Öberg inne?",
  "Faktura 4471, nej 4417, är inte betald. Ring före halv tre.",
  "Noll sju noll, ett sju fyra, noll sex, noll fem.",
  "070-174 06 05",
  "201",
  NULL,
};

static const DeskFactSpec facts[] = {
  { .kind = DESK_FACT_NUMBER, .wordings = invoice, .wrong = wrong_invoice, .weight = 2 },
  { .kind = DESK_FACT_TIME, .wordings = time_of_day, .weight = 1 },
  { .kind = DESK_FACT_NOT, .wordings = paid, .accept = unpaid, .weight = 1 },
};

static const DeskSlipKeySpec spec = {
  .language = "sv",
  .country = DESK_COUNTRY_SE,
  .to = "erik",
  .to_name = "Erik Öberg",
  .given = "Åsa",
  .surname = "Lindqvist",
  .surname_accept = other_surnames,
  .spells_name = TRUE,
  .organisation = "Nordvik Bygg",
  .phone = "+46 70 174 06 05",
  .ticks = DESK_TICK_PLEASE_CALL,
  .facts = facts,
  .n_facts = G_N_ELEMENTS (facts),
  .model_note = "Faktura 4417 är inte betald. Ring före 14.30.",
  .heard = heard,
};

typedef struct {
  const char *name;
  const char *phone;
  const char *text;
  double expected;
} Answer;

static void
check_m (gconstpointer data)
{
  const Answer *answer = data;
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  DeskSlip slip = { .to = (char *) "erik",
                    .name = (char *) answer->name,
                    .organisation = (char *) "Nordvik Bygg",
                    .phone = (char *) answer->phone,
                    .text = (char *) answer->text,
                    .ticks = DESK_TICK_PLEASE_CALL };
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, &slip);

  for (guint i = 0; i < DESK_N_FIELDS; i++)
    assert_sentence (score->fields[i].evidence);
  for (gsize i = 0; i < score->n_facts; i++)
    assert_sentence (score->facts[i].evidence);
  g_assert_true (G_APPROX_VALUE (score->value, answer->expected, 1e-9));
  g_assert_cmpuint (score->n_unsaid_numbers, ==, 0);
  g_assert_false (score->critical);
}

/* Known answer 6: only recipient and name. */
static void
test_recipient_and_name_only (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  DeskSlip slip = { .to = (char *) "erik",
                    .name = (char *) "Åsa Lindqvist",
                    .organisation = (char *) "",
                    .phone = (char *) "",
                    .text = (char *) "" };
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, &slip);

  g_assert_true (G_APPROX_VALUE (score->value, .30, 1e-9));
}

static void
test_no_slip (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, NULL);

  g_assert_cmpfloat (score->value, ==, 0);
}

#define RIGHT_NAME "Åsa Lindqvist"
#define RIGHT_PHONE "070-174 06 05"
#define RIGHT_TEXT "Faktura 4417 är inte betald. Ring före 14.30."

static const struct {
  const char *path;
  Answer answer;
} answers[] = {
  { "perfect", { RIGHT_NAME, RIGHT_PHONE, RIGHT_TEXT, 1 } },
  { "two-digits-swapped", { RIGHT_NAME, "070-174 60 05", RIGHT_TEXT, .75 } },
  { "asa-lindkvist", { "Asa Lindkvist", RIGHT_PHONE, RIGHT_TEXT, .1 + .2 / 3 + .7 } },
  { "is-paid", { RIGHT_NAME, RIGHT_PHONE, "Faktura 4417 är betald. Ring före 14.30.", .825 } },
  { "both-invoices",
    { RIGHT_NAME, RIGHT_PHONE, "Faktura 4417 (4471) är inte betald. Ring före 14.30.", .65 } },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path = g_strconcat ("/known-answers/", answers[i].path, NULL);

    g_test_add_data_func (path, &answers[i].answer, check_m);
  }
  g_test_add_func ("/known-answers/recipient-and-name-only", test_recipient_and_name_only);
  g_test_add_func ("/known-answers/no-slip", test_no_slip);
  return g_test_run ();
}
