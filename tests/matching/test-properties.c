/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* What must hold for whatever is written. The seed stands in the first line of the output, and
 * --seed runs the same rounds again; a round that fails says with which texts. */

#include "generate.h"
#include "matching/edit-distance.h"
#include "matching/name-match.h"
#include "one-in.h"

#include <string.h>

#define ROUNDS (3000 / one_in ())
#define FAR 1000

#define EXPECT(condition, ...)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error (__VA_ARGS__);                                                                       \
  }                                                                                                \
  G_STMT_END

static char *
random_word (guint longest)
{
  static const char *const letters[] = { "a", "b", "å", "n", "\xf0\x9f\x98\x80" };
  GString *word = g_string_new (NULL);

  for (guint n = pick (longest + 1); n > 0; n--)
    g_string_append (word, letters[pick (G_N_ELEMENTS (letters))]);
  return g_string_free (word, FALSE);
}

/* Levenshtein's distance, from its definition. */
static guint
levenshtein (const char *a, const char *b)
{
  glong n, m;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, &n);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (b, -1, &m);
  guint d[16][16];

  for (glong i = 0; i <= n; i++) {
    for (glong k = 0; k <= m; k++) {
      d[i][k] = (guint) (i == 0 ? k : i);
      if (i > 0 && k > 0)
        d[i][k] =
            MIN (d[i - 1][k - 1] + (x[i - 1] != y[k - 1]), MIN (d[i - 1][k], d[i][k - 1]) + 1);
    }
  }
  return d[n][m];
}

/* Symmetric, nothing between the same words alone, and between half of Levenshtein's distance and
 * all of it: a swap is at least half of what it saves. */
static void
test_distance (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autofree char *a = random_word (10);
    g_autofree char *b = random_word (10);
    guint d = desk_edit_distance (a, b, FAR);
    guint lev = levenshtein (a, b);

    EXPECT (d == desk_edit_distance (b, a, FAR), "not symmetric: %s, %s", a, b);
    EXPECT ((d == 0) == (strcmp (a, b) == 0), "no identity: %s, %s", a, b);
    EXPECT (d <= lev && 2 * d >= lev, "%u is not between: %s, %s, %u", d, a, b, lev);
  }
}

static gint
compare_letters (gconstpointer a, gconstpointer b)
{
  return (gint) * (const char *) a - (gint) * (const char *) b;
}

static char *
sorted_word (void)
{
  char *word = g_strnfill (pick (10), 'a');
  gsize length = strlen (word);

  for (gsize i = 0; i < length; i++)
    word[i] = (char) ('a' + pick (4));
  qsort (word, length, 1, compare_letters);
  return word;
}

/* The restriction costs the triangle inequality: ca, ac, abc are 1 and 1 apart, and 3. Between
 * words in alphabetical order no swap can help, and there it holds. */
static void
test_triangle (void)
{
  g_assert_cmpuint (desk_edit_distance ("ca", "ac", FAR), ==, 1);
  g_assert_cmpuint (desk_edit_distance ("ac", "abc", FAR), ==, 1);
  g_assert_cmpuint (desk_edit_distance ("ca", "abc", FAR), ==, 3);

  for (guint round = 0; round < ROUNDS; round++) {
    g_autofree char *a = sorted_word ();
    g_autofree char *b = sorted_word ();
    g_autofree char *c = sorted_word ();
    guint ab = desk_edit_distance (a, b, FAR);
    guint bc = desk_edit_distance (b, c, FAR);
    guint ac = desk_edit_distance (a, c, FAR);

    EXPECT (ab == levenshtein (a, b), "a swap helped: %s, %s", a, b);
    EXPECT (ac <= ab + bc, "no triangle: %s, %s, %s", a, b, c);
  }
}

/* A limit only hides what lies beyond it. */
static void
test_limit (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autofree char *a = random_word (10);
    g_autofree char *b = random_word (10);
    guint limit = pick (12);

    EXPECT (desk_edit_distance (a, b, limit) == MIN (desk_edit_distance (a, b, FAR), limit + 1),
            "limit %u: %s, %s", limit, a, b);
  }
}

static void
expect_all_right (const DeskSlipKey *key, const DeskSlip *slip)
{
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, slip);

  EXPECT (score->value >= 1 - 1e-12,
          "%g: %s|%s|%s|%s|%s; name %g, organisation %g, phone %g, facts %g, %u unsaid",
          score->value, slip->to, slip->name, slip->organisation, slip->phone, slip->text,
          score->fields[DESK_FIELD_NAME].value, score->fields[DESK_FIELD_ORGANISATION].value,
          score->fields[DESK_FIELD_PHONE].value, score->fields[DESK_FIELD_FACTS].value,
          score->n_unsaid_numbers);
}

