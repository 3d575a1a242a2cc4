/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* Notes worked by hand: what a caller said, what the note must say, what was written, and what
 * that is worth by the rubric. */

#include "matching/slip.h"

#include "remark-assert.h"

#define MAX_FACTS 3

typedef struct {
  DeskFactKind kind;
  const char *wording;
  const char *accept;
  const char *wrong;
  double weight; /* 0 ends the list */
} Fact;

typedef struct {
  const char *language;
  const char *heard;
  const char *model_note;
  Fact facts[MAX_FACTS + 1];
} Call;

typedef struct {
  const Call *call;
  const char *text;
  int values[MAX_FACTS];
  guint n_unsaid;
  double worth; /* of the field */
} Message;

static const Call unpaid_sv = {
  "sv",
  "Faktura 4471, nej 4417, är inte betald. Ring före halv tre.",
  "Faktura 4417 är inte betald. Ring före 14.30.", /* 8 words, 26 allowed */
  { { DESK_FACT_NUMBER, "4417", NULL, "4471", 2 },
    { DESK_FACT_TIME, "14:30", NULL, NULL, 1 },
    { DESK_FACT_NOT, "betald", "obetald", NULL, 1 } },
};

static const Call offer_sv = {
  "sv",
  "Jag vill ha en ny offert på tjugofem fönster. Fönstren levererades inte i fredags. "
  "Ring mig på telefon fyrtiosex femtio.",
  "Vill ha ny offert på 25 fönster, de levererades inte.", /* 10 words, 30 allowed */
  { { DESK_FACT_PHRASE, "ny offert", "nytt anbud", NULL, 1 },
    { DESK_FACT_NUMBER, "25", NULL, "52", 1 },
    { DESK_FACT_NOT, "levererades", NULL, NULL, 2 } },
};

static const Call unpaid_en = {
  "en-GB",
  "Invoice four four seven one, no, forty-four seventeen, has not been paid. "
  "Call me before half past two.",
  "Invoice 4417 has not been paid. Call before 14:30.", /* 9 words, 28 allowed */
  { { DESK_FACT_NUMBER, "4417", NULL, "4471", 2 },
    { DESK_FACT_TIME, "14:30", NULL, "15:30", 1 },
    { DESK_FACT_NOT, "paid", "unpaid", NULL, 1 } },
};

static const Call quote_en = {
  "en",
  "I need a new quote for the delivery on the fifth, twenty chairs. I will call again tomorrow.",
  "Needs a new quote for 20 chairs, will call again tomorrow.", /* 11 words, 32 allowed */
  { { DESK_FACT_PHRASE, "new quote", "another quote", NULL, 1 },
    { DESK_FACT_NUMBER, "20", NULL, NULL, 1 },
    { DESK_FACT_PHRASE, "call again", "ring back", NULL, 1 } },
};

