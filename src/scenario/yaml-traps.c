/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-traps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A walk over the file that knows as much YAML as scenarios use: keys and values by indentation,
 * lists, quotation marks, braces and brackets, block texts. It looks for what authors write in
 * good faith and YAML reads as something else, or refuses in words that help nobody.
 *
 * Each trap is told once a text, at the character that springs it, and made harmless in a copy: a
 * plain "_" takes the place of that character. No byte moves, so libyaml's lines and columns are
 * those of the author's file, and the rest of the file is read as if the text had been quoted. */

typedef enum {
  TRAP_NONE,
  TRAP_HASH,
  TRAP_COLON,
  TRAP_TAB,
  TRAP_BEGINNING,
  TRAP_AFTER_QUOTE,
  TRAP_COMMA,
  TRAP_BRACKET,
  TRAP_ESCAPE,
  TRAP_OPEN_QUOTE,
  TRAP_OPEN_BRACKET,
  TRAP_NO_SPACE,
} Trap;

typedef struct {
  DeskYamlMended *mended;
  const char *source; /* as the author wrote it */
  char *text;         /* the copy, of the same length, that is mended; ends with NUL */
  gsize length;
  gsize at;               /* where the walk is */
  gboolean has_content;   /* something of the document came before */
  gboolean at_line_start; /* a block text was left there, not at the end of a line */
  DeskDiagnostics *diagnostics;

  gsize known_at; /* the last byte whose place was asked for */
  DeskYamlPlace known;
} Walk;

/* One text: where it begins, and the first trap in it. */
typedef struct {
  gsize start;
  Trap trap;
  gsize trap_at;
  gboolean cut_is_fault; /* a " #" in it is more likely a slip than a comment */
} Text;