/* The key scores 1 against itself, in every composition, case, width and grouping. */
static void
test_right_in_every_form (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (MadeUp) made_up = made_up_new ();
    g_autoptr (DeskSlipKey) key = slip_call_key_new (&made_up->call);
    g_autoptr (DeskSlip) slip = made_up_right_slip (made_up);

    expect_all_right (key, slip);
  }
}

/* The name with `n` letters of `order` replaced by, or followed by, one that no name has. */
static char *
misspell (const char *name, const guint *order, guint n)
{
  GString *out = g_string_new (NULL);
  guint i = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), i++) {
    gboolean is_touched = FALSE;

    for (guint k = 0; k < n; k++)
      is_touched |= order[k] == i;
    if (!is_touched || *p == ' ' || i % 3 == 0)
      g_string_append_unichar (out, g_utf8_get_char (p));
    if (is_touched && *p != ' ')
      g_string_append (out, "q");
  }
  return g_string_free (out, FALSE);
}

/* Each mistake in a letter not touched before earns no more than there was. */
static void
test_more_mistakes_in_a_name (void)
{
  static const char *const names[][2] = { { "Åsa", "Lind" },       { "Göran", "Åkesson" },
                                          { "Anna-Karin", "" },    { "Siobhan", "O'Dwyer" },
                                          { "", "von Essen" },     { "Bo", "Ek" },
                                          { "Jean Luc", "Müller" } };

  for (guint round = 0; round < ROUNDS; round++) {
    const char *const *name = names[pick (G_N_ELEMENTS (names))];
    g_autofree char *right = g_strstrip (g_strjoin (" ", name[0], name[1], NULL));
    guint length = (guint) g_utf8_strlen (right, -1);
    g_autofree guint *order = g_new (guint, length);
    double last = 1;
    DeskNameKey key;

    for (guint i = 0; i < length; i++) {
      guint k = pick (i + 1);

      order[i] = order[k];
      order[k] = i;
    }
    desk_name_key_init (&key, name[0], NULL, name[1], NULL);
    for (guint n = 0; n <= length; n++) {
      g_autofree char *written = misspell (right, order, n);
      double value = desk_name_key_score (&key, written).value;

      EXPECT (value <= last, "%s is worth %g, more than %g before", written, value, last);
      last = value;
    }
    desk_name_key_clear (&key);
  }
}

static double
worth_of_text (const DeskSlipKey *key, const char *text)
{
  DeskSlip slip = { .to = (char *) "",
                    .name = (char *) "",
                    .organisation = (char *) "",
                    .phone = (char *) "",
                    .text = (char *) text };
  g_autoptr (DeskSlipScore) score = desk_slip_key_score (key, &slip);

  return score->fields[DESK_FIELD_FACTS].value;
}

static GPtrArray *
copy_sentences (const MadeUp *made_up)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < made_up->sentences->len; i++)
    g_ptr_array_add (sentences, g_strdup (made_up->sentences->pdata[i]));
  return sentences;
}

/* Takes a sentence away or puts one among the others; what is said then is worth no more. */
typedef void (*Worsen) (const MadeUp *made_up, GPtrArray *sentences);

static void
expect_worse_and_worse (Worsen worsen, guint n_steps)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (MadeUp) made_up = made_up_new ();
    g_autoptr (DeskSlipKey) key = slip_call_key_new (&made_up->call);
    g_autoptr (GPtrArray) sentences = copy_sentences (made_up);
    double last = 1;

    for (guint n = 0; n < n_steps; n++) {
      g_autofree char *text = NULL;
      double worth;

      worsen (made_up, sentences);
      text = join_sentences (sentences);
      worth = worth_of_text (key, text);
      EXPECT (worth <= last, "%s is worth %g, more than %g before", text, worth, last);
      last = worth;
    }
  }
}

static void
insert (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_insert (sentences, (gint) pick (sentences->len + 1), sentence);
}

static void
remove_one (const MadeUp *made_up, GPtrArray *sentences)
{
  (void) made_up;
  if (sentences->len > 0)
    g_ptr_array_remove_index (sentences, pick (sentences->len));
}

static void
test_facts_removed (void)
{
  expect_worse_and_worse (remove_one, MAX_FACTS);
}

static void
contradict (const MadeUp *made_up, GPtrArray *sentences)
{
  insert (sentences, g_strdup (made_up->wrong->pdata[pick (made_up->wrong->len)]));
}

static void
test_wrong_values_added (void)
{
  expect_worse_and_worse (contradict, 4);
}

static void
invent (const MadeUp *made_up, GPtrArray *sentences)
{
  (void) made_up;
  insert (sentences, g_strdup_printf ("Nr %u", 900000000 + pick (99999999)));
}

static void
test_unsaid_numbers_added (void)
{
  expect_worse_and_worse (invent, 5);
}

