/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Columns that stand under each other in a terminal, whatever letters are in them. */

G_BEGIN_DECLS

typedef struct _DeskTextTable DeskTextTable;

/* `to_the_right` (borrowed): of each column, whether its cells stand to the right; NULL: none. */
DeskTextTable *desk_text_table_new (guint n_columns, const gboolean *to_the_right);
void desk_text_table_free (DeskTextTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTextTable, desk_text_table_free)

/* Takes the next cell, row by row. */
void desk_text_table_take (DeskTextTable *self, char *cell);
void desk_text_table_append_to (const DeskTextTable *self, GString *text);

/* On one line, without what a terminal would obey, and not too long: what others wrote, as a cell.
 * (transfer full) */
char *desk_text_fit (const char *text);

G_END_DECLS
