/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-walk.h"

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

/* Places are asked for in rising order but for steps back within a text, so walking there from the
 * last one keeps the whole linear. */
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

/* What the author may write instead: the first line of the text in quotation marks. */
static char *
quoted (const DeskYamlWalk *walk, gsize start, gsize end)
{
  enum {
    LONGEST = 60
  };
  GString *text = g_string_new ("\"");
  guint letters = 0;

  gsize first_end = start;
  while (first_end < end && !desk_yaml_is_break (walk->source[first_end]))
    first_end++;
  gboolean goes_on = end > first_end;
  end = first_end;
  while (end > start && desk_yaml_is_blank (walk->source[end - 1]))
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
  case DESK_YAML_TRAP_TAB:
    return g_strdup (_ ("there is a tab in this text; write a space instead"));
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
  case DESK_YAML_TRAP_ESCAPE:
    return g_strdup (
        _ ("in double quotation marks “\\” has a meaning of its own; write “\\\\” for the "
           "sign itself"));
  case DESK_YAML_TRAP_OPEN_QUOTE: return g_strdup (_ ("this quotation mark is never closed"));
  case DESK_YAML_TRAP_OPEN_BRACKET: return g_strdup_printf (_ ("this “%c” is never closed"), c);
  case DESK_YAML_TRAP_NO_SPACE: return g_strdup (_ ("a space is missing after this colon"));
  case DESK_YAML_TRAP_NONE: break;
  }
  g_return_val_if_reached (g_strdup (""));
}

void
desk_yaml_text_spring (DeskYamlWalk *walk, DeskYamlText *text, DeskYamlTrap trap, gsize at)
{
  if (text->trap != DESK_YAML_TRAP_NONE)
    return;
  DeskYamlPlace start = find_place (walk, text->start);
  g_array_append_val (walk->mended->places, start);
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
      if (strchr ("abtnvferxuUNLP_0 \"/\\\t", walk->text[at + 1]) != NULL) {
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
