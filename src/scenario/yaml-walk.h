/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/yaml-traps.h"

/* What the walk over block YAML (yaml-traps) and the walk over braces and brackets (yaml-flow) stand
 * on: where they are, the text they are in, and the telling and mending of what they find. */

G_BEGIN_DECLS

typedef enum {
  DESK_YAML_TRAP_NONE,
  DESK_YAML_TRAP_HASH,
  DESK_YAML_TRAP_COLON,
  DESK_YAML_TRAP_TAB,
  DESK_YAML_TRAP_BEGINNING,
  DESK_YAML_TRAP_AFTER_QUOTE,
  DESK_YAML_TRAP_COMMA,
  DESK_YAML_TRAP_BRACKET,
  DESK_YAML_TRAP_ESCAPE,
  DESK_YAML_TRAP_OPEN_QUOTE,
  DESK_YAML_TRAP_OPEN_BRACKET,
  DESK_YAML_TRAP_NO_SPACE,
} DeskYamlTrap;

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
} DeskYamlWalk;

/* One text: where it begins, and the first trap in it. */
typedef struct {
  gsize start;
  DeskYamlTrap trap;
  gsize trap_at;
  gboolean cut_is_fault; /* a " #" in it is more likely a slip than a comment */
} DeskYamlText;

static inline gboolean
desk_yaml_is_break (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

static inline gboolean
desk_yaml_is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static inline gboolean
desk_yaml_is_space (char c)
{
  return desk_yaml_is_blank (c) || desk_yaml_is_break (c);
}

static inline gsize
desk_yaml_skip_blanks (const DeskYamlWalk *walk, gsize at)
{
  while (desk_yaml_is_blank (walk->text[at]))
    at++;
  return at;
}

static inline gsize
desk_yaml_line_end (const DeskYamlWalk *walk, gsize at)
{
  while (!desk_yaml_is_break (walk->text[at]))
    at++;
  return at;
}

/* From a line break to the line after it. */
static inline gsize
desk_yaml_over_break (const DeskYamlWalk *walk, gsize at)
{
  if (walk->text[at] == '\r' && walk->text[at + 1] == '\n')
    return at + 2;
  return at < walk->length ? at + 1 : at;
}

/* Over empty lines to the next with something in it; where a break stands at `at`. */
gsize desk_yaml_next_full_line (const DeskYamlWalk *walk, gsize at);

/* Tells a fault at byte `at`. */
void desk_yaml_walk_tell (DeskYamlWalk *walk, gsize at, const char *message);

/* Notes that the text that begins at byte `at` was mended. */
void desk_yaml_walk_cover (DeskYamlWalk *walk, gsize at);

/* Notes a trap; the first in a text is the one that is told, once the text ends at `end`. */
void desk_yaml_text_spring (DeskYamlWalk *walk, DeskYamlText *text, DeskYamlTrap trap, gsize at);
void desk_yaml_text_finish (DeskYamlWalk *walk, const DeskYamlText *text, gsize end);

/* From `start` to the end of its line or `end`, with a plain space in the place of what lies from `at`
 * to `rest`: a line as it should have been. (transfer full) */
char *
desk_yaml_walk_with_space (const DeskYamlWalk *walk, gsize start, gsize at, gsize rest, gsize end);

/* Whether the key from `start` to `end` is one whose value is prose, in which a "#" belongs to it. */
gboolean desk_yaml_is_prose (const DeskYamlWalk *walk, gsize start, gsize end);

/* Whether "key:" stands at `at`, as it does at the beginning of an entry; `end`: of the key. */
gboolean desk_yaml_looks_like_key (const DeskYamlWalk *walk, gsize at, gsize *end);

/* Whether the line at `at` begins an entry no further right than `indent`, or the file ends: then
 * what is still open above it was never closed. */
gboolean desk_yaml_begins_entry (const DeskYamlWalk *walk, gsize at, int indent);

/* Whether a text that begins at `at` is taken for something else. */
gboolean desk_yaml_is_bad_beginning (const DeskYamlWalk *walk, gsize at);

/* Over quotation marks. `at` is the opening one; the result is the byte after the closing one, or 0
 * where none comes before the next entry. */
gsize desk_yaml_over_quoted (DeskYamlWalk *walk, gsize at, int indent, DeskYamlText *text);

/* Makes one character of a plain text harmless where it would not be. TRUE where it ends the text
 * instead: a comment that is meant. */
gboolean desk_yaml_mend_plain (DeskYamlWalk *walk, gsize at, DeskYamlText *text);

/* Takes away the meaning of what lies between, for a text that is plain after all. */
void desk_yaml_flatten (DeskYamlWalk *walk, gsize start, gsize end);

/* Walks a group in braces or brackets; the walk stands at the opening one. FALSE where it is never
 * closed. `prose`: its items are. */
gboolean desk_yaml_walk_flow (DeskYamlWalk *walk, int indent, guint depth, gboolean prose);

G_END_DECLS
