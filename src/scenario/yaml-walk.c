/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-walk.h"

#include "scenario/yaml-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* Places are asked for in ascending order, apart from steps back within a text, so continuing from the last
 * one keeps the whole linear. */
static DeskYamlPlace
find_place (DeskYamlWalk *walk, gsize at)
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

void
desk_yaml_walk_tell (DeskYamlWalk *walk, gsize at, const char *message)
{
  DeskYamlPlace place = find_place (walk, at);

  desk_diagnostics_add (walk->diagnostics, DESK_SEVERITY_ERROR, place.line, place.column, "%s",
                        message);
  g_array_append_val (walk->mended->lines, place.line);
}

/* The first line of the range, at most sixty characters and without trailing blanks. `goes_on`: whether
 * there is more. (transfer full) */
static char *
first_line (const DeskYamlWalk *walk, gsize start, gsize end, gboolean *goes_on)
{
  enum {
    LONGEST = 60
  };
  gsize first_end = start, letters = 0;

  while (first_end < end && !desk_yaml_is_break (walk->source[first_end]))
    first_end++;
  *goes_on = end > first_end;
  end = first_end;
  while (end > start && desk_yaml_is_blank (walk->source[end - 1]))
    end--;
  for (gsize at = start; at < end; at++)
    if (begins_character (walk->source[at]) && ++letters > LONGEST) {
      end = at;
      *goes_on = TRUE;
      break;
    }
  return g_strchomp (g_strndup (walk->source + start, end - start));
}

/* (transfer full) */
static char *
and_more (char *text, gboolean goes_on)
{
  char *all = goes_on ? g_strconcat (text, " …", NULL) : g_strdup (text);

  g_free (text);
  return all;
}

/* What to write instead: the first line of the text in quotation marks. */
static char *
quoted (const DeskYamlWalk *walk, gsize start, gsize end)
{
  gboolean goes_on;
  g_autofree char *whole = first_line (walk, start, end, &goes_on);

  whole = and_more (whole, goes_on);

  return desk_yaml_quote (whole);
}

/* The same with `instead` in place of the range from `at` to `rest`. */
static char *
replaced (
    const DeskYamlWalk *walk, gsize start, gsize at, gsize rest, gsize end, const char *instead)
{
  gboolean first_goes_on, goes_on;
  g_autofree char *first = first_line (walk, start, at, &first_goes_on);
  g_autofree char *second = first_line (walk, rest, end, &goes_on);

  return g_strconcat (first, instead, second, goes_on ? " …" : NULL, NULL);
}

char *
desk_yaml_walk_with_space (const DeskYamlWalk *walk, gsize start, gsize at, gsize rest, gsize end)
{
  return replaced (walk, start, at, rest, end, " ");
}

/* The text with its tabs as spaces. */
static char *
without_tabs (const DeskYamlWalk *walk, gsize start, gsize end)
{
  gboolean goes_on;
  char *line = first_line (walk, start, end, &goes_on);

  g_strdelimit (line, "\t", ' ');
  return and_more (line, goes_on);
}

static const char escapes[] = "abtnvferxuUNLP_0 \"/\\\t";

/* The text, which is in double quotation marks, with each lone backslash doubled. */
static char *
with_escapes (const DeskYamlWalk *walk, gsize start, gsize end)
{
  gboolean goes_on;
  g_autofree char *line = first_line (walk, start, end, &goes_on);
  GString *text = g_string_new (NULL);

  for (const char *at = line; *at != '\0'; at++) {
    g_string_append_c (text, *at);
    if (*at != '\\')
      continue;
    if (at[1] != '\0' && strchr (escapes, at[1]) != NULL)
      g_string_append_c (text, *++at);
    else
      g_string_append_c (text, '\\');
  }
  return and_more (g_string_free (text, FALSE), goes_on);
}

/* The rest of the line with the quotation mark that it lacks, without the brackets that were opened before
 * it on the line. */
