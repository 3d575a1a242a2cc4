/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* How a place in a file is shown: the line, and where in it to point. */

G_BEGIN_DECLS

typedef struct {
  /* Owned: at most 72 columns around the place, "…" where it was cut, tabs as spaces, U+FFFD for what cannot be
   * seen or could upset the display. */
  char *text;
  guint caret; /* the column to point at, from 0; a character takes one or two */
} DeskQuote;

void desk_quote_clear (DeskQuote *quote);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskQuote, desk_quote_clear)

/* Quotes one text. It remembers its position, so asking in ascending order walks the text once. */
typedef struct _DeskQuoter DeskQuoter;

/* Holds a reference to `source`, which may hold any bytes. */
DeskQuoter *desk_quoter_new (GBytes *source);
void desk_quoter_free (DeskQuoter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuoter, desk_quoter_free)

/* Sets `quote` to line `line` and its character `column`, both from 1; a column beyond the end means the
 * end. FALSE if there is no such line. */
gboolean desk_quoter_quote (DeskQuoter *self, guint line, guint column, DeskQuote *quote);

G_END_DECLS