static const Message messages[] = {
  /* Swedish: an unpaid invoice. Weights 2, 1, 1. */
  { &unpaid_sv, "Faktura 4417 är inte betald. Ring före 14.30.", { 1, 1, 1 }, 0, 1 },
  { &unpaid_sv, "4417 obetald, ring innan halv tre", { 1, 1, 1 }, 0, 1 },
  { &unpaid_sv, "FAKTURA NR 44 17 EJ BETALD - RING FÖRE KL 14:30", { 1, 1, 1 }, 0, 1 },
  { &unpaid_sv, "Faktura 4 417 har ännu inte blivit betald. Före 1430.", { 1, 1, 1 }, 0, 1 },
  { &unpaid_sv, "Faktura 4417, betald: nej. Ring före 2.30 em.", { 1, 1, 1 }, 0, 1 },
  { &unpaid_sv, "Faktura 4417 är betald. Ring före 14.30.", { 1, 1, -1 }, 0, .5 },
  { &unpaid_sv, "Faktura 4471 är inte betald. Ring före 14.30.", { -1, 1, 1 }, 0, 0 },
  { &unpaid_sv, "Faktura 4417 eller 4471 inte betald", { -1, 0, 1 }, 0, 0 },
  { &unpaid_sv, "Faktura 44170 inte betald, ring 14.30", { 0, 1, 1 }, 1, .25 },
  { &unpaid_sv, "Faktura 4417 inte betald, ring 15.30", { 1, 0, 1 }, 1, .5 },
  { &unpaid_sv, "Faktura 4417 inte betald, ring före halv fyra", { 1, 0, 1 }, 0, .75 },
  { &unpaid_sv, "Inte bråttom. Faktura 4417 är betald, ring före 14.30", { 1, 1, -1 }, 0, .5 },
  { &unpaid_sv, "Faktura 4417 inte obetald, ring före 14.30", { 1, 1, -1 }, 0, .5 },
  { &unpaid_sv, "Inte betald, betald. 4417, 14.30", { 1, 1, -1 }, 0, .5 },
  { &unpaid_sv, "Kunden vill inte bara veta om faktura 4417. Ring 14.30", { 1, 1, 0 }, 0, .75 },
  { &unpaid_sv, "", { 0, 0, 0 }, 0, 0 },
  /* 27 words where 26 are enough. */
  { &unpaid_sv,
    "Faktura 4417 är inte betald. Ring före 14.30. Han lät stressad och sade att det var mycket "
    "viktigt för honom att ni ringer upp så snart som möjligt",
    { 1, 1, 1 },
    0,
    26. / 28 },
  /* Swedish: an offer. Weights 1, 1, 2. */
  { &offer_sv, "Vill ha ny offert på 25 fönster, de levererades inte.", { 1, 1, 1 }, 0, 1 },
  { &offer_sv, "Önskar en ny, bättre offert, 25 fönster. Ej levererade.", { 1, 1, 1 }, 0, 1 },
  { &offer_sv, "Nytt anbud på 25 fönster; har inte levererats", { 1, 1, 0 }, 0, .5 },
  { &offer_sv, "Vill inte ha ny offert, 25 fönster levererades inte", { -1, 1, 1 }, 0, .5 },
  { &offer_sv, "Inte betald men vill ha ny offert på 52 fönster", { 1, -1, 0 }, 1, 0 },
  { &offer_sv, "Ny offert på tjugofem fönster. Inte levererades.", { 1, 0, 1 }, 0, .75 },
  { &offer_sv, "De levererades. Offert ny 25", { 0, 1, -1 }, 0, 0 },
  { &offer_sv,
    "Ny, helt annan offert. 25 st levererades inte utan glas. Tel 4650.",
    { 1, 1, 1 },
    0,
    1 },
  /* English: an unpaid invoice. Weights 2, 1, 1. */
  { &unpaid_en, "Invoice 4417 has not been paid. Call before 14:30.", { 1, 1, 1 }, 0, 1 },
  { &unpaid_en, "Inv no 4417 unpaid, call before 2:30 pm", { 1, 1, 1 }, 0, 1 },
  { &unpaid_en,
    "invoice 44-17 hasn\xe2\x80\x99t been paid; call before half past two",
    { 1, 1, 1 },
    0,
    1 },
  { &unpaid_en, "No 4417 is paid. Call before half past 2", { 1, 1, -1 }, 0, .5 },
  { &unpaid_en, "Invoice 4417 not paid, call before 2.30 am", { 1, 0, 1 }, 0, .75 },
  { &unpaid_en, "Invoice 4417 not paid, call at 14:30 or 15:30", { 1, -1, 1 }, 1, .25 },
  { &unpaid_en, "Invoice 4417 was not sent but paid. Call 1430", { 1, 1, -1 }, 0, .5 },
  { &unpaid_en, "Invoice 4417 not checked and paid, call 2:30", { 1, 1, -1 }, 0, .5 },
  { &unpaid_en, "4417 4471", { -1, 0, 0 }, 0, 0 },
  { &unpaid_en, "4417 was never paid", { 1, 0, 1 }, 0, .75 },
  { &unpaid_en, "Invoice 4,417 without being paid, 2.30 p.m.", { 1, 1, 1 }, 0, 1 },
  /* English: a quote. Weights 1, 1, 1. */
  { &quote_en, "Needs a new quote for 20 chairs, will call again tomorrow.", { 1, 1, 1 }, 0, 1 },
  { &quote_en, "New revised QUOTES, 20 chairs. Calling again.", { 1, 1, 1 }, 0, 1 },
  { &quote_en, "Another quote (20). Will ring back on the 5th.", { 1, 1, 1 }, 0, 1 },
  { &quote_en, "Quote new 20", { 0, 1, 0 }, 0, 1. / 3 },
  { &quote_en, "No new quote. 20 chairs. Won't call again", { -1, 1, -1 }, 0, 0 },
  { &quote_en, "New quote for 20, call again no later than 12", { 1, 1, 1 }, 1, .75 },
  { &quote_en, "Not only a new quote, 20 chairs", { 1, 1, 0 }, 0, 2. / 3 },
  { &quote_en, "New quote, 200 chairs or 21 or 22", { 1, 0, 0 }, 3, 0 },
};

