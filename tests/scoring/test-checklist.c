/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include "remark-assert.h"
#include "scoring/rubric.h"

#include <string.h>

/* Each item of the checklist at its limits: one call, at the start of the session, on line 1. */

#define ANSWERED "9000 answer 1\n9500 say 1 greet\n"
#define PARTED "58000 say 1 goodbye\n60000 release 1\n"
#define NOTHING (-1.0) /* the item does not apply */

/* A reply to `ask_hold` lasts 1.6 s: 0.4 s a word. */
#define PEOPLE                                                                                     \
  "format: 1\ntitle: Checklist\nlanguage: en\ncountry: gb\nlines: 4\nduration: 10:00\n"            \
  "organisation: Harbour Print\n"                                                                  \
  "people:\n"                                                                                      \
  "  - {id: free, name: Fay Reed, extension: 201}\n"                                               \
  "  - {id: desk, name: Service desk, extension: 202, screens_calls: no}\n"                        \
  "  - {id: busy, name: Beth Ames, extension: 203, presence: [{from: 0:00, is: busy}]}\n"          \
  "  - {id: leaver, name: Leo Vane, extension: 204, presence: [{from: 0:00, is: available},"       \
  " {from: 0:30, is: away}]}\n"                                                                    \
  "  - {id: proud, name: Pru Hart, extension: 205, says: {refuses: {text: \"Not now.\","           \
  " when: {from: 0:00, to: 9:00}}}}\n"                                                             \
  "phrases:\n"                                                                                     \
  "  - {id: hours, label: We are open 8 to 17}\n"                                                  \
  "  - {id: parking, label: Parking is behind the house}\n"                                        \
  "  - {id: secret, label: Give the private mobile, critical: yes}\n"                              \
  "calls:\n"                                                                                       \
  "  - id: one\n"                                                                                  \
  "    at: 0:00\n"                                                                                 \
  "    line: 1\n"                                                                                  \
  "    patience: {ringing: 100, hold: 300, silence: 100}\n"                                        \
  "    caller: {given: Ann, surname: Wilde, phone: 01632 960011}\n"                                \
  "    says:\n"                                                                                    \
  "      opening: {text: \"Hello, this is Ann.\"}\n"                                               \
  "      hold_%s: {text: \"One two three four\"}\n"                                                \
  "    expect: {%s}\n"                                                                             \
  "  - id: other\n"                                                                                \
  "    at: 0:01\n"                                                                                 \
  "    line: 2\n"                                                                                  \
  "    patience: {ringing: 100, hold: 300, silence: 100}\n"                                        \
  "    caller: {given: Ola}\n"                                                                     \
  "    says:\n"                                                                                    \
  "      opening: {text: \"Hello, this is Ola.\"}\n"                                               \
  "    expect: {do: decline}\n"

typedef struct {
  const char *name;
  const char *expect;
  const char *commands;
  DeskItem item;
  double value;
} Case;

#define MESSAGE "do: message, to: free"
#define LOGGED "20000 message one|free|Ann Wilde||01632 960011|||\n"
#define TRANSFER(who) "do: transfer, to: " who

