/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/difference.h"

/* A text is taken as a row of letters, the tokens. What the texts have in common at both ends is left out first, which
 * for a typing slip leaves one or two. Of the rest the usual table of distances is filled and walked back from its last
 * cell; a token that was kept on the way is no difference. */

#define MAX_TOKENS 600 /* of the rest of either text: a table of 360,000 cells */

typedef struct {
  gunichar *codes; /* owned; the same for the same token */
  DeskSpan *spans; /* owned; where the tokens stand */
  gsize n;
} Tokens;

typedef struct {
  const gunichar *a;
  const gunichar *b;
  gsize n_a;
  gsize n_b;
  guint16 *cells; /* (n_a + 1) rows of n_b + 1 */
} Table;

static guint16
cell (const Table *table, gsize i, gsize j)
{
  return table->cells[i * (table->n_b + 1) + j];
}

static gboolean
is_swap (const Table *table, gsize i, gsize j)
{
  return i > 1 && j > 1 && table->a[i - 1] == table->b[j - 2] && table->a[i - 2] == table->b[j - 1];
}

static guint16
distance (const Table *table, gsize i, gsize j)
{
  guint best;

  if (i == 0 || j == 0)
    return (guint16) (i + j);
  best = cell (table, i - 1, j - 1) + (table->a[i - 1] != table->b[j - 1]);
  best = MIN (best, MIN (cell (table, i - 1, j), cell (table, i, j - 1)) + 1u);
  if (is_swap (table, i, j))
    best = MIN (best, cell (table, i - 2, j - 2) + 1u);
  return (guint16) best;
}

static void
fill (Table *table)
{
  table->cells = g_new (guint16, (table->n_a + 1) * (table->n_b + 1));
  for (gsize i = 0; i <= table->n_a; i++) {
    for (gsize j = 0; j <= table->n_b; j++)
      table->cells[i * (table->n_b + 1) + j] = distance (table, i, j);
  }
}

/* Sets what is TRUE of every token until it was kept. */
static void
walk_back (const Table *table, gboolean *a_differs, gboolean *b_differs)
{
  gsize i = table->n_a;
  gsize j = table->n_b;

  while (i > 0 || j > 0) {
    guint here = cell (table, i, j);

    if (i > 0 && j > 0 && table->a[i - 1] == table->b[j - 1] &&
        here == cell (table, i - 1, j - 1)) {
      a_differs[--i] = FALSE;
      b_differs[--j] = FALSE;
    } else if (is_swap (table, i, j) && here == cell (table, i - 2, j - 2) + 1u) {
      i -= 2;
      j -= 2;
    } else if (i > 0 && j > 0 && here == cell (table, i - 1, j - 1) + 1u) {
      i--;
      j--;
    } else if (i > 0 && here == cell (table, i - 1, j) + 1u) {
      i--;
    } else {
      j--;
    }
  }
}

static gsize
common_start (const gunichar *a, gsize n_a, const gunichar *b, gsize n_b)
{
  gsize n = 0;

  while (n < n_a && n < n_b && a[n] == b[n])
    n++;
  return n;
}

static gsize
common_end (const gunichar *a, gsize n_a, const gunichar *b, gsize n_b)
{
  gsize n = 0;

  while (n < n_a && n < n_b && a[n_a - 1 - n] == b[n_b - 1 - n])
    n++;
  return n;
}

/* The spans of the tokens from number `first` on, of which `differs` tells. */
static GArray *
collect (const Tokens *tokens, gsize first, const gboolean *differs, gsize n)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DeskSpan));

  for (gsize i = 0; i < n; i++) {
    const DeskSpan *span = &tokens->spans[first + i];

    if (differs[i] && i > 0 && differs[i - 1])
      g_array_index (spans, DeskSpan, spans->len - 1).end = span->end;
    else if (differs[i])
      g_array_append_vals (spans, span, 1);
  }
  return spans;
}

/* A text without tokens has no codes to step over. */
static const gunichar *
codes_from (const Tokens *tokens, gsize start)
{
  return start > 0 ? tokens->codes + start : tokens->codes;
}

static gboolean *
all_different (gsize n)
{
  gboolean *differs = g_new (gboolean, n + 1);

  for (gsize i = 0; i <= n; i++)
    differs[i] = TRUE;
  return differs;
}

static void
compare (const Tokens *a, const Tokens *b, GArray **in_a, GArray **in_b)
{
  gsize start = common_start (a->codes, a->n, b->codes, b->n);
  gsize end = common_end (codes_from (a, start), a->n - start, codes_from (b, start), b->n - start);
  Table table = { codes_from (a, start), codes_from (b, start), a->n - start - end,
                  b->n - start - end, NULL };
  g_autofree gboolean *a_differs = all_different (table.n_a);
  g_autofree gboolean *b_differs = all_different (table.n_b);

  if (table.n_a <= MAX_TOKENS && table.n_b <= MAX_TOKENS) {
    fill (&table);
    walk_back (&table, a_differs, b_differs);
    g_free (table.cells);
  }
  *in_a = collect (a, start, a_differs, table.n_a);
  *in_b = collect (b, start, b_differs, table.n_b);
}

static void
tokens_clear (Tokens *tokens)
{
  g_free (tokens->codes);
  g_free (tokens->spans);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tokens, tokens_clear)

static Tokens
split_letters (const char *text)
{
  glong n;
  Tokens tokens = { .codes = g_utf8_to_ucs4_fast (text, -1, &n) };
  const char *at = text;

  tokens.n = (gsize) n;
  tokens.spans = g_new (DeskSpan, tokens.n);
  for (gsize i = 0; i < tokens.n; i++) {
    const char *next = g_utf8_next_char (at);

    tokens.spans[i] = (DeskSpan){ (gsize) (at - text), (gsize) (next - text) };
    at = next;
  }
  return tokens;
}

void
desk_difference_find (const char *a, const char *b, GArray **in_a, GArray **in_b)
{
  g_auto (Tokens) a_letters = split_letters (a);
  g_auto (Tokens) b_letters = split_letters (b);

  compare (&a_letters, &b_letters, in_a, in_b);
}