static void
pad (const MadeUp *made_up, GPtrArray *sentences)
{
  static const char *const padding[] = { "Hej",          "Thank you very much",
                                         "Det var allt", "\xf0\x9f\x99\x82",
                                         "e-post",       "Some-thing" };

  (void) made_up;
  insert (sentences, g_strdup (padding[pick (G_N_ELEMENTS (padding))]));
}

static void
test_padding_added (void)
{
  expect_worse_and_worse (pad, 12);
}

/* Neither the order of sentences nor the writing of any field matters, right or wrong. */
static void
test_order_of_sentences (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (MadeUp) made_up = made_up_new ();
    g_autoptr (DeskSlipKey) key = slip_call_key_new (&made_up->call);
    g_autoptr (GPtrArray) sentences = copy_sentences (made_up);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *dressed = NULL;

    if (pick (2) == 0)
      remove_one (made_up, sentences);
    if (pick (2) == 0)
      contradict (made_up, sentences);
    before = join_sentences (sentences);
    shuffle (sentences);
    after = join_sentences (sentences);
    dressed = dress (after);
    EXPECT (worth_of_text (key, before) == worth_of_text (key, after), "order tells: %s / %s",
            before, after);
    EXPECT (worth_of_text (key, after) == worth_of_text (key, dressed), "writing tells: %s / %s",
            after, dressed);
  }
}

static char *
reversed_list (const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, "|", -1);
  guint n = g_strv_length (items);

  for (guint i = 0; i < n / 2; i++) {
    char *item = items[i];

    items[i] = items[n - 1 - i];
    items[n - 1 - i] = item;
  }
  return g_strjoinv ("|", items);
}

/* The order of facts, of their wordings, of other spellings and of ticks in a scenario. */
static void
test_order_in_the_scenario (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (MadeUp) made_up = made_up_new ();
    SlipCall call = made_up->call;
    g_autofree char *wordings = reversed_list (call.facts[2].wordings);
    g_autoptr (DeskSlipKey) key = NULL;
    g_autoptr (DeskSlipKey) other_key = NULL;
    g_autoptr (DeskSlip) slip = made_up_right_slip (made_up);
    g_autoptr (DeskSlipScore) score = NULL;
    g_autoptr (DeskSlipScore) other_score = NULL;
    SlipFact first = call.facts[0];

    call.surname_accept = "Lindkvist|Lindquist|Oberg";
    key = slip_call_key_new (&call);
    call.surname_accept = "Oberg|Lindquist|Lindkvist";
    if (strcmp (call.ticks, "please_call urgent") == 0)
      call.ticks = "urgent please_call";
    call.facts[2].wordings = wordings;
    call.facts[0] = call.facts[2];
    call.facts[2] = first;
    other_key = slip_call_key_new (&call);
    if (pick (2) == 0) {
      g_free (slip->name);
      slip->name = g_strdup ("Åsa Linkvist");
    }
    if (pick (2) == 0)
      slip->ticks = DESK_TICK_URGENT;
    score = desk_slip_key_score (key, slip);
    other_score = desk_slip_key_score (other_key, slip);
    EXPECT (score->value == other_score->value, "%s, %s: %g and %g", slip->name, slip->text,
            score->value, other_score->value);
  }
}

/* Whatever bytes are written, values stay in their range and the same bytes give the same value. */
static void
test_noise (void)
{
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (MadeUp) made_up = made_up_new ();
    g_autoptr (DeskSlipKey) key = slip_call_key_new (&made_up->call);
    g_autofree char *text = g_strnfill (pick (60), ' ');
    double worth;

    for (char *p = text; *p != '\0'; p++)
      *p = (char) (1 + pick (255));
    worth = worth_of_text (key, text);
    EXPECT (worth >= 0 && worth <= 1, "out of range: %g", worth);
    EXPECT (worth == worth_of_text (key, text), "not the same twice");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/distance", test_distance);
  g_test_add_func ("/properties/triangle", test_triangle);
  g_test_add_func ("/properties/limit", test_limit);
  g_test_add_func ("/properties/right-in-every-form", test_right_in_every_form);
  g_test_add_func ("/properties/more-mistakes-in-a-name", test_more_mistakes_in_a_name);
  g_test_add_func ("/properties/facts-removed", test_facts_removed);
  g_test_add_func ("/properties/wrong-values-added", test_wrong_values_added);
  g_test_add_func ("/properties/unsaid-numbers-added", test_unsaid_numbers_added);
  g_test_add_func ("/properties/padding-added", test_padding_added);
  g_test_add_func ("/properties/order-of-sentences", test_order_of_sentences);
  g_test_add_func ("/properties/order-in-the-scenario", test_order_in_the_scenario);
  g_test_add_func ("/properties/noise", test_noise);
  return g_test_run ();
}
