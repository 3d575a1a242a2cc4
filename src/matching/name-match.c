/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/name-match.h"

#include "matching/edit-distance.h"
#include "matching/text-fold.h"

#include <string.h>

/* Shorter names are too often told apart by a single letter. */
#define MIN_LETTERS_FOR_A_SLIP 5
#define MAX_BYTES_OF_A_LETTER 4

static const double part_weights[DESK_N_NAME_PARTS] = {
  [DESK_NAME_GIVEN] = 1,
  [DESK_NAME_SURNAME] = 2,
};

static gboolean
is_title (const char *word, gsize length)
{
  static const char *const titles[] = {
    "mr",  "mrs", "ms",   "miss", "mx",  "dr",     "prof",   "professor", "doctor",
    "sir", "hr",  "herr", "fru",  "frk", "fröken", "doktor", "mister",    "madam",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++) {
    if (strncmp (titles[i], word, length) == 0 && titles[i][length] == '\0')
      return TRUE;
  }
  return FALSE;
}

/* The part of a folded name after its titles. */
static const char *
after_titles (const char *name)
{
  for (;;) {
    gsize length = strcspn (name, " ");

    if (name[length] == '\0' || !is_title (name, length))
      return name;
    name += length + 1;
  }
}

/* A folded name without its titles, wherever they are. (transfer full) */
static char *
without_titles (const char *name)
{
  GString *rest = g_string_sized_new (strlen (name));

  for (const char *word = name; *word != '\0'; word += *word == ' ') {
    gsize length = strcspn (word, " ");

    if (!is_title (word, length)) {
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append_len (rest, word, (gssize) length);
    }
    word += length;
  }
  return g_string_free (rest, FALSE);
}

/* Keeps the spelling with its length. A hostile name can be divided at as many places as it has letters,
 * and the work at each must not grow with the key. */
static void
add_unless_empty (GPtrArray *spellings, const char *spelling)
{
  if (*spelling != '\0')
    g_ptr_array_add (spellings, g_string_new (spelling));
}

static void
free_spelling (gpointer spelling)
{
  g_string_free (spelling, TRUE);
}

/* The key itself may carry a title. */
static void
add_spelling (GPtrArray *spellings, const char *spelling)
{
  g_autofree char *folded = desk_text_fold (spelling);
  g_autofree char *bare = without_titles (folded);

  add_unless_empty (spellings, bare);
  add_unless_empty (spellings, folded);
}

static GPtrArray *
spellings_new (const char *spelling, const char *const *accept)
{
  GPtrArray *spellings = g_ptr_array_new_with_free_func (free_spelling);

  if (spelling != NULL)
    add_spelling (spellings, spelling);
  for (; spellings->len > 0 && accept != NULL && *accept != NULL; accept++)
    add_spelling (spellings, *accept);
  return spellings;
}

void
desk_name_key_init (DeskNameKey *key,
                    const char *given,
                    const char *const *given_accept,
                    const char *surname,
                    const char *const *surname_accept)
{
  key->parts[DESK_NAME_GIVEN] = spellings_new (given, given_accept);
  key->parts[DESK_NAME_SURNAME] = spellings_new (surname, surname_accept);
}

void
desk_name_key_clear (DeskNameKey *key)
{
  for (guint i = 0; i < DESK_N_NAME_PARTS; i++)
    g_clear_pointer (&key->parts[i], g_ptr_array_unref);
}

gboolean
desk_name_key_has_part (const DeskNameKey *key, DeskNamePart part)
{
  return key->parts[part]->len > 0;
}

gboolean
desk_name_key_applies (const DeskNameKey *key)
{
  return desk_name_key_has_part (key, DESK_NAME_GIVEN) ||
         desk_name_key_has_part (key, DESK_NAME_SURNAME);
}

static guint
count_letters (const char *name)
{
  guint n = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += g_unichar_isalpha (g_utf8_get_char (name)) ? 1 : 0;
  return n;
}

static gboolean
is_a_slip_away (const char *key, gsize key_length, const char *written, gsize length)
{
  g_autofree char *copy = NULL;

  if (MAX (key_length, length) - MIN (key_length, length) > MAX_BYTES_OF_A_LETTER ||
      count_letters (key) < MIN_LETTERS_FOR_A_SLIP)
    return FALSE;
  copy = g_strndup (written, length);
  return desk_edit_distance (key, copy, 1) == 1;
}

static double
score_part (const GPtrArray *spellings, const char *written, gsize length)
{
  double best = 0;

  for (guint i = 0; i < spellings->len; i++) {
    const GString *key = spellings->pdata[i];

    if (key->len == length && memcmp (key->str, written, length) == 0)
      return 1;
    if (best < .5 && is_a_slip_away (key->str, key->len, written, length))
      best = .5;
  }
  return best;
}

static void
try_division (const DeskNameKey *key,
              const char *given,
              gsize given_length,
              const char *surname,
              gsize surname_length,
              DeskNameValue *best)
{
  DeskNameValue value = { 0 };
  double weights = 0;

  value.parts[DESK_NAME_GIVEN] = score_part (key->parts[DESK_NAME_GIVEN], given, given_length);
  value.parts[DESK_NAME_SURNAME] =
      score_part (key->parts[DESK_NAME_SURNAME], surname, surname_length);
  for (guint i = 0; i < DESK_N_NAME_PARTS; i++) {
    if (desk_name_key_has_part (key, i)) {
      value.value += part_weights[i] * value.parts[i];
      weights += part_weights[i];
    }
  }
  value.value = weights > 0 ? value.value / weights : 0;
  if (value.value > best->value)
    *best = value;
}

/* Tries every division into given name and surname, either of which may be empty. */
static void
try_divisions (const DeskNameKey *key, const char *name, DeskNameValue *best)
{
  gsize length = strlen (name);

  try_division (key, name, 0, name, length, best);
  try_division (key, name, length, name + length, 0, best);
  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
    try_division (key, name, (gsize) (space - name), space + 1, length - (gsize) (space + 1 - name),
                  best);
}

/* "Surname, Given", as written, without leading titles and without any title. */
static void
try_swapped (const DeskNameKey *key, const char *surname, const char *given, DeskNameValue *best)
{
  g_autofree char *bare_surname = without_titles (surname);
  g_autofree char *bare_given = without_titles (given);
  const char *const surnames[] = { surname, after_titles (surname), bare_surname };
  const char *const givens[] = { given, after_titles (given), bare_given };

  for (gsize i = 0; i < G_N_ELEMENTS (surnames); i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (givens); k++)
      try_division (key, givens[k], strlen (givens[k]), surnames[i], strlen (surnames[i]), best);
  }
}

DeskNameValue
desk_name_key_score (const DeskNameKey *key, const char *written)
{
  DeskNameValue best = { 0 };
  const char *comma = strchr (written, ',');
  g_autofree char *name = desk_text_fold (written);
  g_autofree char *bare = without_titles (name);

  try_divisions (key, name, &best);
  if (strcmp (name, bare) != 0) {
    try_divisions (key, after_titles (name), &best);
    try_divisions (key, bare, &best);
  }
  if (comma != NULL) {
    g_autofree char *before = g_strndup (written, (gsize) (comma - written));
    g_autofree char *surname = desk_text_fold (before);
    g_autofree char *given = desk_text_fold (comma + 1);

    try_swapped (key, surname, given, &best);
  }
  return best;
}
