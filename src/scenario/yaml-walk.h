/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "scenario/yaml-traps.h"

/* What the walk over block YAML (yaml-traps) and the walk over braces and brackets (yaml-flow) share: the
 * position, the current text, and the reporting and mending of what they find. */

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
  char *text;         /* the copy that is mended, of the same length; NUL-terminated */
  gsize length;
  gsize at;               /* where the walk is */
  gboolean has_content;   /* part of the document came before */
  gboolean at_line_start; /* a block text ended there, rather than the end of a line */
  DeskDiagnostics *diagnostics;

  gsize known_at; /* the last byte whose place was asked for */
  DeskYamlPlace known;
} DeskYamlWalk;

/* One text: where it begins, and the first trap in it. */
typedef struct {
  gsize start;
  DeskYamlTrap trap;
  gsize trap_at;
  gboolean cut_is_fault; /* a " #" in it is more likely a mistake than a comment */
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

/* Skips a line break. */
static inline gsize
desk_yaml_over_break (const DeskYamlWalk *walk, gsize at)
{
  if (walk->text[at] == '\r' && walk->text[at + 1] == '\n')
    return at + 2;
  return at < walk->length ? at + 1 : at;
}

/* Skips to the next line that is not empty; a break must be at `at`. */
gsize desk_yaml_next_full_line (const DeskYamlWalk *walk, gsize at);

/* Reports a fault at byte `at`. */
void desk_yaml_walk_tell (DeskYamlWalk *walk, gsize at, const char *message);

/* Notes that the text that begins at byte `at` was mended. */
void desk_yaml_walk_cover (DeskYamlWalk *walk, gsize at);

/* Notes a trap. The first in a text is the one reported, when the text ends at `end`. */
void desk_yaml_text_spring (DeskYamlWalk *walk, DeskYamlText *text, DeskYamlTrap trap, gsize at);
void desk_yaml_text_finish (DeskYamlWalk *walk, const DeskYamlText *text, gsize end);

/* The line as it should have been: from `start` to the end of its line or `end`, with a plain space in
 * place of the range from `at` to `rest`. (transfer full) */
char *
desk_yaml_walk_with_space (const DeskYamlWalk *walk, gsize start, gsize at, gsize rest, gsize end);

/* Whether the value of the key from `start` to `end` is prose, of which a "#" is part. */
gboolean desk_yaml_is_prose (const DeskYamlWalk *walk, gsize start, gsize end);

/* Whether "key:" is at `at`, as at the beginning of an entry; `end` is set to the end of the key. */
gboolean desk_yaml_looks_like_key (const DeskYamlWalk *walk, gsize at, gsize *end);

/* Whether the line at `at` begins an entry indented no further than `indent`, or the file ends: whatever is
 * still open above it was never closed. */
gboolean desk_yaml_begins_entry (const DeskYamlWalk *walk, gsize at, int indent);

/* Whether YAML takes a text that begins at `at` for something else. */
gboolean desk_yaml_is_bad_beginning (const DeskYamlWalk *walk, gsize at);

/* Skips a quoted text. `at` is the opening mark; returns the byte after the closing one, or 0 if the next
 * entry comes first. */
gsize desk_yaml_over_quoted (DeskYamlWalk *walk, gsize at, int indent, DeskYamlText *text);

/* Makes one character of a plain text harmless if it is not. TRUE if it ends the text instead: a comment
 * that is meant. */
gboolean desk_yaml_mend_plain (DeskYamlWalk *walk, gsize at, DeskYamlText *text);

/* Makes the whole range harmless, for a text that is plain after all. */
void desk_yaml_flatten (DeskYamlWalk *walk, gsize start, gsize end);

/* Walks a group in braces or brackets, from the opening one. FALSE if it is never closed. `prose`: whether
 * its items are prose. */
gboolean desk_yaml_walk_flow (DeskYamlWalk *walk, int indent, guint depth, gboolean prose);

G_END_DECLS
