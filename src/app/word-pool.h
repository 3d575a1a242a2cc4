/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The distinct words of a directory. What is typed is compared once with each, however many people share
 * it. */

G_BEGIN_DECLS

/* How a typed word matches one of the pool, best first. */
typedef enum {
  DESK_WORD_SAME,
  DESK_WORD_BEGINS, /* its beginning, or the same but for accents */
  DESK_WORD_SOUNDS,
  DESK_WORD_NEARLY,
  DESK_WORD_OTHER,
} DeskWordLikeness;

typedef struct _DeskWordPool DeskWordPool;

DeskWordPool *desk_word_pool_new (void);
void desk_word_pool_free (DeskWordPool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWordPool, desk_word_pool_free)

/* Adds the words of `text`, and their places in the pool to `places` (element-type guint). */
void desk_word_pool_add_words (DeskWordPool *self, const char *text, GArray *places);

/* The words of `text`, folded, and how each matches every word of the pool, by place. */
typedef struct {
  guint n_words;
  guint8 **likeness; /* owned: [word][place], DeskWordLikeness */
} DeskWordQuery;

DeskWordQuery *desk_word_pool_ask (const DeskWordPool *self, const char *text);
void desk_word_query_free (DeskWordQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWordQuery, desk_word_query_free)

G_END_DECLS