static const Case cases[] = {
  { "greeting/exactly-5-s", "do: decline", "9000 answer 1\n14000 say 1 greet\n" PARTED,
    DESK_ITEM_GREETING, 1 },
  { "greeting/later", "do: decline", "9000 answer 1\n14001 say 1 greet\n" PARTED,
    DESK_ITEM_GREETING, 0 },
  { "greeting/never", "do: decline", "9000 answer 1\n" PARTED, DESK_ITEM_GREETING, 0 },
  { "greeting/first-counts", "do: decline",
    "9000 answer 1\n15000 say 1 greet\n16000 say 1 greet\n" PARTED, DESK_ITEM_GREETING, 0 },

  { "outcome/message", MESSAGE, ANSWERED LOGGED PARTED, DESK_ITEM_OUTCOME, 1 },
  { "outcome/message-after-release", MESSAGE, ANSWERED PARTED "70000 message one|free|||||\n",
    DESK_ITEM_OUTCOME, 1 },
  { "outcome/message-to-another", MESSAGE,
    ANSWERED "20000 message one|desk|Ann Wilde|||||\n" PARTED, DESK_ITEM_OUTCOME, 0 },
  { "outcome/last-message-counts", MESSAGE,
    ANSWERED "20000 message one|desk|||||\n21000 message one|free|||||\n" PARTED, DESK_ITEM_OUTCOME,
    1 },
  { "outcome/draft-is-no-message", MESSAGE, ANSWERED "20000 draft one|free|||||\n" PARTED,
    DESK_ITEM_OUTCOME, 0 },
  { "outcome/put-through-instead", MESSAGE, ANSWERED LOGGED "25000 transfer 1 free\n",
    DESK_ITEM_OUTCOME, 0 },
  { "outcome/put-through", TRANSFER ("free"), ANSWERED "20000 transfer 1 free\n", DESK_ITEM_OUTCOME,
    1 },
  { "outcome/put-through-to-another", TRANSFER ("free"), ANSWERED "20000 transfer 1 desk\n",
    DESK_ITEM_OUTCOME, 0 },
  { "outcome/all-said", "do: inform, say: [hours, parking]",
    ANSWERED "20000 say 1 parking\n25000 say 1 hours\n" PARTED, DESK_ITEM_OUTCOME, 1 },
  { "outcome/half-said", "do: inform, say: [hours, parking]", ANSWERED "25000 say 1 hours\n" PARTED,
    DESK_ITEM_OUTCOME, 0 },
  { "outcome/declined", "do: decline", ANSWERED PARTED, DESK_ITEM_OUTCOME, 1 },
  { "outcome/declined-rudely", "do: decline", ANSWERED "20000 release 1\n", DESK_ITEM_OUTCOME, 0 },

  { "otherwise/available-all-along", TRANSFER ("free"), ANSWERED LOGGED PARTED, DESK_ITEM_OUTCOME,
    0 },
  { "otherwise/busy", TRANSFER ("busy"), ANSWERED "20000 message one|busy|||||\n" PARTED,
    DESK_ITEM_OUTCOME, 1 },
  { "otherwise/goes-just-after-release", TRANSFER ("leaver"),
    ANSWERED "20000 message one|leaver|||||\n28000 say 1 goodbye\n29999 release 1\n",
    DESK_ITEM_OUTCOME, 0 },
  { "otherwise/goes-at-release", TRANSFER ("leaver"),
    ANSWERED "20000 message one|leaver|||||\n28000 say 1 goodbye\n30000 release 1\n",
    DESK_ITEM_OUTCOME, 1 },
  { "otherwise/still-there-at-first", TRANSFER ("leaver"), ANSWERED "20000 transfer 1 leaver\n",
    DESK_ITEM_OUTCOME, 1 },
  { "otherwise/not-asked", TRANSFER ("proud"), ANSWERED "20000 message one|proud|||||\n" PARTED,
    DESK_ITEM_OUTCOME, 0 },
  { "otherwise/refused", TRANSFER ("proud"),
    ANSWERED "20000 consult 1 proud\n25000 say 1 announce\n27000 cancel 1\n"
             "40000 message one|proud|||||\n" PARTED,
    DESK_ITEM_OUTCOME, 1 },
  { "otherwise/refused-blindly", TRANSFER ("proud"),
    ANSWERED "20000 transfer 1 proud\n25000 answer 1\n40000 message one|proud|||||\n" PARTED,
    DESK_ITEM_OUTCOME, 1 },
  { "otherwise/read-back-belongs-to-it", TRANSFER ("busy"),
    ANSWERED "20000 message one|busy|||||\n" PARTED, DESK_ITEM_READ_BACK, 0 },
  { "otherwise/announcing-does-not", TRANSFER ("busy"),
    ANSWERED "20000 message one|busy|||||\n" PARTED, DESK_ITEM_ANNOUNCED, NOTHING },

  { "read-back/right", MESSAGE, ANSWERED LOGGED "25000 say 1 read_back\n" PARTED,
    DESK_ITEM_READ_BACK, 1 },
  { "read-back/of-a-draft", MESSAGE,
    ANSWERED "20000 draft one|free|Ann Wilde||01632 960011||\n25000 say 1 read_back\n" PARTED,
    DESK_ITEM_READ_BACK, 1 },
  { "read-back/never", MESSAGE, ANSWERED LOGGED PARTED, DESK_ITEM_READ_BACK, 0 },
  { "read-back/before-anything-was-written", MESSAGE,
    ANSWERED "19000 say 1 read_back\n" LOGGED PARTED, DESK_ITEM_READ_BACK, 0 },
  { "read-back/without-a-number", MESSAGE,
    ANSWERED "18000 draft one|free|Ann Wilde||||\n19000 say 1 read_back\n" LOGGED PARTED,
    DESK_ITEM_READ_BACK, 0 },
  { "read-back/wrong", MESSAGE,
    ANSWERED "20000 message one|free|Ann Wilde||01632 960012||\n25000 say 1 read_back\n" PARTED,
    DESK_ITEM_READ_BACK, 0 },
  { "read-back/mended-after", MESSAGE,
    ANSWERED
    "18000 draft one|free|Ann Wilde||01632 960012||\n19000 say 1 read_back\n" LOGGED PARTED,
    DESK_ITEM_READ_BACK, 1 },

  { "announced/yes", TRANSFER ("free"),
    ANSWERED "20000 consult 1 free\n25000 say 1 announce\n27000 complete 1\n", DESK_ITEM_ANNOUNCED,
    1 },
  { "announced/consulted-in-silence", TRANSFER ("free"),
    ANSWERED "20000 consult 1 free\n27000 complete 1\n", DESK_ITEM_ANNOUNCED, 0 },
  { "announced/earlier-in-the-call", TRANSFER ("free"),
    ANSWERED "20000 consult 1 free\n25000 say 1 announce\n27000 cancel 1\n30000 transfer 1 free\n",
    DESK_ITEM_ANNOUNCED, 1 },
  { "announced/to-another", TRANSFER ("free"),
    ANSWERED "20000 consult 1 proud\n25000 say 1 announce\n27000 cancel 1\n30000 transfer 1 free\n",
    DESK_ITEM_ANNOUNCED, 0 },
  { "announced/no-screening", TRANSFER ("desk"), ANSWERED "20000 transfer 1 desk\n",
    DESK_ITEM_ANNOUNCED, NOTHING },
  { "announced/looks-at-who-got-it", TRANSFER ("free"), ANSWERED "20000 transfer 1 desk\n",
    DESK_ITEM_ANNOUNCED, NOTHING },

  { "told/yes", TRANSFER ("desk"), ANSWERED "18000 say 1 tell_transfer\n20000 transfer 1 desk\n",
    DESK_ITEM_TOLD, 1 },
  { "told/no", TRANSFER ("desk"), ANSWERED "20000 transfer 1 desk\n", DESK_ITEM_TOLD, 0 },
  { "told/never-put-through", TRANSFER ("desk"), ANSWERED "18000 say 1 tell_transfer\n" PARTED,
    DESK_ITEM_TOLD, 0 },

  { "closing/yes", MESSAGE, ANSWERED LOGGED PARTED, DESK_ITEM_CLOSING, 1 },
  { "closing/no", MESSAGE, ANSWERED LOGGED "60000 release 1\n", DESK_ITEM_CLOSING, 0 },
  { "closing/not-of-a-transfer", TRANSFER ("desk"), ANSWERED "20000 transfer 1 desk\n",
    DESK_ITEM_CLOSING, NOTHING },

  { "permission/never-held", "do: decline", ANSWERED PARTED, DESK_ITEM_HOLD_PERMISSION, NOTHING },
  { "permission/not-asked", "do: decline", ANSWERED "20000 hold 1\n25000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 0 },
  { "permission/heard-to-its-end", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n21600 hold 1\n25000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 1 },
  { "permission/reply-cut-off", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n21599 hold 1\n25000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 0 },
  { "permission/heard-when-repeated", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n21000 say 1 ask_repeat\n22600 hold 1\n25000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 1 },
  { "permission/once-is-not-twice", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n22000 hold 1\n25000 resume 1\n30000 hold 1\n"
             "35000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 0 },
  { "permission/asked-twice", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n22000 hold 1\n25000 resume 1\n26000 say 1 ask_hold\n"
             "30000 hold 1\n35000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 1 },
  { "permission/by-answering-another", "do: decline",
    ANSWERED "20000 answer 2\n24000 release 2\n25000 resume 1\n" PARTED, DESK_ITEM_HOLD_PERMISSION,
    0 },
  { "permission/asked-before-another", "do: decline",
    ANSWERED "17000 say 1 ask_hold\n20000 answer 2\n24000 release 2\n25000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 1 },
  { "permission/consulting-needs-none", "do: decline",
    ANSWERED "20000 consult 1 free\n25000 cancel 1\n" PARTED, DESK_ITEM_HOLD_PERMISSION, NOTHING },
  { "permission/used-up-by-hold-then-consulting", "do: decline",
    ANSWERED "20000 say 1 ask_hold\n22000 hold 1\n25000 consult 1 free\n30000 cancel 1\n"
             "32000 hold 1\n35000 resume 1\n" PARTED,
    DESK_ITEM_HOLD_PERMISSION, 0 },

  { "length/never-alone", "do: decline", ANSWERED PARTED, DESK_ITEM_HOLD_LENGTH, NOTHING },
  { "length/exactly-60-s", "do: decline",
    ANSWERED "20000 hold 1\n80000 resume 1\n90000 say 1 goodbye\n92000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 1 },
  { "length/75-s", "do: decline",
    ANSWERED "20000 hold 1\n95000 resume 1\n96000 say 1 goodbye\n98000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 0.75 },
  { "length/exactly-120-s", "do: decline",
    ANSWERED "20000 hold 1\n140000 resume 1\n141000 say 1 goodbye\n143000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 0 },
  { "length/longest-of-two", "do: decline",
    ANSWERED "20000 hold 1\n30000 resume 1\n31000 hold 1\n121000 resume 1\n"
             "122000 say 1 goodbye\n123000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 0.5 },
  { "length/consulting-counts", "do: decline",
    ANSWERED "20000 consult 1 free\n110000 cancel 1\n112000 say 1 goodbye\n113000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 0.5 },
  { "length/hold-and-consulting-are-one", "do: decline",
    ANSWERED "20000 hold 1\n65000 consult 1 free\n110000 cancel 1\n112000 say 1 goodbye\n"
             "113000 release 1\n",
    DESK_ITEM_HOLD_LENGTH, 0.5 },
  { "length/busy-is-no-wait", "do: decline", ANSWERED "20000 consult 1 busy\n" PARTED,
    DESK_ITEM_HOLD_LENGTH, NOTHING },

  { "recall/never", TRANSFER ("free"), ANSWERED "20000 transfer 1 free\n", DESK_ITEM_RECALL,
    NOTHING },
  { "recall/exactly-20-s", TRANSFER ("busy"),
    ANSWERED "20000 transfer 1 busy\n40000 answer 1\n" PARTED, DESK_ITEM_RECALL, 1 },
  { "recall/later", TRANSFER ("busy"), ANSWERED "20000 transfer 1 busy\n40001 answer 1\n" PARTED,
    DESK_ITEM_RECALL, 0 },
  { "recall/never-answered", TRANSFER ("busy"), ANSWERED "20000 transfer 1 busy\n",
    DESK_ITEM_RECALL, 0 },
  { "recall/one-of-two-late", TRANSFER ("busy"),
    ANSWERED
    "20000 transfer 1 busy\n41000 answer 1\n42000 transfer 1 busy\n43000 answer 1\n" PARTED,
    DESK_ITEM_RECALL, 0 },
};

static DeskScorecard *
work (const char *expect, const char *commands, gboolean refuses_hold)
{
  g_autofree char *yaml = NULL;
  g_autoptr (Shift) shift = NULL;

  yaml = g_strdup_printf (PEOPLE, refuses_hold ? "no" : "yes", expect);
  shift = shift_new (yaml, DESK_MODE_PRACTICE);
  shift_work (shift, 0, commands);
  return shift_end (shift);
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (DeskScorecard) card = work (item->expect, item->commands, FALSE);
  const DeskCheck *check = find_check (&card->calls[0], item->item);

  if (item->value < 0) {
    g_assert_null (check);
    return;
  }
  g_assert_nonnull (check);
  g_assert_cmpfloat_with_epsilon (check->value, item->value, 1e-9);
  assert_sentence (check->evidence);
  if (check->value < 1)
    assert_sentence (check->advice);
  else
    g_assert_null (check->advice);
}

static void
test_permission_refused (void)
{
  g_autoptr (DeskScorecard) card = work (
      "do: decline", ANSWERED "20000 say 1 ask_hold\n22000 hold 1\n25000 resume 1\n" PARTED, TRUE);
  const DeskCheck *check = find_check (&card->calls[0], DESK_ITEM_HOLD_PERMISSION);

  g_assert_cmpfloat (check->value, ==, 0);
  assert_english (check->evidence, "00:22.0 on hold although the caller had said no");
}

static void
test_evidence (void)
{
  g_autoptr (DeskScorecard) card =
      work (MESSAGE, ANSWERED LOGGED "31000 hold 1\n40000 resume 1\n" PARTED, FALSE);
  static const struct {
    DeskItem item;
    double weight;
    const char *evidence;
  } expected[] = {
    { DESK_ITEM_GREETING, 1, "00:09.5 greeted 0.5 s after answering" },
    { DESK_ITEM_OUTCOME, 2, "00:20.0 message logged for Fay Reed" },
    { DESK_ITEM_READ_BACK, 2, "01:00.0 ended without a read-back" },
    { DESK_ITEM_CLOSING, 1, "00:58.0 said goodbye" },
    { DESK_ITEM_HOLD_PERMISSION, 1, "00:31.0 on hold without asking" },
    { DESK_ITEM_HOLD_LENGTH, 1, "00:31.0 left alone for 9.0 s, 60.0 s allowed" },
  };

  g_assert_cmpuint (card->calls[0].n_checks, ==, G_N_ELEMENTS (expected));
  for (guint n = 0; n < G_N_ELEMENTS (expected); n++) {
    g_assert_cmpint (card->calls[0].checks[n].item, ==, expected[n].item);
    g_assert_cmpfloat (card->calls[0].checks[n].weight, ==, expected[n].weight);
    assert_english (card->calls[0].checks[n].evidence, expected[n].evidence);
  }
}

static void
test_response (void)
{
  static const struct {
    double waited_ms;
    double value;
  } points[] = { { 0, 1 },         { 15000, 1 }, { 15030, 0.999 }, { 30000, 0.5 },
                 { 44970, 0.001 }, { 45000, 0 }, { 90000, 0 } };

  for (guint n = 0; n < G_N_ELEMENTS (points); n++)
    g_assert_cmpfloat_with_epsilon (desk_rubric_response (points[n].waited_ms, 15000),
                                    points[n].value, 1e-9);
}

static void
test_caps (void)
{
  static const struct {
    const char *expect;
    const char *commands;
    double points;
  } points[] = {
    { "do: decline", ANSWERED PARTED, 100 },
    /* H = 1/4: (30 + 7.5)/60 = 62.5, but the outcome is wrong. */
    { "do: decline", ANSWERED "20000 release 1\n", 50 },
    /* Under the cap it stays as it is: H = 0, answered after 30 s: 15/60. */
    { "do: decline", "30000 answer 1\n50000 release 1\n", 25 },
    { "do: decline", ANSWERED "20000 say 1 secret\n" PARTED, 25 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (points); n++) {
    g_autoptr (DeskScorecard) card = work (points[n].expect, points[n].commands, FALSE);

    g_assert_cmpfloat_with_epsilon (card->calls[0].score, points[n].points, 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    g_autofree char *path = g_strconcat ("/checklist/", cases[n].name, NULL);

    g_test_add_data_func (path, &cases[n], test_case);
  }
  g_test_add_func ("/checklist/permission/refused", test_permission_refused);
  g_test_add_func ("/checklist/evidence", test_evidence);
  g_test_add_func ("/checklist/response", test_response);
  g_test_add_func ("/checklist/caps", test_caps);
  return g_test_run ();
}
