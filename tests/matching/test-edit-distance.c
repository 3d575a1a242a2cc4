/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/edit-distance.h"

#include <string.h>

static const struct {
  const char *a;
  const char *b;
  guint distance;
} pairs[] = {
  { "", "", 0 },
  { "", "abc", 3 },
  { "lindqvist", "lindqvist", 0 },
  { "lindqvist", "lindkvist", 1 },
  { "lindqvist", "lindvist", 1 },
  { "lindqvist", "lindqviist", 1 },
  { "lindqvist", "lindqvits", 1 },
  { "åsa", "asa", 1 },
  { "öberg", "åberg", 1 },
  { "kitten", "sitting", 3 },
  { "ca", "abc", 3 }, /* 2 without the restriction */
  { "ab", "ba", 1 },
  { "abcd", "badc", 2 },
  { "holmström", "holmstrøm", 1 },
  { "andersson", "anderson", 1 },
  { "eriksson", "ericsson", 1 },
  { "abcdef", "ghijkl", 6 },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_assert_cmpuint (desk_edit_distance (pairs[i].a, pairs[i].b, 100), ==, pairs[i].distance);
    for (guint limit = 0; limit < 8; limit++)
      g_assert_cmpuint (desk_edit_distance (pairs[i].a, pairs[i].b, limit), ==,
                        MIN (pairs[i].distance, limit + 1));
  }
}

static char *
random_word (void)
{
  GString *word = g_string_new (NULL);
  gint length = g_test_rand_int_range (0, 9);

  for (gint i = 0; i < length; i++)
    g_string_append (word, (const char *[]){ "a", "b", "å", "ö" }[g_test_rand_int_range (0, 4)]);
  return g_string_free (word, FALSE);
}

/* The whole table of the definition, in bytes of one-letter alphabets. */
static guint
plain_distance (const gunichar *a, glong n, const gunichar *b, glong m)
{
  guint d[16][16];

  for (glong i = 0; i <= n; i++) {
    for (glong j = 0; j <= m; j++) {
      if (i == 0 || j == 0) {
        d[i][j] = (guint) (i + j);
        continue;
      }
      d[i][j] = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      d[i][j] = MIN (d[i][j], MIN (d[i - 1][j], d[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[n][m];
}

static void
test_random_words (void)
{
  for (guint round = 0; round < 5000; round++) {
    g_autofree char *a = random_word ();
    g_autofree char *b = random_word ();
    glong n, m;
    g_autofree gunichar *a_letters = g_utf8_to_ucs4_fast (a, -1, &n);
    g_autofree gunichar *b_letters = g_utf8_to_ucs4_fast (b, -1, &m);
    guint expected = plain_distance (a_letters, n, b_letters, m);
    guint limit = (guint) g_test_rand_int_range (0, 10);

    g_assert_cmpuint (desk_edit_distance (a, b, limit), ==, MIN (expected, limit + 1));
    g_assert_cmpuint (desk_edit_distance (b, a, limit), ==, MIN (expected, limit + 1));
    g_assert_cmpuint (desk_edit_distance (a, a, limit), ==, 0);
  }
}

/* A small limit makes two long texts cheap to compare. */
static void
test_long_texts (void)
{
  g_autofree char *a = g_strnfill (100000, 'a');
  g_autofree char *b = g_strnfill (100000, 'a');
  g_autofree char *c = g_strnfill (50000, 'a');

  b[50000] = 'b';
  g_test_timer_start ();
  g_assert_cmpuint (desk_edit_distance (a, b, 1), ==, 1);
  g_assert_cmpuint (desk_edit_distance (a, c, 3), ==, 4);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-distance/pairs", test_pairs);
  g_test_add_func ("/edit-distance/random-words", test_random_words);
  g_test_add_func ("/edit-distance/long-texts", test_long_texts);
  return g_test_run ();
}
