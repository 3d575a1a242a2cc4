/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "matching/sound-key.h"

/* Names that one hears and another writes, and whether the ear takes them for one. */
static const struct {
  const char *a;
  const char *b;
  gboolean swedish;
  gboolean english;
} pairs[] = {
  { "Lindkvist", "Lindqvist", TRUE, TRUE },
  { "Lindkwist", "Lindqvist", TRUE, FALSE },
  { "Åberg", "Oberg", TRUE, TRUE },
  { "Öberg", "Oberg", TRUE, TRUE },
  { "Schmidt", "Smith", TRUE, TRUE },
  { "Schmitt", "Schmidt", TRUE, TRUE },
  { "Jonsson", "Johnsson", TRUE, TRUE },
  { "Jonson", "Johansson", FALSE, FALSE },
  { "Ericsson", "Eriksson", TRUE, TRUE },
  { "Erixon", "Eriksson", TRUE, TRUE },
  { "Carlsson", "Karlsson", TRUE, TRUE },
  { "Kjellberg", "Källberg", TRUE, FALSE },
  { "Kjellberg", "Tjellberg", TRUE, FALSE },
  { "Stjernberg", "Sjärnberg", TRUE, FALSE },
  { "Sköld", "Sjöld", TRUE, FALSE },
  { "Hjort", "Jort", TRUE, TRUE },
  { "Ljung", "Jung", TRUE, FALSE },
  { "Göran", "Jöran", TRUE, FALSE },
  { "Gustaf", "Gustav", TRUE, TRUE },
  { "Löfgren", "Lövgren", TRUE, TRUE },
  { "Wikström", "Vickström", TRUE, FALSE },
  { "Lorentz", "Lorenz", TRUE, FALSE },
  { "Dahl", "Dal", TRUE, TRUE },
  { "Christer", "Krister", TRUE, TRUE },
  { "Meyer", "Maier", TRUE, TRUE },
  { "Knight", "Nite", FALSE, TRUE },
  { "Wright", "Rite", FALSE, TRUE },
  { "Stephen", "Steven", TRUE, TRUE },
  { "Geoff", "Jeff", TRUE, TRUE },
  { "Thompson", "Thomson", FALSE, TRUE },
  { "Katherine", "Catherine", TRUE, TRUE },
  { "Philips", "Filips", TRUE, TRUE },
  { "Clarke", "Clark", TRUE, TRUE },
  { "Leigh", "Lee", FALSE, TRUE },
  { "Cecil", "Sesil", TRUE, TRUE },
  { "Brown", "Browne", TRUE, TRUE },
  /* Other names. */
  { "Berg", "Borg", FALSE, FALSE },
  { "Lind", "Lund", FALSE, FALSE },
  { "Nilsson", "Olsson", FALSE, FALSE },
  { "Gibson", "Johnson", FALSE, FALSE },
  { "Smith", "Simons", FALSE, FALSE },
  { "Åkesson", "Eriksson", FALSE, FALSE },
  { "Kerstin", "Gerstin", FALSE, FALSE },
};

static const struct {
  const char *word;
  const char *swedish;
  const char *english;
} keys[] = {
  { "", "", "" },
  { "123", "", "" },
  { "Lindqvist", "LENTKFST", "LENTKFST" },
  { "lindqvist", "LENTKFST", "LENTKFST" },
  { "Kjell", "CEL", "KJEL" },
  { "Knut", "KNOT", "NOT" },
  { "Αθηνά", "?", "?" },
};

static gboolean
sound_alike (const char *a, const char *b, DeskEar ear)
{
  g_autofree char *a_key = desk_sound_key (a, ear);
  g_autofree char *b_key = desk_sound_key (b, ear);

  return g_str_equal (a_key, b_key);
}

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
    g_assert_cmpint (sound_alike (pairs[i].a, pairs[i].b, DESK_EAR_SWEDISH), ==, pairs[i].swedish);
    g_assert_cmpint (sound_alike (pairs[i].a, pairs[i].b, DESK_EAR_ENGLISH), ==, pairs[i].english);
  }
}

static void
test_keys (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *swedish = desk_sound_key (keys[i].word, DESK_EAR_SWEDISH);
    g_autofree char *english = desk_sound_key (keys[i].word, DESK_EAR_ENGLISH);

    g_assert_cmpstr (swedish, ==, keys[i].swedish);
    g_assert_cmpstr (english, ==, keys[i].english);
  }
}

/* Any bytes, and no key longer than twice its word. */
static void
test_any_word (void)
{
  for (guint round = 0; round < 20000; round++) {
    char word[24] = "";
    const guint length = (guint) g_test_rand_int_range (0, sizeof word);

    for (guint i = 0; i < length; i++)
      word[i] = (char) g_test_rand_int_range (1, 256);
    for (guint ear = 0; ear < DESK_N_EARS; ear++) {
      g_autofree char *valid = g_utf8_make_valid (word, -1);
      g_autofree char *key = desk_sound_key (valid, (DeskEar) ear);
      g_autofree char *broken = desk_sound_key (word, (DeskEar) ear);

      g_assert_cmpuint (strlen (key), <=, 2 * strlen (valid));
      g_assert_nonnull (broken);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sound-key/pairs", test_pairs);
  g_test_add_func ("/sound-key/keys", test_keys);
  g_test_add_func ("/sound-key/any-word", test_any_word);
  return g_test_run ();
}