static gboolean
is_break (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_space (char c)
{
  return is_blank (c) || is_break (c);
}

static gsize
skip_blanks (const Walk *walk, gsize at)
{
  while (is_blank (walk->text[at]))
    at++;
  return at;
}

static gsize
line_end (const Walk *walk, gsize at)
{
  while (!is_break (walk->text[at]))
    at++;
  return at;
}

/* From a line break to the line after it. */
static gsize
over_break (const Walk *walk, gsize at)
{
  if (walk->text[at] == '\r' && walk->text[at + 1] == '\n')
    return at + 2;
  return at < walk->length ? at + 1 : at;
}

static gboolean
begins_character (char c)
{
  return (c & 0xc0) != 0x80;
}

/* Whether the byte before `at` ends a line; in "\r\n" only the second does. */
static gboolean
after_break (const char *source, gsize at)
{
  return source[at - 1] == '\n' || (source[at - 1] == '\r' && source[at] != '\n');
}

/* Places are asked for in rising order but for steps back within a text, so walking there from the
 * last one keeps the whole linear. */
static DeskYamlPlace
find_place (Walk *walk, gsize at)
{
  DeskYamlPlace *known = &walk->known;
  gboolean other_line = FALSE;

  for (; walk->known_at > at; walk->known_at--) {
    if (after_break (walk->source, walk->known_at)) {
      known->line--;
      other_line = TRUE;
    }
    known->column -= begins_character (walk->source[walk->known_at - 1]);
  }
  if (other_line) {
    known->column = 1;
    for (gsize i = at; i > 0 && !after_break (walk->source, i); i--)
      known->column += begins_character (walk->source[i - 1]);
  }
  for (; walk->known_at < at; walk->known_at++) {
    known->column += begins_character (walk->source[walk->known_at]);
    if (after_break (walk->source, walk->known_at + 1)) {
      known->line++;
      known->column = 1;
    }
  }
  return *known;
}

static void
tell (Walk *walk, gsize at, const char *message)
{
  DeskYamlPlace place = find_place (walk, at);

  desk_diagnostics_add (walk->diagnostics, DESK_SEVERITY_ERROR, place.line, place.column, "%s",
                        message);
  g_array_append_val (walk->mended->lines, place.line);
}

/* What the author may write instead: the first line of the text in quotation marks. */
static char *
quoted (const Walk *walk, gsize start, gsize end)
{
  enum {
    LONGEST = 60
  };
  GString *text = g_string_new ("\"");
  guint letters = 0;

  gsize first_end = start;
  while (first_end < end && !is_break (walk->source[first_end]))
    first_end++;
  gboolean goes_on = end > first_end;
  end = first_end;
  while (end > start && is_blank (walk->source[end - 1]))
    end--;
  for (const char *at = walk->source + start; at < walk->source + end; at = g_utf8_next_char (at)) {
    if (++letters > LONGEST) {
      g_string_append (text, "…");
      break;
    }
    if (*at == '"' || *at == '\\')
      g_string_append_c (text, '\\');
    g_string_append_unichar (text, g_utf8_get_char (at));
  }
  if (goes_on)
    g_string_append (text, " …");
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

static char *
explain (const Walk *walk, const Text *text, gsize end)
{
  g_autofree char *hint = quoted (walk, text->start, end);
  char c = walk->source[text->trap_at];

  switch (text->trap) {
  case TRAP_HASH:
    return g_strdup_printf (
        _ ("what follows “#” is taken for a comment and lost; write in quotation marks: %s"), hint);
  case TRAP_COLON:
    return g_strdup_printf (
        _ ("a colon with a space after it breaks this text; write in quotation marks: %s"), hint);
  case TRAP_TAB: return g_strdup (_ ("there is a tab in this text; write a space instead"));
  case TRAP_BEGINNING:
    return g_strdup_printf (_ ("a text cannot begin with “%c”; write in quotation marks: %s"), c,
                            hint);
  case TRAP_AFTER_QUOTE:
    return g_strdup_printf (
        _ ("this text goes on after its closing quotation mark; write in quotation marks: %s"),
        hint);
  case TRAP_COMMA:
    return g_strdup_printf (
        _ ("inside braces, this comma ends the text; write in quotation marks: %s"), hint);
  case TRAP_BRACKET:
    return g_strdup_printf (
        _ ("inside braces, a text cannot hold “%c”; write in quotation marks: %s"), c, hint);
  case TRAP_ESCAPE:
    return g_strdup (
        _ ("in double quotation marks “\\” has a meaning of its own; write “\\\\” for the "
           "sign itself"));
  case TRAP_OPEN_QUOTE: return g_strdup (_ ("this quotation mark is never closed"));
  case TRAP_OPEN_BRACKET: return g_strdup_printf (_ ("this “%c” is never closed"), c);
  case TRAP_NO_SPACE: return g_strdup (_ ("a space is missing after this colon"));
  case TRAP_NONE: break;
  }
  g_return_val_if_reached (g_strdup (""));
}

/* Notes a trap; the first in a text is the one that is told. */
static void
spring (Walk *walk, Text *text, Trap trap, gsize at)
{
  if (text->trap != TRAP_NONE)
    return;
  DeskYamlPlace start = find_place (walk, text->start);
  g_array_append_val (walk->mended->places, start);
  text->trap = trap;
  text->trap_at = at;
}

static void
finish_text (Walk *walk, const Text *text, gsize end)
{
  if (text->trap == TRAP_NONE)
    return;
  g_autofree char *message = explain (walk, text, end);
  tell (walk, text->trap_at, message);
}

/* The keys whose values are prose, in which a "#" belongs to the text. */
static gboolean
is_prose (const Walk *walk, gsize start, gsize end)
{
  static const char *const keys[] = { "title",    "organisation", "name",    "given",
                                      "surname",  "department",   "label",   "text",
                                      "greeting", "briefing",     "message", NULL };

  for (const char *const *key = keys; *key != NULL; key++)
    if (strlen (*key) == end - start && memcmp (*key, walk->text + start, end - start) == 0)
      return TRUE;
  return FALSE;
}

/* Whether "key:" stands at `at`, as it does at the beginning of an entry; `end`: of the key. */
static gboolean
looks_like_key (const Walk *walk, gsize at, gsize *end)
{
  *end = at;
  while (g_ascii_islower (walk->text[*end]) || walk->text[*end] == '_')
    (*end)++;
  return *end > at && walk->text[*end] == ':' && is_space (walk->text[*end + 1]);
}

/* Whether the line at `at` begins an entry no further right than `indent`, or the file ends: then
 * what is still open above it was never closed. */
static gboolean
begins_entry (const Walk *walk, gsize at, int indent)
{
  gsize start = at, end;

  while (walk->text[at] == ' ')
    at++;
  if (at >= walk->length)
    return TRUE;
  if ((int) (at - start) > indent)
    return FALSE;
  if (walk->text[at] == '-' && walk->text[at + 1] == ' ')
    return TRUE;
  return looks_like_key (walk, at, &end);
}

/* Over empty lines to the next with something in it; where a break stands at `at`. */
static gsize
next_full_line (const Walk *walk, gsize at)
{
  gsize line = over_break (walk, at);

  while (line < walk->length && is_break (walk->text[skip_blanks (walk, line)])) {
    gsize end = skip_blanks (walk, line);
    if (end >= walk->length)
      return end;
    line = over_break (walk, end);
  }
  return line;
}

/* Quotation marks. `at` is the opening one; the result is the byte after the closing one, or 0
 * where none comes before the next entry. */
static gsize
over_quoted (Walk *walk, gsize at, int indent, Text *text)
{
  char mark = walk->text[at++];

  for (;; at++) {
    char c = walk->text[at];
    if (at >= walk->length)
      return 0;
    if (is_break (c)) {
      at = next_full_line (walk, at);
      if (begins_entry (walk, at, indent))
        return 0;
      at--;
    } else if (c == mark && mark == '\'' && walk->text[at + 1] == mark) {
      at++;
    } else if (c == mark) {
      return at + 1;
    } else if (c == '\\' && mark == '"') {
      if (is_break (walk->text[at + 1]))
        continue;
      if (strchr ("abtnvferxuUNLP_0 \"/\\\t", walk->text[at + 1]) != NULL) {
        at++;
        continue;
      }
      spring (walk, text, TRAP_ESCAPE, at);
      walk->text[at] = '_';
    }
  }
}

/* Makes one character of a plain text harmless where it would not be. TRUE where it ends the text
 * instead: a comment that is meant. */
static gboolean
mend_plain (Walk *walk, gsize at, Text *text)
{
  char *c = walk->text + at;

  if (*c == ':' && is_space (c[1])) {
    spring (walk, text, TRAP_COLON, at);
    *c = '_';
  } else if (*c == '#' && at > 0 && is_blank (c[-1])) {
    if (!text->cut_is_fault && text->trap == TRAP_NONE)
      return TRUE;
    spring (walk, text, TRAP_HASH, at);
    *c = '_';
  } else if (*c == '\t') {
    gsize next = skip_blanks (walk, at);
    if (!is_break (walk->text[next]) && walk->text[next] != '#')
      spring (walk, text, TRAP_TAB, at);
    memset (c, ' ', next - at);
  }
  return FALSE;
}

/* A line that goes on with a text, but looks like an entry of its own, stands too far right. */
static void
mend_stray_entry (Walk *walk, gsize at, gboolean *told)
{
  gsize end;

  if (walk->text[at] == '-' && walk->text[at + 1] == ' ')
    at = skip_blanks (walk, at + 1);
  if (!looks_like_key (walk, at, &end))
    return;
  if (!*told)
    tell (walk, at,
          _ ("this key stands further to the right than the one above it; give both the same "
             "indentation"));
  *told = TRUE;
  walk->mended->unsure = TRUE;
  walk->text[end] = '_';
}

/* The rest of a line of plain text; FALSE where a comment ends it. */
static gboolean
walk_plain_line (Walk *walk, Text *text)
{
  for (; !is_break (walk->text[walk->at]); walk->at++)
    if (mend_plain (walk, walk->at, text))
      return FALSE;
  return TRUE;
}

/* A plain text outside of braces, with the lines that it goes on over. */
static void
walk_plain (Walk *walk, int indent, Text *text)
{
  gboolean told = FALSE;
  while (walk_plain_line (walk, text)) {
    gsize line = next_full_line (walk, walk->at), start = line;
    while (walk->text[start] == ' ')
      start++;
    if ((int) (start - line) <= indent || start >= walk->length ||
        strchr ("#\t", walk->text[start]) != NULL)
      break;
    mend_stray_entry (walk, start, &told);
    walk->at = start;
  }
  walk->at = line_end (walk, walk->at);
  finish_text (walk, text, walk->at);
}

/* Takes away the meaning of what lies between, for a text that is plain after all. */
static void
flatten (Walk *walk, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (strchr ("[]{},\"'", walk->text[i]) != NULL)
      walk->text[i] = '_';
}

static gboolean
ends_flow_text (char c)
{
  return c == ',' || c == '}' || c == ']';
}

/* A bracket inside a plain text inside braces, with all that lies between it and its partner. */
static void
mend_bracket (Walk *walk, Text *text)
{
  enum {
    LONGEST = 200
  }; /* bytes in which the partner is looked for */
  const char *start = walk->text + walk->at;
  char partner = *start == '[' ? ']' : '}';
  const char *found = memchr (start, partner, MIN (LONGEST, walk->length - walk->at));

  spring (walk, text, TRAP_BRACKET, walk->at);
  flatten (walk, walk->at, found != NULL ? (gsize) (found - walk->text) + 1 : walk->at + 1);
}

/* A plain text inside braces or brackets, up to what ends it. FALSE where the next entry of the
 * file comes first. */
static gboolean
walk_flow_plain (Walk *walk, int indent, Text *text)
{
  for (;; walk->at++) {
    char c = walk->text[walk->at];
    if (ends_flow_text (c) || walk->at >= walk->length) {
      return walk->at < walk->length;
    } else if (is_break (c)) {
      gsize line = next_full_line (walk, walk->at);
      if (begins_entry (walk, line, indent))
        return FALSE;
      walk->at = skip_blanks (walk, line) - 1;
    } else if (c == '[' || c == '{') {
      mend_bracket (walk, text);
    } else if (c == ':' && strchr (",[]{}?", walk->text[walk->at + 1]) != NULL) {
      spring (walk, text, TRAP_COLON, walk->at);
      walk->text[walk->at] = '_';
    } else if (mend_plain (walk, walk->at, text)) {
      walk->at = line_end (walk, walk->at) - 1;
    }
  }
}

/* Over blanks, breaks and comments inside braces. FALSE where the next entry comes first. */
static gboolean
skip_flow_space (Walk *walk, int indent)
{
  for (;;) {
    walk->at = skip_blanks (walk, walk->at);
    char c = walk->text[walk->at];
    if (c == '#' && is_space (walk->text[walk->at - 1]))
      walk->at = line_end (walk, walk->at);
    else if (!is_break (c))
      return TRUE;
    if (walk->at >= walk->length)
      return FALSE;
    walk->at = next_full_line (walk, walk->at);
    if (begins_entry (walk, walk->at, indent))
      return FALSE;
  }
}

/* Whether a text that begins at `at` is taken for something else. */
static gboolean
is_bad_beginning (const Walk *walk, gsize at)
{
  char c = walk->text[at];

  return strchr ("@%*&!|>`]},", c) != NULL ||
         (strchr ("-?:", c) != NULL && is_space (walk->text[at + 1]));
}

static gboolean walk_flow (Walk *walk, int indent, guint depth, gboolean prose);

/* After a quoted text or a bracketed group in braces that should have been the whole value. */
static gboolean
stands_alone (const Walk *walk, gsize at)
{
  gsize next = skip_blanks (walk, at);

  return ends_flow_text (walk->text[next]) || is_break (walk->text[next]) ||
         (walk->text[next] == '#' && next > at);
}

/* A text or group turned out to be but the beginning of a plain text. */
static gboolean
walk_flow_mended (Walk *walk, int indent, Text *text, gsize end)
{
  flatten (walk, text->start, end);
  walk->at = text->start;
  return walk_flow_plain (walk, indent, text);
}

static gboolean
walk_flow_quoted (Walk *walk, int indent, Text *text)
{
  gsize end = over_quoted (walk, walk->at, indent, text);

  if (end == 0) {
    spring (walk, text, TRAP_OPEN_QUOTE, text->start);
    return walk_flow_mended (walk, indent, text, text->start + 1);
  }
  walk->at = end;
  if (stands_alone (walk, end))
    return TRUE;
  spring (walk, text, TRAP_AFTER_QUOTE, skip_blanks (walk, end));
  return walk_flow_mended (walk, indent, text, end);
}

/* One value inside braces or brackets. */
static gboolean
walk_flow_value (Walk *walk, int indent, guint depth, Text *text)
{
  char c = walk->text[walk->at];
  gboolean closed;

  if (c == '"' || c == '\'') {
    closed = walk_flow_quoted (walk, indent, text);
  } else if (c == '[' || c == '{') {
    if (!walk_flow (walk, indent, depth + 1, text->cut_is_fault))
      return FALSE;
    if (stands_alone (walk, walk->at))
      return TRUE;
    spring (walk, text, TRAP_BEGINNING, text->start);
    closed = walk_flow_mended (walk, indent, text, walk->at);
  } else {
    if (!ends_flow_text (c) && is_bad_beginning (walk, walk->at)) {
      spring (walk, text, TRAP_BEGINNING, walk->at);
      walk->text[walk->at] = '_';
    }
    closed = walk_flow_plain (walk, indent, text);
  }
  return closed;
}

/* The end of a key in braces: its colon, or what stands there instead of one. */
static gsize
flow_key_end (Walk *walk, gsize at, int indent)
{
  Text key = { .start = at };

  if (walk->text[at] == '"' || walk->text[at] == '\'') {
    gsize end = over_quoted (walk, at, indent, &key);
    return end != 0 ? skip_blanks (walk, end) : line_end (walk, at);
  }
  while (!ends_flow_text (walk->text[at]) && !is_break (walk->text[at]) &&
         !(walk->text[at] == ':' && strchr (" \t\r\n,[]{}", walk->text[at + 1]) != NULL))
    at++;
  return at;
}

/* Whether the entry of a map in braces from `start` on is rather the rest of a text before it that
 * held a comma: it has no colon, or words before it. */
static gboolean
is_rest_of_text (const Walk *walk, gsize start, gsize end)
{
  if (walk->text[end] != ':')
    return TRUE;
  for (gsize i = start; i < end; i++)
    if (is_blank (walk->text[i]))
      return TRUE;
  return FALSE;
}

/* The value `text` of a pair and, where a comma split it, the pieces behind. */
static gboolean
walk_pair_value (Walk *walk, int indent, guint depth, Text *text)
{
  char first = walk->text[text->start];
  gboolean plain = strchr ("\"'[{", first) == NULL || text->trap != TRAP_NONE;

  if (!walk_flow_value (walk, indent, depth, text))
    return FALSE;
  plain = plain || text->trap != TRAP_NONE;
  while (plain && walk->text[walk->at] == ',') {
    gsize comma = walk->at, piece = skip_blanks (walk, comma + 1);
    if (ends_flow_text (walk->text[piece]) || is_break (walk->text[piece]) ||
        walk->text[piece] == '#' ||
        !is_rest_of_text (walk, piece, flow_key_end (walk, piece, indent)))
      break;
    spring (walk, text, TRAP_COMMA, comma);
    walk->text[comma] = '_';
    if (!walk_flow_plain (walk, indent, text))
      return FALSE;
  }
  return TRUE;
}

/* "key: value" in braces. */
static gboolean
walk_pair (Walk *walk, int indent, guint depth)
{
  gsize start = walk->at, end = flow_key_end (walk, start, indent);
  Text text = { .cut_is_fault = is_prose (walk, start, end) };

  walk->at = end;
  if (walk->text[end] != ':') {
    const char *colon = memchr (walk->text + start, ':', end - start);
    if (colon != NULL) {
      text.start = start;
      spring (walk, &text, TRAP_NO_SPACE, (gsize) (colon - walk->text));
      finish_text (walk, &text, end);
      walk->mended->unsure = TRUE;
    }
    return !is_break (walk->text[end]) || skip_flow_space (walk, indent);
  }
  walk->at++;
  if (!skip_flow_space (walk, indent))
    return FALSE;
  if (ends_flow_text (walk->text[walk->at]))
    return TRUE;
  text.start = walk->at;
  gboolean closed = walk_pair_value (walk, indent, depth, &text);
  finish_text (walk, &text, walk->at);
  return closed;
}

/* A group in braces or brackets; `at` is the opening one. FALSE where it is never closed. */
static gboolean
walk_flow (Walk *walk, int indent, guint depth, gboolean prose)
{
  gboolean is_map = walk->text[walk->at] == '{';
  char closing = is_map ? '}' : ']';

  if (depth > DESK_YAML_MAX_DEPTH) {
    if (!walk->mended->hopeless)
      tell (walk, walk->at, _ ("this is nested more deeply than any part of a scenario can be"));
    walk->mended->hopeless = TRUE;
    return FALSE;
  }
  walk->at++;
  while (!walk->mended->hopeless && skip_flow_space (walk, indent)) {
    char c = walk->text[walk->at];
    if (c == closing) {
      walk->at++;
      return TRUE;
    }
    if (c == ',') {
      walk->at++;
    } else if (ends_flow_text (c)) {
      return FALSE;
    } else if (is_map) {
      if (!walk_pair (walk, indent, depth))
        return FALSE;
    } else {
      Text item = { .start = walk->at, .cut_is_fault = prose };
      gboolean closed = walk_flow_value (walk, indent, depth, &item);
      finish_text (walk, &item, walk->at);
      if (!closed)
        return FALSE;
    }
  }
  return FALSE;
}

/* From here on, the rest of a text is read as plain, telling nothing more than has been found. */
static void
walk_mended (Walk *walk, int indent, Text *text, gsize end)
{
  flatten (walk, text->start, end);
  walk->at = text->start;
  walk_plain (walk, indent, text);
}

static gboolean
ends_line (const Walk *walk, gsize at)
{
  gsize next = skip_blanks (walk, at);

  return is_break (walk->text[next]) || (walk->text[next] == '#' && next > at);
}

static void
walk_quoted (Walk *walk, int indent, Text *text)
{
  gsize end = over_quoted (walk, walk->at, indent, text);

  if (end == 0) {
    spring (walk, text, TRAP_OPEN_QUOTE, text->start);
    walk_mended (walk, indent, text, text->start + 1);
  } else if (ends_line (walk, end)) {
    walk->at = line_end (walk, end);
    finish_text (walk, text, end);
  } else {
    spring (walk, text, TRAP_AFTER_QUOTE, skip_blanks (walk, end));
    walk_mended (walk, indent, text, end);
  }
}

static void
walk_group (Walk *walk, int indent, Text *text)
{
  gboolean closed = walk_flow (walk, indent, 1, text->cut_is_fault);

  if (walk->mended->hopeless) {
    walk->at = walk->length;
  } else if (!closed) {
    spring (walk, text, TRAP_OPEN_BRACKET, text->start);
    walk->mended->unsure = TRUE;
    walk_mended (walk, indent, text, line_end (walk, text->start));
  } else if (ends_line (walk, walk->at)) {
    walk->at = line_end (walk, walk->at);
  } else {
    spring (walk, text, TRAP_BEGINNING, text->start);
    walk_mended (walk, indent, text, walk->at);
  }
}

/* Whether "|" or ">" at `at` opens a block text, with nothing else on its line. */
static gboolean
opens_block (const Walk *walk, gsize at)
{
  at++;
  while (walk->text[at] != '\0' && strchr ("+-123456789", walk->text[at]) != NULL)
    at++;
  return ends_line (walk, at);
}

/* A block text: every line further in than the key it belongs to. */
static void
walk_block (Walk *walk, int indent)
{
  gsize line = next_full_line (walk, line_end (walk, walk->at));
  gsize start = line;

  for (;;) {
    while (walk->text[start] == ' ')
      start++;
    if (start >= walk->length || (int) (start - line) <= indent)
      break;
    line = start = next_full_line (walk, line_end (walk, start));
  }
  /* The caller steps over the break that ends the block. */
  walk->at = line;
  walk->at_line_start = TRUE;
}

/* "&name" or "!tag" with the value on the lines below. */
static gboolean
is_bare_property (const Walk *walk, gsize at)
{
  if (walk->text[at] != '&' && walk->text[at] != '!')
    return FALSE;
  while (!is_space (walk->text[at]))
    at++;
  return ends_line (walk, at);
}

/* The value of a key, or an item of a list, that begins at `at`; `indent` is that of the key. */
static void
walk_value (Walk *walk, int indent, gboolean prose)
{
  Text text = { .start = walk->at, .cut_is_fault = prose };
  char c = walk->text[walk->at];

  if (c == '#' && !(prose && !is_space (walk->text[walk->at + 1]))) {
    walk->at = line_end (walk, walk->at);
  } else if (is_break (c)) {
    return;
  } else if (c == '"' || c == '\'') {
    walk_quoted (walk, indent, &text);
  } else if (c == '{' || c == '[') {
    walk_group (walk, indent, &text);
  } else if ((c == '|' || c == '>') && opens_block (walk, walk->at)) {
    walk_block (walk, indent);
  } else if (is_bare_property (walk, walk->at)) {
    tell (walk, walk->at, _ ("anchors and tags are not used in scenarios; remove this word"));
    for (; !is_space (walk->text[walk->at]); walk->at++)
      walk->text[walk->at] = ' ';
  } else {
    if (is_bad_beginning (walk, walk->at)) {
      spring (walk, &text, TRAP_BEGINNING, walk->at);
      walk->text[walk->at] = '_';
    }
    walk_plain (walk, indent, &text);
  }
}

/* The colon that ends the key of an entry at `at`, or 0 where it has none. */
static gsize
entry_colon (Walk *walk, gsize at, int indent)
{
  Text key = { .start = at };

  if (walk->text[at] == '"' || walk->text[at] == '\'') {
    gsize end = over_quoted (walk, at, indent, &key);
    at = end != 0 ? skip_blanks (walk, end) : at;
    return end != 0 && walk->text[at] == ':' && is_space (walk->text[at + 1]) ? at : 0;
  }
  if (strchr ("{[|>#", walk->text[at]) != NULL)
    return 0;
  for (; !is_break (walk->text[at]); at++) {
    if (walk->text[at] == ':' && is_space (walk->text[at + 1]))
      return at;
    if (walk->text[at] == '#' && is_blank (walk->text[at - 1]))
      return 0;
  }
  return 0;
}

/* A line that should have been "key: value" becomes a comment. */
static void
give_up_line (Walk *walk, const char *message, gsize at)
{
  tell (walk, at, message);
  walk->mended->unsure = TRUE;
  walk->text[walk->at] = '#';
  walk->at = line_end (walk, walk->at);
}

static void
walk_line_without_key (Walk *walk, int indent)
{
  gsize start = walk->at, end = line_end (walk, start);
  const char *colon = memchr (walk->text + start, ':', end - start);

  if (strchr ("{[|>\"'", walk->text[start]) != NULL)
    walk_value (walk, indent, FALSE);
  else if (colon != NULL && colon > walk->text + start)
    give_up_line (walk, _ ("a space is missing after this colon"), (gsize) (colon - walk->text));
  else
    give_up_line (walk, _ ("this line is neither “key: value” nor part of the text above it"),
                  start);
}

/* An entry of a block map, or an item of a list, that begins at `at`. */
static void
walk_entry (Walk *walk, int indent, gboolean is_item)
{
  gsize colon = entry_colon (walk, walk->at, indent);

  if (colon != 0) {
    gboolean prose = is_prose (walk, walk->at, colon);
    if (strchr ("@%*&!`", walk->text[walk->at]) != NULL) {
      Text key = { .start = walk->at };
      spring (walk, &key, TRAP_BEGINNING, walk->at);
      finish_text (walk, &key, colon);
      walk->text[walk->at] = '_';
    }
    walk->at = skip_blanks (walk, colon + 1);
    walk_value (walk, indent, prose);
  } else if (is_item) {
    /* An item's text may go on over lines further in than its dash. */
    walk_value (walk, indent - 1, FALSE);
  } else {
    walk_line_without_key (walk, indent);
  }
}

/* Indentation is of spaces. A line that is indented with tabs has no certain place and becomes a
 * comment (TRUE); a tab between a dash and its item does no harm as a space. */
static gboolean
mend_indentation (Walk *walk, gsize line, gsize start)
{
  char *tab = memchr (walk->text + line, '\t', start - line);

  if (tab == NULL)
    return FALSE;
  tell (walk, (gsize) (tab - walk->text),
        _ ("there is a tab in the indentation; indent with spaces alone"));
  walk->mended->unsure = TRUE;
  for (gsize i = line; i < start; i++)
    walk->text[i] = ' ';
  if (line != 0 && !is_break (walk->text[line - 1]))
    return FALSE;
  walk->text[line] = '#';
  return TRUE;
}

static gboolean
is_document_mark (const Walk *walk, gsize at)
{
  return (strncmp (walk->text + at, "---", 3) == 0 || strncmp (walk->text + at, "...", 3) == 0) &&
         is_space (walk->text[at + 3]);
}

/* One may open the file; a later one would end the scenario there. */
static void
walk_document_mark (Walk *walk)
{
  if (walk->has_content) {
    tell (walk, walk->at, _ ("this ends the document, and a scenario is one; remove the line"));
    walk->text[walk->at] = '#';
  }
  walk->at = line_end (walk, walk->at);
}

static void
walk_line (Walk *walk)
{
  gsize line = walk->at, start = skip_blanks (walk, line);
  gboolean is_item = FALSE;

  walk->at = start;
  if (is_break (walk->text[start]) || walk->text[start] == '#' ||
      (start == line && walk->text[start] == '%')) {
    walk->at = line_end (walk, start);
    return;
  }
  if (start == line && is_document_mark (walk, start)) {
    walk_document_mark (walk);
    return;
  }
  walk->has_content = TRUE;
  gboolean dropped = mend_indentation (walk, line, start);
  while (walk->text[walk->at] == '-' && is_space (walk->text[walk->at + 1])) {
    gsize next = skip_blanks (walk, walk->at + 1);
    mend_indentation (walk, walk->at + 1, next);
    walk->at = next;
    is_item = TRUE;
  }
  if (is_break (walk->text[walk->at]) || walk->text[walk->at] == '#')
    walk->at = line_end (walk, walk->at);
  else
    walk_entry (walk, dropped ? G_MAXINT : (int) (walk->at - line), is_item);
}

/* Signs that libyaml refuses or takes for the end of a line where no editor does. */
static void
mend_characters (Walk *walk)
{
  for (const char *at = walk->source; at < walk->source + walk->length;
       at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    gsize offset = (gsize) (at - walk->source);
    if (c >= 0x20 && c < 0x7f)
      continue;
    if (c == 0x85)
      memcpy (walk->text + offset, "\302\240", 2);
    else if (c == 0x2028 || c == 0x2029)
      memcpy (walk->text + offset, "\342\200\202", 3);
    else if ((c < 0x20 && strchr ("\t\n\r", (int) c) == NULL) || (c >= 0x7f && c < 0xa0) ||
             c == 0xfeff || c == 0xfffe || c == 0xffff) {
      tell (walk, offset, _ ("there is an invisible control character here; remove it"));
      memcpy (walk->text + offset,
              c < 0x80    ? "_"
              : c < 0x800 ? "\302\240"
                          : "\357\277\275",
              c < 0x80    ? 1
              : c < 0x800 ? 2
                          : 3);
    }
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const DeskYamlPlace *left = a, *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

void
desk_yaml_mended_init (DeskYamlMended *self,
                       const char *source,
                       gsize length,
                       DeskDiagnostics *diagnostics)
{
  *self = (DeskYamlMended){
    .text = g_strndup (source, length),
    .length = length,
    .places = g_array_new (FALSE, FALSE, sizeof (DeskYamlPlace)),
    .lines = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  Walk walk = {
    .mended = self,
    .source = source,
    .text = self->text,
    .length = length,
    .diagnostics = diagnostics,
    .known = { 1, 1 },
  };

  mend_characters (&walk);
  while (walk.at < walk.length) {
    walk.at_line_start = FALSE;
    walk_line (&walk);
    if (!walk.at_line_start)
      walk.at = over_break (&walk, line_end (&walk, walk.at));
  }
  g_array_sort (self->places, compare_places);
  g_array_sort (self->lines, compare_lines);
}

void
desk_yaml_mended_clear (DeskYamlMended *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
}

gboolean
desk_yaml_mended_covers (const DeskYamlMended *self, guint line, guint column)
{
  DeskYamlPlace place = { line, column };

  return g_array_binary_search (self->places, &place, compare_places, NULL);
}

void
desk_yaml_mended_add_line (DeskYamlMended *self, guint line)
{
  g_array_append_val (self->lines, line);
  g_array_sort (self->lines, compare_lines);
}

gboolean
desk_yaml_mended_has_line (const DeskYamlMended *self, guint line)
{
  return g_array_binary_search (self->lines, &line, compare_lines, NULL);
}
