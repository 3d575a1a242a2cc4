/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Braces and brackets. Indentation has no meaning in them, and a comma or a bracket ends a text, which is
 * what goes wrong with most sentences. */

static gboolean
ends_flow_text (char c)
{
  return c == ',' || c == '}' || c == ']';
}

/* Mends a bracket inside a plain text inside braces, with everything up to its partner. */
static void
mend_bracket (DeskYamlWalk *walk, DeskYamlText *text)
{
  enum {
    LONGEST = 200
  }; /* bytes within which the partner is searched for */
  const char *start = walk->text + walk->at;
  char partner = *start == '[' ? ']' : '}';
  const char *found = memchr (start, partner, MIN (LONGEST, walk->length - walk->at));

  desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_BRACKET, walk->at);
  desk_yaml_flatten (walk, walk->at,
                     found != NULL ? (gsize) (found - walk->text) + 1 : walk->at + 1);
}

/* Walks a plain text inside braces or brackets to its end. FALSE if the next entry of the file comes
 * first. */
static gboolean
walk_flow_plain (DeskYamlWalk *walk, int indent, DeskYamlText *text)
{
  for (;; walk->at++) {
    char c = walk->text[walk->at];
    if (ends_flow_text (c) || walk->at >= walk->length) {
      return walk->at < walk->length;
    } else if (desk_yaml_is_break (c)) {
      gsize line = desk_yaml_next_full_line (walk, walk->at);
      if (desk_yaml_begins_entry (walk, line, indent))
        return FALSE;
      walk->at = desk_yaml_skip_blanks (walk, line) - 1;
    } else if (c == '[' || c == '{') {
      mend_bracket (walk, text);
    } else if (c == ':' && strchr (",[]{}?", walk->text[walk->at + 1]) != NULL) {
      desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_COLON, walk->at);
      walk->text[walk->at] = '_';
    } else if (desk_yaml_mend_plain (walk, walk->at, text)) {
      walk->at = desk_yaml_line_end (walk, walk->at) - 1;
    }
  }
}

/* Skips blanks, breaks and comments inside braces. FALSE if the next entry comes first. */
static gboolean
skip_flow_space (DeskYamlWalk *walk, int indent)
{
  for (;;) {
    walk->at = desk_yaml_skip_blanks (walk, walk->at);
    char c = walk->text[walk->at];
    if (c == '#' && desk_yaml_is_space (walk->text[walk->at - 1]))
      walk->at = desk_yaml_line_end (walk, walk->at);
    else if (!desk_yaml_is_break (c))
      return TRUE;
    if (walk->at >= walk->length)
      return FALSE;
    walk->at = desk_yaml_next_full_line (walk, walk->at);
    if (desk_yaml_begins_entry (walk, walk->at, indent))
      return FALSE;
  }
}

/* Whether a quoted text or a bracketed group in braces is the whole value. */
static gboolean
stands_alone (const DeskYamlWalk *walk, gsize at)
{
  gsize next = desk_yaml_skip_blanks (walk, at);

  return ends_flow_text (walk->text[next]) || desk_yaml_is_break (walk->text[next]) ||
         (walk->text[next] == '#' && next > at);
}

/* A text or group turned out to be only the beginning of a plain text. */
static gboolean
walk_flow_mended (DeskYamlWalk *walk, int indent, DeskYamlText *text, gsize end)
{
  desk_yaml_flatten (walk, text->start, end);
  walk->at = text->start;
  return walk_flow_plain (walk, indent, text);
}

static gboolean
walk_flow_quoted (DeskYamlWalk *walk, int indent, DeskYamlText *text)
{
  gsize end = desk_yaml_over_quoted (walk, walk->at, indent, text);

  if (end == 0) {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_OPEN_QUOTE, text->start);
    return walk_flow_mended (walk, indent, text, text->start + 1);
  }
  walk->at = end;
  if (stands_alone (walk, end))
    return TRUE;
  desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_AFTER_QUOTE, desk_yaml_skip_blanks (walk, end));
  return walk_flow_mended (walk, indent, text, end);
}

/* Walks one value inside braces or brackets. */
static gboolean
walk_flow_value (DeskYamlWalk *walk, int indent, guint depth, DeskYamlText *text)
{
  char c = walk->text[walk->at];
  gboolean closed;

  if (c == '"' || c == '\'') {
    closed = walk_flow_quoted (walk, indent, text);
  } else if (c == '[' || c == '{') {
    if (!desk_yaml_walk_flow (walk, indent, depth + 1, text->cut_is_fault))
      return FALSE;
    if (stands_alone (walk, walk->at))
      return TRUE;
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_BEGINNING, text->start);
    closed = walk_flow_mended (walk, indent, text, walk->at);
  } else {
    if (!ends_flow_text (c) && desk_yaml_is_bad_beginning (walk, walk->at)) {
      desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_BEGINNING, walk->at);
      walk->text[walk->at] = '_';
    }
    closed = walk_flow_plain (walk, indent, text);
  }
  return closed;
}