static char *
closed (const DeskYamlWalk *walk, gsize start)
{
  gboolean goes_on, in_brackets = FALSE;
  gsize line = start, end = desk_yaml_line_end (walk, start);

  while (line > 0 && !desk_yaml_is_break (walk->source[line - 1])) {
    line--;
    in_brackets |= strchr ("{[", walk->source[line]) != NULL;
  }
  g_autofree char *text = first_line (walk, start, end, &goes_on);
  gsize length = strlen (text);
  while (in_brackets && length > 1 && strchr ("}] ", text[length - 1]) != NULL)
    text[--length] = '\0';
  g_strchomp (text);
  if (goes_on || strlen (text) < 2)
    return NULL;
  return g_strdup_printf ("%s%c", text, *text);
}

/* For the traps that are not mended by quoting the text. */
static char *
explain_otherwise (const DeskYamlWalk *walk, const DeskYamlText *text, gsize end)
{
  g_autofree char *fix = NULL;
  char c = walk->source[text->trap_at];

  if (text->trap == DESK_YAML_TRAP_TAB) {
    fix = without_tabs (walk, text->start, end);
    return g_strdup_printf (_ ("there is a tab in this text; use spaces: %s"), fix);
  }
  if (text->trap == DESK_YAML_TRAP_ESCAPE) {
    fix = with_escapes (walk, text->start, end);
    return g_strdup_printf (
        _ ("in double quotation marks “\\” has a meaning of its own; write “\\\\” "
           "for the sign itself: %s"),
        fix);
  }
  if (text->trap == DESK_YAML_TRAP_OPEN_QUOTE) {
    fix = closed (walk, text->start);
    return fix != NULL
               ? g_strdup_printf (_ ("this quotation mark is never closed; write: %s"), fix)
               : g_strdup (_ ("this quotation mark is never closed; write another one where the "
                              "text ends"));
  }
  if (text->trap == DESK_YAML_TRAP_OPEN_BRACKET)
    return g_strdup_printf (
        _ ("this “%c” is never closed; write “%c” where it ends, or put the text "
           "in quotation marks"),
        c, c == '[' ? ']' : '}');
  fix = replaced (walk, text->start, text->trap_at + 1, text->trap_at + 1, end, " ");
  return g_strdup_printf (_ ("a space is missing after this colon; write: %s"), fix);
}

static char *
explain (const DeskYamlWalk *walk, const DeskYamlText *text, gsize end)
{
  g_autofree char *hint = quoted (walk, text->start, end);
  char c = walk->source[text->trap_at];

  switch (text->trap) {
  case DESK_YAML_TRAP_HASH:
    return g_strdup_printf (
        _ ("what follows “#” is taken for a comment and lost; write in quotation marks: %s"), hint);
  case DESK_YAML_TRAP_COLON:
    return g_strdup_printf (
        _ ("a colon with a space after it breaks this text; write in quotation marks: %s"), hint);
  case DESK_YAML_TRAP_BEGINNING:
    return g_strdup_printf (_ ("a text cannot begin with “%c”; write in quotation marks: %s"), c,
                            hint);
  case DESK_YAML_TRAP_AFTER_QUOTE:
    return g_strdup_printf (
        _ ("this text goes on after its closing quotation mark; write in quotation marks: %s"),
        hint);
  case DESK_YAML_TRAP_COMMA:
    return g_strdup_printf (
        _ ("inside braces, this comma ends the text; write in quotation marks: %s"), hint);
  case DESK_YAML_TRAP_BRACKET:
    return g_strdup_printf (
        _ ("inside braces, a text cannot hold “%c”; write in quotation marks: %s"), c, hint);
  case DESK_YAML_TRAP_TAB:
  case DESK_YAML_TRAP_ESCAPE:
  case DESK_YAML_TRAP_OPEN_QUOTE:
  case DESK_YAML_TRAP_OPEN_BRACKET:
  case DESK_YAML_TRAP_NO_SPACE: return explain_otherwise (walk, text, end);
  case DESK_YAML_TRAP_NONE: break;
  }
  g_return_val_if_reached (g_strdup (""));
}

void
desk_yaml_walk_cover (DeskYamlWalk *walk, gsize at)
{
  DeskYamlPlace place = find_place (walk, at);

  g_array_append_val (walk->mended->places, place);
}

void
desk_yaml_text_spring (DeskYamlWalk *walk, DeskYamlText *text, DeskYamlTrap trap, gsize at)
{
  if (text->trap != DESK_YAML_TRAP_NONE)
    return;
  desk_yaml_walk_cover (walk, text->start);
  text->trap = trap;
  text->trap_at = at;
}

