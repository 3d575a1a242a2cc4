/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/slip.h"

#include "remark-assert.h"

static const char *const invoice[] = { "4417", NULL };
static const char *const wrong_invoice[] = { "4471", NULL };
static const char *const unpaid[] = { "betald", NULL };
static const char *const to_accept[] = { "Erik på projekt", NULL };
static const char *const organisation_accept[] = { "Nordvik Bygg AB", NULL };
static const char *const heard[] = { "Faktura 4417 är inte betald. Anknytning 201.", NULL };

static const DeskFactSpec facts[] = {
  { DESK_FACT_NUMBER, invoice, NULL, wrong_invoice, 2, TRUE },
  { DESK_FACT_NOT, unpaid, NULL, NULL, 1, FALSE },
};

static const DeskSlipKeySpec full = {
  .language = "sv",
  .country = DESK_COUNTRY_SE,
  .to = "erik",
  .to_name = "Erik Öberg",
  .to_accept = to_accept,
  .given = "Åsa",
  .surname = "Lindqvist",
  .organisation = "Nordvik Bygg",
  .organisation_accept = organisation_accept,
  .phone = "070-174 06 05",
  .ticks = DESK_TICK_PLEASE_CALL | DESK_TICK_URGENT,
  .facts = facts,
  .n_facts = G_N_ELEMENTS (facts),
  .model_note = "Faktura 4417 är inte betald.",
  .heard = heard,
};

static DeskSlip *
slip_new (const char *to,
          const char *name,
          const char *organisation,
          const char *phone,
          const char *text,
          DeskTicks ticks)
{
  DeskSlip slip = { (char *) to,    (char *) name, (char *) organisation,
                    (char *) phone, (char *) text, ticks };

  return desk_slip_copy (&slip);
}

static DeskSlip *
right_slip_new (void)
{
  return slip_new ("erik", "Åsa Lindqvist", "Nordvik Bygg", "070-174 06 05",
                   "Faktura 4417 är inte betald.", full.ticks);
}

static void
test_values (void)
{
  g_autoptr (DeskSlip) blank = desk_slip_new ();
  g_autoptr (DeskSlip) slip = right_slip_new ();
  g_autoptr (DeskSlip) copy = desk_slip_copy (slip);

  g_assert_true (desk_slip_is_blank (blank));
  g_assert_false (desk_slip_is_blank (slip));
  g_assert_true (desk_slip_equal (slip, copy));
  copy->ticks = 0;
  g_assert_false (desk_slip_equal (slip, copy));
  blank->ticks = DESK_TICK_URGENT;
  g_assert_false (desk_slip_is_blank (blank));
  desk_slip_free (NULL);
}

static void
test_names (void)
{
  DeskTicks tick;

  for (guint i = 0; i < DESK_N_TICKS; i++) {
    g_assert_true (desk_tick_from_name (desk_tick_name (i), &tick));
    g_assert_cmpuint (tick, ==, 1u << i);
  }
  g_assert_cmpstr (desk_tick_name (1), ==, "please_call");
  g_assert_false (desk_tick_from_name ("later", &tick));
  g_assert_cmpstr (desk_field_name (DESK_FIELD_RECIPIENT), ==, "recipient");
  g_assert_cmpstr (desk_field_name (DESK_FIELD_FACTS), ==, "facts");
}