static const char *const *
list_of (const char *const *one)
{
  return one[0] != NULL ? one : NULL;
}

static DeskSlipKey *
key_new (const Call *call)
{
  const char *lists[MAX_FACTS][3][2] = { 0 };
  const char *heard[] = { call->heard, NULL };
  DeskFactSpec facts[MAX_FACTS];
  DeskSlipKeySpec spec = {
    .language = call->language, .model_note = call->model_note, .heard = heard, .facts = facts
  };

  for (const Fact *fact = call->facts; fact->weight > 0; fact++) {
    gsize i = spec.n_facts++;

    lists[i][0][0] = fact->wording;
    lists[i][1][0] = fact->accept;
    lists[i][2][0] = fact->wrong;
    facts[i] = (DeskFactSpec){ .kind = fact->kind,
                               .wordings = list_of (lists[i][0]),
                               .accept = list_of (lists[i][1]),
                               .wrong = list_of (lists[i][2]),
                               .weight = fact->weight };
  }
  return desk_slip_key_new (&spec);
}

static DeskSlipScore *
score_text (const DeskSlipKey *key, const char *text)
{
  DeskSlip slip = { .to = (char *) "",
                    .name = (char *) "",
                    .organisation = (char *) "",
                    .phone = (char *) "",
                    .text = (char *) text };

  return desk_slip_key_score (key, &slip);
}

static void
test_message (gconstpointer data)
{
  const Message *message = data;
  g_autoptr (DeskSlipKey) key = key_new (message->call);
  g_autoptr (DeskSlipScore) score = score_text (key, message->text);

  g_test_message ("%s", message->text);
  for (gsize i = 0; i < score->n_facts; i++) {
    assert_sentence (score->facts[i].fact);
    assert_sentence (score->facts[i].evidence);
    g_assert_cmpint (score->facts[i].value, ==, message->values[i]);
  }
  g_assert_cmpuint (score->n_unsaid_numbers, ==, message->n_unsaid);
  g_assert_true (G_APPROX_VALUE (score->fields[DESK_FIELD_FACTS].value, message->worth, 1e-9));
}

static void
assert_same_worth (const DeskSlipKey *key, const char *text, double worth)
{
  g_autoptr (DeskSlipScore) score = score_text (key, text);

  g_assert_cmpfloat (score->fields[DESK_FIELD_FACTS].value, ==, worth);
}

