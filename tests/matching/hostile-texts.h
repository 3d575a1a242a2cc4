/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* What long slips may be made of, for tests and benchmarks of what they cost. */

G_BEGIN_DECLS

/* `unit` is written again and again; a text without a space is one word. */
static const struct {
  const char *what;
  const char *unit;
} hostile_texts[] = {
  { "words", "Hej, vill ha besked om leveransen. " },
  { "one word", "abcdefghij" },
  { "digits", "4417" },
  { "digits with hyphens", "44-17-" },
  { "digits with spaces", "44 17 " },
  { "digits with points", "1.234." },
  { "times", "14.30 " },
  { "time words", "kvart i halv fem över " },
  { "number words", "fyrtiofyra sjutton " },
  { "one number word", "fyrtiofyra" },
  { "negations", "inte utan ej aldrig " },
  { "utan", "utan " },
  { "until", "inte betald förrän " },
  { "key phrase", "ny offert inte betald " },
  { "half a key phrase", "ny ny ny " },
  { "abbreviations", "a.b." },
  { "clauses", "a,b;" },
  { "Arabic", "مرحبا الفاتورة ٤٤١٧ " },
  { "Arabic without spaces", "مرحبا" },
  { "emoji", "😀👍🏽" },
  { "joined emoji", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" },
  { "marks on letters", "\x65\xcc\x81\xcc\x82\xcc\x88\x61\xcc\x8a\xcc\xa5" },
  { "marks alone", "\xcc\x80\xcc\x82\xcc\x88" },
  { "marks out of order", "\xcc\x80\xcc\x96" },
  { "decomposed Greek", "\xce\xb1\xcc\x81" },
  { "decomposed Hangul", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8" },
  { "direction overrides", "\xe2\x80\xae\x34\x34\xe2\x80\xac" },
  { "broken UTF-8", "\xff\xc3" },
};

/* `unit` again and again, up to `size` bytes or a little more. (transfer full) */
static inline char *
hostile_text_new (const char *unit, gsize size)
{
  GString *text = g_string_sized_new (size + 64);

  while (text->len < size)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

G_END_DECLS