/* One field changed at a time, and what that field is worth then. */
static const struct {
  DeskField field;
  const char *written;
  DeskTicks ticks;
  double value;
} changes[] = {
  { DESK_FIELD_RECIPIENT, "Erik Öberg", 0, 1 },
  { DESK_FIELD_RECIPIENT, "ERIK PÅ PROJEKT", 0, 1 },
  { DESK_FIELD_RECIPIENT, "Erik Oberg", 0, 0 },
  { DESK_FIELD_RECIPIENT, "eva", 0, 0 },
  { DESK_FIELD_RECIPIENT, "", 0, 0 },
  { DESK_FIELD_NAME, "Lindqvist, Åsa", 0, 1 },
  { DESK_FIELD_NAME, "Åsa Lindkvist", 0, 2. / 3 },
  { DESK_FIELD_NAME, "", 0, 0 },
  { DESK_FIELD_ORGANISATION, "nordvik  bygg.", 0, 1 },
  { DESK_FIELD_ORGANISATION, "Nordvik Bygg AB", 0, 1 },
  { DESK_FIELD_ORGANISATION, "Nordvik", 0, 0 },
  { DESK_FIELD_ORGANISATION, "", 0, 0 },
  { DESK_FIELD_PHONE, "+46701740605", 0, 1 },
  { DESK_FIELD_PHONE, "0046 70 1740605", 0, 1 },
  { DESK_FIELD_PHONE, "070-174 06 50", 0, 0 },
  { DESK_FIELD_PHONE, "174 06 05", 0, 0 },
  { DESK_FIELD_PHONE, "", 0, 0 },
  { DESK_FIELD_TICKS, NULL, DESK_TICK_PLEASE_CALL, 2. / 3 },
  { DESK_FIELD_TICKS, NULL, DESK_TICK_PLEASE_CALL | DESK_TICK_TELEPHONED, .5 },
  { DESK_FIELD_TICKS, NULL, DESK_TICK_TELEPHONED, 0 },
  { DESK_FIELD_TICKS, NULL, 0, 0 },
  { DESK_FIELD_TICKS, NULL, (1 << DESK_N_TICKS) - 1, .5 },
  { DESK_FIELD_FACTS, "4417, ej betald", 0, 1 },
  { DESK_FIELD_FACTS, "4417", 0, 2. / 3 },
  { DESK_FIELD_FACTS, "4417 ej betald, anknytning 201, 070-1740605", 0, 1 },
  { DESK_FIELD_FACTS, "4417 ej betald, anknytning 202", 0, .75 },
  { DESK_FIELD_FACTS, "", 0, 0 },
};

static void
write_field (DeskSlip *slip, DeskField field, const char *written, DeskTicks ticks)
{
  char **texts[DESK_N_FIELDS] = { &slip->to,    &slip->name, &slip->organisation,
                                  &slip->phone, NULL,        &slip->text };

  if (field == DESK_FIELD_TICKS) {
    slip->ticks = ticks;
    return;
  }
  g_free (*texts[field]);
  *texts[field] = g_strdup (written);
}

static void
test_fields (void)
{
  static const double weights[] = { .10, .20, .05, .25, .05, .35 };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (DeskSlip) slip = right_slip_new ();
    g_autoptr (DeskSlipScore) score = NULL;
    DeskField field = changes[i].field;

    write_field (slip, field, changes[i].written, changes[i].ticks);
    score = desk_slip_key_score (key, slip);
    g_assert_true (G_APPROX_VALUE (score->fields[field].value, changes[i].value, 1e-9));
    g_assert_true (
        G_APPROX_VALUE (score->value, 1 - weights[field] * (1 - changes[i].value), 1e-9));
    assert_sentence (score->fields[field].evidence);
    if (changes[i].value < 1)
      assert_sentence (score->fields[field].advice);
    else
      g_assert_null (score->fields[field].advice);
    g_assert_cmpint (desk_slip_key_name_is_right (key, slip), ==,
                     score->fields[DESK_FIELD_NAME].value == 1);
    g_assert_cmpint (desk_slip_key_phone_is_right (key, slip), ==,
                     score->fields[DESK_FIELD_PHONE].value == 1);
  }
}

