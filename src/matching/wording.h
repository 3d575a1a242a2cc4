/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/reading.h"

/* Finds wordings in a text by the stems of their words, and whether they are negated there. */

G_BEGIN_DECLS

/* Not thread-safe: one for each thread. NULL, for a language without a stemmer, leaves words as they are. */
typedef struct sb_stemmer DeskStemmer;

DeskStemmer *desk_stemmer_new (const char *language); /* BCP 47; (nullable) */
void desk_stemmer_free (DeskStemmer *stemmer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStemmer, desk_stemmer_free)

typedef struct {
  guint hash;
  guint length;
  gsize offset;
} DeskStem;

/* The stems of a text or of a wording, one for each word. */
typedef struct {
  char *buffer;    /* owned */
  DeskStem *stems; /* owned */
  guint n_stems;
} DeskStems;

DeskStems *desk_stems_new (const DeskWords *words, DeskStemmer *stemmer);
DeskStems *desk_stems_from_text (const char *text, DeskStemmer *stemmer);
void desk_stems_free (DeskStems *stems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStems, desk_stems_free)

/* Finds the words of `wording` in `text`: in order, within a window of twice their number, from word `from`
 * on. TRUE sets the first and the last word, as close together as possible. */
gboolean desk_wording_find (
    const DeskStems *wording, const DeskStems *text, guint from, guint *first, guint *last);

/* Whether every word of `wording` occurs in `text`, in any order. */
gboolean desk_wording_is_scattered (const DeskStems *wording, const DeskStems *text);

/* How many negations are in the words from `first` to `last`. */
guint desk_negations_within (const DeskReading *reading, guint first, guint last);

/* Whether a negation applies to the words `first` to `last`: within three words before or two after, in the
 * same clause, or among them, beyond the `n_own` that belong to the wording. `until_negates`: "not ...
 * until Friday" counts as a negation too. */
gboolean desk_wording_is_negated (
    const DeskReading *reading, guint first, guint last, guint n_own, gboolean until_negates);

G_END_DECLS