void
desk_yaml_text_finish (DeskYamlWalk *walk, const DeskYamlText *text, gsize end)
{
  if (text->trap == DESK_YAML_TRAP_NONE)
    return;
  g_autofree char *message = explain (walk, text, end);
  desk_yaml_walk_tell (walk, text->trap_at, message);
}

gboolean
desk_yaml_is_prose (const DeskYamlWalk *walk, gsize start, gsize end)
{
  static const char *const keys[] = { "title",    "organisation", "name",    "given",
                                      "surname",  "department",   "label",   "text",
                                      "greeting", "briefing",     "message", NULL };

  for (const char *const *key = keys; *key != NULL; key++)
    if (strlen (*key) == end - start && memcmp (*key, walk->text + start, end - start) == 0)
      return TRUE;
  return FALSE;
}

gboolean
desk_yaml_looks_like_key (const DeskYamlWalk *walk, gsize at, gsize *end)
{
  *end = at;
  while (g_ascii_islower (walk->text[*end]) || walk->text[*end] == '_')
    (*end)++;
  return *end > at && walk->text[*end] == ':' && desk_yaml_is_space (walk->text[*end + 1]);
}

gboolean
desk_yaml_begins_entry (const DeskYamlWalk *walk, gsize at, int indent)
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
  return desk_yaml_looks_like_key (walk, at, &end);
}

gsize
desk_yaml_next_full_line (const DeskYamlWalk *walk, gsize at)
{
  gsize line = desk_yaml_over_break (walk, at);

  while (line < walk->length &&
         desk_yaml_is_break (walk->text[desk_yaml_skip_blanks (walk, line)])) {
    gsize end = desk_yaml_skip_blanks (walk, line);
    if (end >= walk->length)
      return end;
    line = desk_yaml_over_break (walk, end);
  }
  return line;
}

gsize
desk_yaml_over_quoted (DeskYamlWalk *walk, gsize at, int indent, DeskYamlText *text)
{
  char mark = walk->text[at++];

  for (;; at++) {
    char c = walk->text[at];
    if (at >= walk->length)
      return 0;
    if (desk_yaml_is_break (c)) {
      at = desk_yaml_next_full_line (walk, at);
      if (desk_yaml_begins_entry (walk, at, indent))
        return 0;
      at--;
    } else if (c == mark && mark == '\'' && walk->text[at + 1] == mark) {
      at++;
    } else if (c == mark) {
      return at + 1;
    } else if (c == '\\' && mark == '"') {
      if (desk_yaml_is_break (walk->text[at + 1]))
        continue;
      if (strchr (escapes, walk->text[at + 1]) != NULL) {
        at++;
        continue;
      }
      desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_ESCAPE, at);
      walk->text[at] = '_';
    }
  }
}

gboolean
desk_yaml_mend_plain (DeskYamlWalk *walk, gsize at, DeskYamlText *text)
{
  char *c = walk->text + at;

  if (*c == ':' && desk_yaml_is_space (c[1])) {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_COLON, at);
    *c = '_';
  } else if (*c == '#' && at > 0 && desk_yaml_is_blank (c[-1])) {
    if (!text->cut_is_fault && text->trap == DESK_YAML_TRAP_NONE)
      return TRUE;
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_HASH, at);
    *c = '_';
  } else if (*c == '\t') {
    gsize next = desk_yaml_skip_blanks (walk, at);
    if (!desk_yaml_is_break (walk->text[next]) && walk->text[next] != '#')
      desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_TAB, at);
    memset (c, ' ', next - at);
  }
  return FALSE;
}

void
desk_yaml_flatten (DeskYamlWalk *walk, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (strchr ("[]{},\"'", walk->text[i]) != NULL)
      walk->text[i] = '_';
}

gboolean
desk_yaml_is_bad_beginning (const DeskYamlWalk *walk, gsize at)
{
  char c = walk->text[at];

  return strchr ("@%*&!|>`]},", c) != NULL ||
         (strchr ("-?:", c) != NULL && desk_yaml_is_space (walk->text[at + 1]));
}