/* Evidence is what a teacher reads: whole sentences, in English. */
static void
test_evidence (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);
  g_autoptr (DeskSlip) slip = slip_new ("eva", "Åsa Lindkvist", "", "070-174 06",
                                        "Faktura 4471 är betald, 4499", DESK_TICK_TELEPHONED);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

  assert_english (score->fields[DESK_FIELD_RECIPIENT].evidence,
                  "\"eva\" for \"Erik Öberg\": not the person it is for");
  assert_english (score->fields[DESK_FIELD_NAME].evidence,
                  "\"Åsa Lindkvist\" for \"Åsa Lindqvist\": given name right; "
                  "surname one letter differs, half marks");
  assert_english (score->fields[DESK_FIELD_ORGANISATION].evidence,
                  "nothing is written, it should be \"Nordvik Bygg\"");
  assert_english (score->fields[DESK_FIELD_PHONE].evidence,
                  "\"070-174 06\" for \"070-174 06 05\": not a complete telephone number");
  assert_english (score->fields[DESK_FIELD_TICKS].evidence,
                  "not ticked: Please call, Urgent; ticked without need: Telephoned");
  g_assert_cmpstr (score->fields[DESK_FIELD_TICKS].expected, ==, "please_call, urgent");
  assert_english (score->fields[DESK_FIELD_FACTS].evidence,
                  "0 of 2 facts stated, 2 contradicted; 2 numbers that nobody said: 4471, 4499");
  assert_english (score->facts[0].evidence, "4471 is written, where it should be 4417");
  assert_english (score->facts[1].evidence, "\"betald\" is written without the negation");
  g_assert_true (score->critical);
}

/* Advice tells a fact in the words of the model note: a wording may be a bare figure, or what is not so. */
static void
test_advice_of_facts (void)
{
  static const char *const hours[] = { "14", "fjorton", NULL };
  static const char *const discount[] = { "rotavdraget", NULL };
  static const char *const painters[] = { "målarna", NULL };
  static const char *const elsewhere[] = { "hissen", NULL };
  static const DeskFactSpec missing[] = {
    { DESK_FACT_PHRASE, hours, NULL, NULL, 1, FALSE },
    { DESK_FACT_NOT, discount, NULL, NULL, 1, FALSE },
    { DESK_FACT_PHRASE, painters, NULL, NULL, 1, FALSE },
    { DESK_FACT_PHRASE, elsewhere, NULL, NULL, 1, FALSE },
  };
  static const char *const advice[] = {
    "Write this too, in any words you like: “14 timmar är debiterade”.",
    "Write this too, in any words you like: “Rotavdraget är inte med”.",
    "Write this too, in any words you like: “och målarna kommer kl. 10.45”.",
    "Write this too, in any words you like: “hissen”.",
  };
  const DeskSlipKeySpec spec = {
    .language = "sv",
    .country = DESK_COUNTRY_SE,
    .to = "erik",
    .facts = missing,
    .n_facts = G_N_ELEMENTS (missing),
    .model_note = "Faktura 3027: 14 timmar är debiterade. Rotavdraget är inte med. De har väntat i "
                  "tre veckor på besked, och målarna kommer kl. 10.45.",
  };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  g_autoptr (DeskSlip) slip = slip_new ("erik", "", "", "", "Faktura", 0);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);
  g_autoptr (DeskSlipScore) turned = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    assert_english (score->facts[i].advice, advice[i]);
  assert_english (score->facts[1].evidence, "no wording of \"rotavdraget\" is written");
  write_field (slip, DESK_FIELD_FACTS, "Rotavdraget är med", 0);
  turned = desk_slip_key_score (key, slip);
  assert_english (turned->facts[1].advice,
                  "A lost “not” turns the message round. Right is: “Rotavdraget är inte med”.");
}

static void
test_critical (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);
  g_autoptr (DeskSlip) slip = right_slip_new ();
  g_autoptr (DeskSlipScore) right = desk_slip_key_score (key, slip);
  g_autoptr (DeskSlipScore) without = NULL;
  g_autoptr (DeskSlipScore) none = desk_slip_key_score (key, NULL);

  write_field (slip, DESK_FIELD_FACTS, "Ej betald.", 0);
  without = desk_slip_key_score (key, slip);
  g_assert_false (right->critical);
  g_assert_true (without->critical);
  g_assert_true (none->critical);
  g_assert_cmpint (without->facts[0].value, ==, 0);
  g_assert_true (without->facts[0].critical);
  g_assert_cmpfloat (none->value, ==, 0);
}

