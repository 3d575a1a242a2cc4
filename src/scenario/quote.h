/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A place in a file as it can be shown: the line, and where in it to point. */

G_BEGIN_DECLS

typedef struct {
  char *text; /* owned: of the line at most 72 columns around the place, "…" where it was cut, tabs
                * as spaces, what cannot be seen or could disturb the screen as U+FFFD */
  guint caret; /* the column to point at, from 0, of a screen whose letters are one or two wide */
} DeskQuote;

void desk_quote_clear (DeskQuote *quote);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskQuote, desk_quote_clear)

/* Quotes one text. It remembers where it was: to ask in rising order is to walk the text once. */
typedef struct _DeskQuoter DeskQuoter;

/* Holds a reference to `source`, which may hold any bytes. */
DeskQuoter *desk_quoter_new (GBytes *source);
void desk_quoter_free (DeskQuoter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuoter, desk_quoter_free)

/* Sets `quote` to line `line` with the place of its character `column`, both from 1; a column beyond
 * the end of the line is its end. FALSE where there is no such line. */
gboolean desk_quoter_quote (DeskQuoter *self, guint line, guint column, DeskQuote *quote);

G_END_DECLS