/* The end of a key in braces: its colon, or what is there in its place. */
static gsize
flow_key_end (DeskYamlWalk *walk, gsize at, int indent)
{
  DeskYamlText key = { .start = at };

  if (walk->text[at] == '"' || walk->text[at] == '\'') {
    gsize end = desk_yaml_over_quoted (walk, at, indent, &key);
    return end != 0 ? desk_yaml_skip_blanks (walk, end) : desk_yaml_line_end (walk, at);
  }
  while (!ends_flow_text (walk->text[at]) && !desk_yaml_is_break (walk->text[at]) &&
         !(walk->text[at] == ':' && strchr (" \t\r\n,[]{}", walk->text[at + 1]) != NULL))
    at++;
  return at;
}

/* Whether the entry at `start` of a map in braces is really the rest of the preceding text, which contained
 * a comma: it has no colon, or words before it. */
static gboolean
is_rest_of_text (const DeskYamlWalk *walk, gsize start, gsize end)
{
  if (walk->text[end] != ':')
    return TRUE;
  for (gsize i = start; i < end; i++)
    if (desk_yaml_is_blank (walk->text[i]))
      return TRUE;
  return FALSE;
}

/* Walks the value `text` of a pair and, if commas split it, the pieces after it. */
static gboolean
walk_pair_value (DeskYamlWalk *walk, int indent, guint depth, DeskYamlText *text)
{
  char first = walk->text[text->start];
  gboolean plain = strchr ("\"'[{", first) == NULL || text->trap != DESK_YAML_TRAP_NONE;

  if (!walk_flow_value (walk, indent, depth, text))
    return FALSE;
  plain = plain || text->trap != DESK_YAML_TRAP_NONE;
  while (plain && walk->text[walk->at] == ',') {
    gsize comma = walk->at, piece = desk_yaml_skip_blanks (walk, comma + 1);
    if (ends_flow_text (walk->text[piece]) || desk_yaml_is_break (walk->text[piece]) ||
        walk->text[piece] == '#' ||
        !is_rest_of_text (walk, piece, flow_key_end (walk, piece, indent)))
      break;
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_COMMA, comma);
    walk->text[comma] = '_';
    if (!walk_flow_plain (walk, indent, text))
      return FALSE;
  }
  return TRUE;
}

/* "key: value" in braces. */
static gboolean
walk_pair (DeskYamlWalk *walk, int indent, guint depth)
{
  gsize start = walk->at, end = flow_key_end (walk, start, indent);
  DeskYamlText text = { .cut_is_fault = desk_yaml_is_prose (walk, start, end) };

  walk->at = end;
  if (walk->text[end] != ':') {
    const char *colon = memchr (walk->text + start, ':', end - start);
    if (colon != NULL) {
      text.start = start;
      desk_yaml_text_spring (walk, &text, DESK_YAML_TRAP_NO_SPACE, (gsize) (colon - walk->text));
      desk_yaml_text_finish (walk, &text, end);
      walk->mended->unsure = TRUE;
    }
    return !desk_yaml_is_break (walk->text[end]) || skip_flow_space (walk, indent);
  }
  walk->at++;
  if (!skip_flow_space (walk, indent))
    return FALSE;
  if (ends_flow_text (walk->text[walk->at]))
    return TRUE;
  text.start = walk->at;
  gboolean closed = walk_pair_value (walk, indent, depth, &text);
  desk_yaml_text_finish (walk, &text, walk->at);
  return closed;
}

gboolean
desk_yaml_walk_flow (DeskYamlWalk *walk, int indent, guint depth, gboolean prose)
{
  gboolean is_map = walk->text[walk->at] == '{';
  char closing = is_map ? '}' : ']';

  if (depth > DESK_YAML_MAX_DEPTH) {
    if (!walk->mended->hopeless)
      desk_yaml_walk_tell (walk, walk->at,
                           _ ("this is nested more deeply than any part of a scenario can be"));
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
      DeskYamlText item = { .start = walk->at, .cut_is_fault = prose };
      gboolean closed = walk_flow_value (walk, indent, depth, &item);
      desk_yaml_text_finish (walk, &item, walk->at);
      if (!closed)
        return FALSE;
    }
  }
  return FALSE;
}