/* What the key leaves empty neither helps nor hurts; ticks always apply. */
static void
test_empty_fields (void)
{
  DeskSlipKeySpec spec = { .language = "en",
                           .country = DESK_COUNTRY_GB,
                           .to = "ann",
                           .surname = "Smith",
                           .organisation = "" };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  g_autoptr (DeskSlip) slip = slip_new ("ann", "Mr Jones", "Whoever", "123", "Called. 99", 0);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

  g_assert_true (score->fields[DESK_FIELD_RECIPIENT].applies);
  g_assert_true (score->fields[DESK_FIELD_NAME].applies);
  g_assert_false (score->fields[DESK_FIELD_ORGANISATION].applies);
  g_assert_false (score->fields[DESK_FIELD_PHONE].applies);
  g_assert_true (score->fields[DESK_FIELD_TICKS].applies);
  g_assert_false (score->fields[DESK_FIELD_FACTS].applies);
  g_assert_true (G_APPROX_VALUE (score->value, (.10 + .05) / (.10 + .20 + .05), 1e-9));
  g_assert_false (score->critical);
  g_assert_true (desk_slip_key_phone_is_right (key, slip));
  g_assert_false (desk_slip_key_name_is_right (key, slip));
}

static void
test_key_of_nothing (void)
{
  DeskSlipKeySpec spec = { 0 };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&spec);
  g_autoptr (DeskSlip) slip = right_slip_new ();
  g_autoptr (DeskSlipScore) none = desk_slip_key_score (key, NULL);
  g_autoptr (DeskSlipScore) ticked = desk_slip_key_score (key, slip);

  g_assert_cmpfloat (none->value, ==, 1);
  g_assert_cmpfloat (ticked->value, ==, 0);
  g_assert_true (desk_slip_key_name_is_right (key, slip));
}

/* A right slip is right in every composition of its letters and in capitals. */
static void
test_compositions (void)
{
  static const GNormalizeMode modes[] = { G_NORMALIZE_NFD, G_NORMALIZE_NFC };
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *to = g_utf8_normalize ("Erik Öberg", -1, modes[i]);
    g_autofree char *name = g_utf8_normalize ("ÅSA LINDQVIST", -1, modes[i]);
    g_autofree char *text = g_utf8_normalize ("FAKTURA 4417 ÄR INTE BETALD", -1, modes[i]);
    g_autoptr (DeskSlip) slip =
        slip_new (to, name, "NORDVIK BYGG", "070 1740605", text, full.ticks);
    g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

    g_assert_cmpfloat (score->value, ==, 1);
  }
}

static gpointer
score_often (gpointer key)
{
  g_autoptr (DeskSlip) slip = right_slip_new ();

  for (guint i = 0; i < 2000; i++) {
    g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

    if (score->value < 1)
      return GINT_TO_POINTER (FALSE);
  }
  return GINT_TO_POINTER (TRUE);
}

static void
test_threads (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("score", score_often, key);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

/* Bytes that are no UTF-8 are scored as they are, and told in UTF-8. */
static void
test_broken_utf8 (void)
{
  g_autoptr (DeskSlipKey) key = desk_slip_key_new (&full);
  g_autoptr (DeskSlip) slip =
      slip_new ("\xff", "\xc3 Lindqvist", "\xe2\x80", "070\xff", "4417 \xf0\x9f betald\xc3", 0);
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

  for (guint i = 0; i < DESK_N_FIELDS; i++)
    if (score->fields[i].applies)
      assert_sentence (score->fields[i].evidence);
  g_assert_cmpint (score->facts[0].value, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slip/values", test_values);
  g_test_add_func ("/slip/names", test_names);
  g_test_add_func ("/slip/fields", test_fields);
  g_test_add_func ("/slip/evidence", test_evidence);
  g_test_add_func ("/slip/advice-of-facts", test_advice_of_facts);
  g_test_add_func ("/slip/critical", test_critical);
  g_test_add_func ("/slip/empty-fields", test_empty_fields);
  g_test_add_func ("/slip/key-of-nothing", test_key_of_nothing);
  g_test_add_func ("/slip/compositions", test_compositions);
  g_test_add_func ("/slip/threads", test_threads);
  g_test_add_func ("/slip/broken-utf8", test_broken_utf8);
  return g_test_run ();
}
