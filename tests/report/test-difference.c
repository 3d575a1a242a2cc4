/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/difference.h"

/* What differs stands in brackets. */
static const struct {
  const char *text;
  const char *other;
  const char *marked;
} cases[] = {
  { "same", "same", "same" },
  { "Åsa Lindkvist", "Åsa Lindqvist", "Åsa Lind[k]vist" },
  { "070-174 60 05", "070-174 06 05", "070-174 [60] 05" },
  { "Asa Lindkvist", "Åsa Lindqvist", "[A]sa Lind[k]vist" },
  { "", "anything", "" },
  { "anything", "", "[anything]" },
  { "Lindqvst", "Lindqvist", "Lindqvst" },
  { "Lindqvist", "Lindqvst", "Lindqv[i]st" },
  { "aa", "aaa", "aa" },
  { "Please call, Urgent", "Please call", "Please call[, Urgent]" },
  { "Öberg", "Åberg", "[Ö]berg" }, /* the letters share their first byte */
  { "Åå", "Åö", "Å[å]" },
  { "Jonson", "Johnsson", "Jonson" },
  { "Johnsson", "Jonson", "Jo[h]n[s]son" },
};

static char *
without_spans (const char *text, const GArray *spans, const char *open, const char *close)
{
  GString *rest = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++) {
    const DeskSpan *span = &g_array_index (spans, DeskSpan, i);

    g_string_append_len (rest, text + at, (gssize) (span->start - at));
    if (open != NULL) {
      g_string_append (rest, open);
      g_string_append_len (rest, text + span->start, (gssize) (span->end - span->start));
      g_string_append (rest, close);
    }
    at = span->end;
  }
  g_string_append (rest, text + at);
  return g_string_free (rest, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) spans = NULL;
    g_autoptr (GArray) others = NULL;
    g_autofree char *marked = NULL;

    desk_difference_find (cases[i].text, cases[i].other, &spans, &others);
    marked = without_spans (cases[i].text, spans, "[", "]");
    g_assert_cmpstr (marked, ==, cases[i].marked);
  }
}

static char *
random_word (int max_letters)
{
  static const char *const letters[] = { "a", "b", "å", "😀" };
  GString *word = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, max_letters); n > 0; n--)
    g_string_append (word, letters[g_test_rand_int_range (0, 4)]);
  return g_string_free (word, FALSE);
}

/* What is left of both is the same, and no span is empty or touches the next. */
static void
test_rest_is_common (void)
{
  for (guint round = 0; round < 5000; round++) {
    g_autofree char *a = random_word (12);
    g_autofree char *b = random_word (12);
    g_autoptr (GArray) in_a = NULL;
    g_autoptr (GArray) in_b = NULL;
    g_autofree char *rest_a = NULL;
    g_autofree char *rest_b = NULL;

    desk_difference_find (a, b, &in_a, &in_b);
    rest_a = without_spans (a, in_a, NULL, NULL);
    rest_b = without_spans (b, in_b, NULL, NULL);
    g_assert_cmpstr (rest_a, ==, rest_b);
    for (guint i = 0; i < in_a->len; i++) {
      const DeskSpan *span = &g_array_index (in_a, DeskSpan, i);

      g_assert_cmpuint (span->start, <, span->end);
      if (i > 0)
        g_assert_cmpuint (span->start, >, span[-1].end);
    }
  }
}

static void
test_long_texts (void)
{
  g_autofree char *a = g_strnfill (100000, 'a');
  g_autofree char *b = g_strnfill (100000, 'b');
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) in_b = NULL;
  g_autoptr (GArray) in_c = NULL;

  desk_difference_find (a, b, &all, &in_b);
  g_assert_cmpuint (all->len, ==, 1);
  b[0] = 'a';
  for (gsize i = 1; i < 100000; i++)
    b[i] = i == 50000 ? 'c' : 'a';
  desk_difference_find (b, a, &one, &in_c);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, DeskSpan, 0).start, ==, 50000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/table", test_table);
  g_test_add_func ("/difference/rest-is-common", test_rest_is_common);
  g_test_add_func ("/difference/long-texts", test_long_texts);
  return g_test_run ();
}
