/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Text in the form in which it is compared (NFC, case folded), and its words and clauses. */

G_BEGIN_DECLS

/* `text` with case folded, spaces collapsed, and punctuation trimmed from every word. Accents stay: å is
 * never a. Invalid UTF-8 is repaired first. (transfer full) */
char *desk_text_fold (const char *text);

/* Whether there is nothing in `text` but spaces. */
gboolean desk_text_is_blank (const char *text);

/* What lies between a word and the word before it. */
typedef enum {
  DESK_GAP_NONE, /* "2pm" is a number and a word */
  DESK_GAP_SPACE,
  DESK_GAP_HYPHEN,
  DESK_GAP_OTHER,
} DeskGap;

typedef struct {
  const char *text; /* folded, owned by the DeskWords */
  guint length;     /* bytes */
  guint clause;     /* grows with every punctuation mark that ends a clause */
  guint8 gap;       /* DeskGap */
  guint8 is_number; /* digits, with dots, colons and commas between them: "14.30" */
} DeskWord;

typedef struct {
  char *buffer;
  DeskWord *words;
  guint n_words;
  guint n_counted; /* as people count words: "2pm" and "e-post" are one each */
} DeskWords;

/* The words of `text`. Their number is linear in its length. (transfer full) */
DeskWords *desk_words_new (const char *text);
void desk_words_free (DeskWords *words);

gboolean desk_word_is (const DeskWord *word, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWords, desk_words_free)

G_END_DECLS
