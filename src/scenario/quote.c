/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/quote.h"

#include <string.h>

#include "matching/tame-text.h"

/* The file may be hostile: a line of 16 MiB, a thousand marks on one letter, bytes that are not text.
 * Nothing here looks further than some hundred bytes around the place, and the way to it is walked once,
 * however many places are asked for. */

enum {
  LONGEST = 72,   /* columns of a quote */
  BEFORE = 48,    /* a line is cut this many columns before the place */
  REACH = 600,    /* bytes looked at on either side */
  TAB = 4,        /* columns between tab stops */
  MOST_MARKS = 4, /* on a letter; more would cover what is around it */
};

struct _DeskQuoter {
  GBytes *source;
  const char *text; /* borrowed from `source`, after a byte order mark */
  gsize length;
  guint line; /* where the walk is: the line, its first byte, … */
  gsize line_start;
  guint column; /* and the character in it */
  gsize at;
};

void
desk_quote_clear (DeskQuote *quote)
{
  g_clear_pointer (&quote->text, g_free);
}

DeskQuoter *
desk_quoter_new (GBytes *source)
{
  DeskQuoter *self = g_new0 (DeskQuoter, 1);

  self->source = g_bytes_ref (source);
  self->text = g_bytes_get_data (source, &self->length);
  if (self->length >= 3 && memcmp (self->text, "\357\273\277", 3) == 0) {
    self->text += 3;
    self->length -= 3;
  }
  self->line = self->column = 1;
  return self;
}

void
desk_quoter_free (DeskQuoter *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->source);
  g_free (self);
}

static gboolean
is_break (char c)
{
  return c == '\n' || c == '\r';
}

/* The character at `at` and, as the result, its bytes; U+FFFD for a byte that is none. */
static gsize
decode (const DeskQuoter *self, gsize at, gunichar *letter)
{
  const char *start = self->text + at;

  *letter = g_utf8_get_char_validated (start, (gssize) MIN (self->length - at, 6));
  if (*letter == (gunichar) -1 || *letter == (gunichar) -2 || *letter == 0) {
    *letter = 0xfffd;
    return 1;
  }
  return (gsize) (g_utf8_next_char (start) - start);
}

/* Moves to the next line; FALSE if there is none. */
static gboolean
next_line (DeskQuoter *self)
{
  gsize at = self->at;

  while (at < self->length && !is_break (self->text[at]))
    at++;
  if (at == self->length)
    return FALSE;
  at += self->text[at] == '\r' && at + 1 < self->length && self->text[at + 1] == '\n' ? 2 : 1;
  self->line++;
  self->line_start = self->at = at;
  self->column = 1;
  return TRUE;
}

static gboolean
walk_to (DeskQuoter *self, guint line, guint column)
{
  gunichar letter;

  if (line < self->line) {
    self->line = 1;
    self->line_start = self->at = 0;
    self->column = 1;
  } else if (line == self->line && column < self->column) {
    self->at = self->line_start;
    self->column = 1;
  }
  while (self->line < line)
    if (!next_line (self))
      return FALSE;
  for (; self->column < column && self->at < self->length && !is_break (self->text[self->at]);
       self->column++)
    self->at += decode (self, self->at, &letter);
  return TRUE;
}

/* Characters that are invisible but reverse or join what is around them. */
static gboolean
is_invisible (gunichar letter)
{
  return desk_letter_is_wild (letter) || letter == 0x00ad || letter == 0x061c ||
         (letter >= 0x200b && letter <= 0x200f) || (letter >= 0x2028 && letter <= 0x2029) ||
         (letter >= 0x2060 && letter <= 0x206f) || letter == 0xfeff;
}

/* How many columns `letter` takes after `column` others. */
static guint
width_of (gunichar letter, guint column)
{
  if (letter == '\t')
    return TAB - column % TAB;
  if (is_invisible (letter))
    return 1;
  if (g_unichar_iszerowidth (letter))
    return 0;
  return g_unichar_iswide (letter) ? 2 : 1;
}

static void
append (GString *text, gunichar letter, guint width, guint *n_marks)
{
  *n_marks = width == 0 ? *n_marks + 1 : 0;
  if (letter == '\t')
    g_string_append_printf (text, "%*s", (int) width, "");
  else if (is_invisible (letter))
    g_string_append (text, "\357\277\275");
  else if (*n_marks <= MOST_MARKS)
    g_string_append_unichar (text, letter);
}

/* Where the shown part of the line begins: at its beginning, if what precedes the place is short enough or
 * the whole line fits. */
static gsize
window_start (const DeskQuoter *self, gsize end)
{
  gsize start = self->line_start, at;
  guint width = 0, before = 0;
  gunichar letter;

  if (self->at - start > REACH)
    start = self->at - REACH;
  while (start > self->line_start && start < self->at && (self->text[start] & 0xc0) == 0x80)
    start++;
  for (at = start; at < end; at += decode (self, at, &letter)) {
    if (at == self->at)
      before = width;
    decode (self, at, &letter);
    width += width_of (letter, width);
  }
  if (self->at >= end)
    before = width;
  if (start == self->line_start && (width <= LONGEST || before <= BEFORE))
    return start;
  for (; start < self->at && before > BEFORE; start += decode (self, start, &letter)) {
    decode (self, start, &letter);
    before -= MIN (before, MAX (width_of (letter, 0), 1));
  }
  return start;
}

/* The end of the line, or of what is looked at. */
static gsize
window_end (const DeskQuoter *self)
{
  gsize end = self->at;

  while (end < self->length && end < self->at + REACH && !is_break (self->text[end]))
    end++;
  return end;
}

gboolean
desk_quoter_quote (DeskQuoter *self, guint line, guint column, DeskQuote *quote)
{
  GString *text;
  guint width = 0, n_marks = 0;
  gunichar letter;
  gsize at, end;
  gboolean goes_on;

  if (line == 0 || !walk_to (self, line, column))
    return FALSE;
  end = window_end (self);
  goes_on = end < self->length && !is_break (self->text[end]);
  at = window_start (self, end);
  text = g_string_new (at > self->line_start ? "…" : "");
  width = at > self->line_start;
  quote->caret = width;
  while (at < end) {
    gsize bytes = decode (self, at, &letter);
    guint wide = width_of (letter, width);

    if (width + wide > LONGEST - 1 && (goes_on || at + bytes < end)) {
      g_string_append (text, "…");
      break;
    }
    if (at == self->at)
      quote->caret = width - (wide == 0 && width > 0);
    append (text, letter, wide, &n_marks);
    width += wide;
    at += bytes;
  }
  if (at == end && goes_on)
    g_string_append (text, "…");
  if (self->at >= end)
    quote->caret = width;
  quote->text = g_string_free (text, FALSE);
  g_strchomp (quote->text);
  return TRUE;
}
