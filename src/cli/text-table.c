/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/text-table.h"

#include "report/words.h"

/* Longer ones end in "…". */
#define WIDEST_CELL 36
#define GAP "  "

/* In columns of a terminal. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    const gunichar letter = g_utf8_get_char (text);

    if (!g_unichar_iszerowidth (letter))
      width += g_unichar_iswide (letter) ? 2 : 1;
  }
  return width;
}

/* What is left of `text` in so many columns. (transfer full) */
static char *
cut (const char *text, guint width)
{
  GString *beginning = g_string_new (NULL);

  for (; width_of (beginning->str) < width - 1; text = g_utf8_next_char (text))
    g_string_append_unichar (beginning, g_utf8_get_char (text));
  g_string_append (beginning, "…");
  return g_string_free (beginning, FALSE);
}

/* On one line, without what a terminal would obey, and not too long. (transfer full) */
char *
desk_text_fit (const char *text)
{
  g_autofree char *tame = desk_words_tame (text);

  g_strdelimit (tame, "\n\t", ' ');
  return width_of (tame) <= WIDEST_CELL ? g_steal_pointer (&tame) : cut (tame, WIDEST_CELL);
}

struct _DeskTextTable {
  guint n_columns;
  const gboolean *to_the_right; /* borrowed; NULL: none */
  GPtrArray *cells;             /* owned: of owned char, row by row */
};

DeskTextTable *
desk_text_table_new (guint n_columns, const gboolean *to_the_right)
{
  DeskTextTable *self = g_new0 (DeskTextTable, 1);

  self->n_columns = n_columns;
  self->to_the_right = to_the_right;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
desk_text_table_free (DeskTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
desk_text_table_take (DeskTextTable *self, char *cell)
{
  g_ptr_array_add (self->cells, cell);
}

static guint
column_width (const DeskTextTable *self, guint column)
{
  guint width = 0;

  for (guint n = column; n < self->cells->len; n += self->n_columns)
    width = MAX (width, width_of (self->cells->pdata[n]));
  return width;
}

static void
append_spaces (GString *text, guint n)
{
  while (n-- > 0)
    g_string_append_c (text, ' ');
}

static void
append_cell (GString *text, const char *cell, guint width, gboolean to_the_right, gboolean last)
{
  const guint spaces = width - width_of (cell);

  append_spaces (text, to_the_right ? spaces : 0);
  g_string_append (text, cell);
  append_spaces (text, to_the_right || last ? 0 : spaces);
  g_string_append (text, last ? "\n" : GAP);
}

static gboolean
is_to_the_right (const DeskTextTable *self, guint column)
{
  return self->to_the_right != NULL && self->to_the_right[column];
}

static void
trim_line (GString *text)
{
  while (text->len > 1 && text->str[text->len - 1] == '\n' && text->str[text->len - 2] == ' ')
    g_string_erase (text, (gssize) text->len - 2, 1);
}

void
desk_text_table_append_to (const DeskTextTable *self, GString *text)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    widths[column] = column_width (self, column);
  for (guint n = 0; n < self->cells->len; n++) {
    const guint column = n % self->n_columns;
    const gboolean last = column + 1 == self->n_columns;

    append_cell (text, self->cells->pdata[n], widths[column], is_to_the_right (self, column), last);
    if (last)
      trim_line (text);
  }
}
