/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/word-pool.h"

#include <string.h>

#include "matching/edit-distance.h"
#include "matching/sound-key.h"

/* Words are folded once: GLib's tokeniser lower-cases them and lends an ASCII spelling to those with
 * accents, so that "Öberg", "ÖBERG" and "oberg" all begin with "ob". Accents are folded for finding
 * alone; scoring has a rule of its own.
 *
 * Distances are dear, so most pairs are told apart by their lengths and by which letters they have:
 * a letter of one word that the other lacks costs an edit at least. */

#define MOST_QUERY_WORDS 8
#define LEAST_SOUND_LETTERS 3    /* of a word typed, to be listened to */
#define LEAST_SOUND_BEGINNING 5  /* of the beginning of a word */
#define LEAST_SOUNDS 2           /* in a key */
#define LEAST_SOUNDS_BEGINNING 4 /* in the key of a beginning */
#define LEAST_NEAR_LETTERS 4     /* of a word typed, for one slip */
#define LEAST_NEAR_BEGINNING 5   /* of the beginning of a word */
#define LEAST_NEAR_TWO_LETTERS 8 /* for two */

typedef struct {
  char *text;              /* owned: folded */
  char *ascii;             /* owned: its ASCII spelling, or the same */
  guint length;            /* of `ascii`, in characters */
  guint32 letters;         /* which of a to z, the rest together */
  gboolean has_digits;     /* numbers are compared by beginnings alone */
  char *keys[DESK_N_EARS]; /* owned; "" where sound says nothing */
} Word;

struct _DeskWordPool {
  GArray *words;      /* owned, of Word */
  GHashTable *places; /* owned: folded text, borrowed from the words → place + 1 */
};

static guint32
letters_of (const char *text)
{
  guint32 letters = 0;

  for (const char *p = text; *p != '\0'; p++)
    letters |= 1u << (g_ascii_islower (*p) ? *p - 'a' : 26);
  return letters;
}

static char *
ascii_of (const char *folded)
{
  g_auto (GStrv) ascii = NULL;

  g_strfreev (g_str_tokenize_and_fold (folded, "en", &ascii));
  return g_strdup (ascii[0] != NULL ? ascii[0] : folded);
}

static char *
key_of (const char *folded, DeskEar ear)
{
  char *key = desk_sound_key (folded, ear);

  if (strchr (key, '?') != NULL)
    *key = '\0';
  return key;
}

/* Takes over `folded`. */
static void
word_init (Word *word, char *folded)
{
  word->text = folded;
  word->ascii = ascii_of (folded);
  word->length = (guint) g_utf8_strlen (word->ascii, -1);
  word->letters = letters_of (word->ascii);
  word->has_digits = strpbrk (folded, "0123456789") != NULL;
  for (guint ear = 0; ear < DESK_N_EARS; ear++)
    word->keys[ear] = word->has_digits ? g_strdup ("") : key_of (folded, (DeskEar) ear);
}

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->ascii);
  for (guint ear = 0; ear < DESK_N_EARS; ear++)
    g_free (word->keys[ear]);
}

DeskWordPool *
desk_word_pool_new (void)
{
  DeskWordPool *self = g_new0 (DeskWordPool, 1);

  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
desk_word_pool_free (DeskWordPool *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_array_unref (self->words);
  g_free (self);
}

/* Takes over `folded`. */
static guint
add_word (DeskWordPool *self, char *folded)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, folded));
  Word word;

  if (place > 0) {
    g_free (folded);
    return place - 1;
  }
  word_init (&word, folded);
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->places, word.text, GUINT_TO_POINTER (self->words->len));
  return self->words->len - 1;
}

void
desk_word_pool_add_words (DeskWordPool *self, const char *text, GArray *places)
{
  g_autofree char **folded = g_str_tokenize_and_fold (text, "en", NULL);

  for (char **word = folded; *word != NULL; word++) {
    guint place = add_word (self, *word);

    g_array_append_val (places, place);
  }
}

/* Comparing. */

static gboolean
sounds_like (const Word *typed, const Word *word)
{
  for (guint ear = 0; ear < DESK_N_EARS; ear++) {
    const char *key = typed->keys[ear];
    const gsize n = strlen (key);

    if (typed->length < LEAST_SOUND_LETTERS || n < LEAST_SOUNDS || word->keys[ear][0] == '\0')
      continue;
    if (strcmp (key, word->keys[ear]) == 0)
      return TRUE;
    if (typed->length >= LEAST_SOUND_BEGINNING && n >= LEAST_SOUNDS_BEGINNING &&
        strncmp (key, word->keys[ear], n) == 0)
      return TRUE;
  }
  return FALSE;
}

static guint
n_lacking (const Word *a, const Word *b)
{
  return (guint) __builtin_popcount (a->letters & ~b->letters);
}

static gboolean
begins_nearly (const Word *typed, const Word *word)
{
  g_autofree char *beginning = NULL;

  if (typed->length < LEAST_NEAR_BEGINNING || word->length <= typed->length)
    return FALSE;
  beginning = g_utf8_substring (word->ascii, 0, (glong) typed->length);
  return desk_edit_distance (typed->ascii, beginning, 1) <= 1;
}

static gboolean
is_near (const Word *typed, const Word *word)
{
  const guint limit = typed->length >= LEAST_NEAR_TWO_LETTERS ? 2 : 1;

  if (typed->length < LEAST_NEAR_LETTERS || typed->has_digits || word->has_digits ||
      n_lacking (typed, word) > limit)
    return FALSE;
  if (n_lacking (word, typed) <= limit && word->length + limit >= typed->length &&
      word->length <= typed->length + limit &&
      desk_edit_distance (typed->ascii, word->ascii, limit) <= limit)
    return TRUE;
  return n_lacking (typed, word) <= 1 && begins_nearly (typed, word);
}

static DeskWordLikeness
compare (const Word *typed, const Word *word)
{
  if (strcmp (typed->text, word->text) == 0)
    return DESK_WORD_SAME;
  if (g_str_has_prefix (word->text, typed->text) || g_str_has_prefix (word->ascii, typed->ascii))
    return DESK_WORD_BEGINS;
  if (sounds_like (typed, word))
    return DESK_WORD_SOUNDS;
  return is_near (typed, word) ? DESK_WORD_NEARLY : DESK_WORD_OTHER;
}

static guint8 *
compare_with_all (const DeskWordPool *self, const Word *typed)
{
  guint8 *likeness = g_new (guint8, self->words->len);

  for (guint i = 0; i < self->words->len; i++)
    likeness[i] = (guint8) compare (typed, &g_array_index (self->words, Word, i));
  return likeness;
}

DeskWordQuery *
desk_word_pool_ask (const DeskWordPool *self, const char *text)
{
  DeskWordQuery *query = g_new0 (DeskWordQuery, 1);
  g_autofree char **folded = g_str_tokenize_and_fold (text, "en", NULL);
  const guint n = g_strv_length (folded);

  query->n_words = MIN (n, MOST_QUERY_WORDS);
  query->likeness = g_new0 (guint8 *, MAX (query->n_words, 1));
  for (guint i = 0; i < n; i++) {
    Word typed;

    if (i >= query->n_words) {
      g_free (folded[i]);
      continue;
    }
    word_init (&typed, folded[i]);
    query->likeness[i] = compare_with_all (self, &typed);
    word_clear (&typed);
  }
  return query;
}

void
desk_word_query_free (DeskWordQuery *query)
{
  if (query == NULL)
    return;
  for (guint i = 0; i < query->n_words; i++)
    g_free (query->likeness[i]);
  g_free (query->likeness);
  g_free (query);
}