/* Case and the way that letters are composed never matter. */
static void
test_case_and_composition (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autoptr (DeskSlipKey) key = key_new (messages[i].call);
    g_autofree char *upper = g_utf8_strup (messages[i].text, -1);
    g_autofree char *lower = g_utf8_strdown (messages[i].text, -1);
    g_autofree char *nfd = g_utf8_normalize (messages[i].text, -1, G_NORMALIZE_NFD);
    g_autoptr (DeskSlipScore) score = score_text (key, messages[i].text);
    double worth = score->fields[DESK_FIELD_FACTS].value;

    assert_same_worth (key, upper, worth);
    assert_same_worth (key, lower, worth);
    assert_same_worth (key, nfd, worth);
  }
}

/* A model note says all of its own facts. */
static void
test_model_notes (void)
{
  const Call *calls[] = { &unpaid_sv, &offer_sv, &unpaid_en, &quote_en };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autoptr (DeskSlipKey) key = key_new (calls[i]);

    assert_same_worth (key, calls[i]->model_note, 1);
  }
}

/* Words that say nothing, or the caller's other numbers, never make a note worth more. */
static void
test_padding_never_gains (void)
{
  static const char *const padding[] = { "hej", "och", "tack så mycket", "e-post", "please", "7" };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autoptr (DeskSlipKey) key = key_new (messages[i].call);
    g_autoptr (GString) text = g_string_new (messages[i].text);
    double last = messages[i].worth + 1e-9;

    for (guint n = 0; n < 30; n++) {
      g_autoptr (DeskSlipScore) score = NULL;

      g_string_append_printf (text, ". %s",
                              padding[g_test_rand_int_range (0, G_N_ELEMENTS (padding))]);
      score = score_text (key, text->str);
      g_assert_cmpfloat (score->fields[DESK_FIELD_FACTS].value, <=, last);
      last = score->fields[DESK_FIELD_FACTS].value;
    }
  }
}

/* Mere length is worth less with every word. */
static void
test_length (void)
{
  g_autoptr (DeskSlipKey) key = key_new (&unpaid_sv);
  g_autoptr (GString) text = g_string_new (unpaid_sv.model_note);
  double last = 1;

  for (guint n_words = 8; n_words < 200; n_words++) {
    g_autoptr (DeskSlipScore) score = score_text (key, text->str);
    double worth = score->fields[DESK_FIELD_FACTS].value;

    g_assert_true (G_APPROX_VALUE (worth, n_words <= 26 ? 1 : 26. / n_words, 1e-9));
    g_assert_cmpfloat (worth, <=, last);
    last = worth;
    g_string_append (text, " hej");
  }
}

/* A note of 100 kB, whatever is in it, is scored at once. */
static void
test_hostile_notes (void)
{
  static const char *const units[] = {
    "4417 ",        "4417-", "44 ",   "1",        "inte ",     "ny ",   "ny offert ", ".",     "-",
    "inte betald ", "a.",    "utan ", "kvart i ", "e\xcc\x81", "halv ", "1,234",      "14.30 "
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (DeskSlipKey) unpaid = key_new (&unpaid_sv);
    g_autoptr (DeskSlipKey) offer = key_new (&offer_sv);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (DeskSlipScore) first = NULL;
    g_autoptr (DeskSlipScore) second = NULL;

    while (text->len < 100000)
      g_string_append (text, units[i]);
    g_test_timer_start ();
    first = score_text (unpaid, text->str);
    second = score_text (offer, text->str);
    g_test_message ("%s: %g s", units[i], g_test_timer_elapsed ());
    g_assert_cmpfloat (g_test_timer_last (), <, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autofree char *path = g_strdup_printf ("/messages/%02u", (guint) i + 1);

    g_test_add_data_func (path, &messages[i], test_message);
  }
  g_test_add_func ("/messages/case-and-composition", test_case_and_composition);
  g_test_add_func ("/messages/model-notes", test_model_notes);
  g_test_add_func ("/messages/padding-never-gains", test_padding_never_gains);
  g_test_add_func ("/messages/length", test_length);
  g_test_add_func ("/messages/hostile-notes", test_hostile_notes);
  return g_test_run ();
}
