/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-traps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "scenario/yaml-walk.h"

/* A walk over the file that knows as much YAML as scenarios use: keys and values by indentation, lists,
 * quotation marks, braces and brackets, block texts. It looks for what authors write in good faith and YAML
 * reads as something else, or rejects with a message that does not help.
 *
 * Each trap is reported once for each text, at the character that triggers it, and made harmless in a copy:
 * that character is replaced by a plain "_". No byte moves, so libyaml's lines and columns are those of the
 * author's file, and the rest of the file is read as if the text had been quoted. */

/* A continuation line that looks like an entry of its own, but is indented too far. */
static void
mend_stray_entry (DeskYamlWalk *walk, gsize at, gboolean *told)
{
  gsize end;

  if (walk->text[at] == '-' && walk->text[at + 1] == ' ')
    at = desk_yaml_skip_blanks (walk, at + 1);
  if (!desk_yaml_looks_like_key (walk, at, &end))
    return;
  if (!*told)
    desk_yaml_walk_tell (
        walk, at,
        _ ("this key stands further to the right than the one above it; give both the same "
           "indentation"));
  *told = TRUE;
  walk->mended->unsure = TRUE;
  walk->text[end] = '_';
}

/* Walks the rest of a line of plain text; FALSE if a comment ends it. */
static gboolean
walk_plain_line (DeskYamlWalk *walk, DeskYamlText *text)
{
  for (; !desk_yaml_is_break (walk->text[walk->at]); walk->at++)
    if (desk_yaml_mend_plain (walk, walk->at, text))
      return FALSE;
  return TRUE;
}

/* Walks a plain text outside braces, with its continuation lines. */
static void
walk_plain (DeskYamlWalk *walk, int indent, DeskYamlText *text)
{
  gboolean told = FALSE;
  while (walk_plain_line (walk, text)) {
    gsize line = desk_yaml_next_full_line (walk, walk->at), start = line;
    while (walk->text[start] == ' ')
      start++;
    if ((int) (start - line) <= indent || start >= walk->length ||
        strchr ("#\t", walk->text[start]) != NULL)
      break;
    mend_stray_entry (walk, start, &told);
    walk->at = start;
  }
  walk->at = desk_yaml_line_end (walk, walk->at);
  desk_yaml_text_finish (walk, text, walk->at);
}

/* Reads the rest of the text as plain, without reporting any more. */
static void
walk_mended (DeskYamlWalk *walk, int indent, DeskYamlText *text, gsize end)
{
  desk_yaml_flatten (walk, text->start, end);
  walk->at = text->start;
  walk_plain (walk, indent, text);
}

static gboolean
ends_line (const DeskYamlWalk *walk, gsize at)
{
  gsize next = desk_yaml_skip_blanks (walk, at);

  return desk_yaml_is_break (walk->text[next]) || (walk->text[next] == '#' && next > at);
}

static void
walk_quoted (DeskYamlWalk *walk, int indent, DeskYamlText *text)
{
  gsize end = desk_yaml_over_quoted (walk, walk->at, indent, text);

  if (end == 0) {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_OPEN_QUOTE, text->start);
    walk_mended (walk, indent, text, text->start + 1);
  } else if (ends_line (walk, end)) {
    walk->at = desk_yaml_line_end (walk, end);
    desk_yaml_text_finish (walk, text, end);
  } else {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_AFTER_QUOTE,
                           desk_yaml_skip_blanks (walk, end));
    walk_mended (walk, indent, text, end);
  }
}

static void
walk_group (DeskYamlWalk *walk, int indent, DeskYamlText *text)
{
  gboolean closed = desk_yaml_walk_flow (walk, indent, 1, text->cut_is_fault);

  if (walk->mended->hopeless) {
    walk->at = walk->length;
  } else if (!closed) {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_OPEN_BRACKET, text->start);
    walk->mended->unsure = TRUE;
    walk_mended (walk, indent, text, desk_yaml_line_end (walk, text->start));
  } else if (ends_line (walk, walk->at)) {
    walk->at = desk_yaml_line_end (walk, walk->at);
  } else {
    desk_yaml_text_spring (walk, text, DESK_YAML_TRAP_BEGINNING, text->start);
    walk_mended (walk, indent, text, walk->at);
  }
}

/* Whether "|" or ">" at `at` opens a block text, with nothing else on its line. */
static gboolean
opens_block (const DeskYamlWalk *walk, gsize at)
{
  at++;
  while (walk->text[at] != '\0' && strchr ("+-123456789", walk->text[at]) != NULL)
    at++;
  return ends_line (walk, at);
}

/* Walks a block text: every line indented further than its key. */
static void
walk_block (DeskYamlWalk *walk, int indent)
{
  gsize line = desk_yaml_next_full_line (walk, desk_yaml_line_end (walk, walk->at));
  gsize start = line;

  for (;;) {
    while (walk->text[start] == ' ')
      start++;
    if (start >= walk->length || (int) (start - line) <= indent)
      break;
    line = start = desk_yaml_next_full_line (walk, desk_yaml_line_end (walk, start));
  }
  /* The caller skips the break that ends the block. */
  walk->at = line;
  walk->at_line_start = TRUE;
}

/* "&name" or "!tag", with the value on the following lines. */
static gboolean
is_bare_property (const DeskYamlWalk *walk, gsize at)
{
  if (walk->text[at] != '&' && walk->text[at] != '!')
    return FALSE;
  while (!desk_yaml_is_space (walk->text[at]))
    at++;
  return ends_line (walk, at);
}

/* Walks the value of a key, or an item of a list, at `at`; `indent` is that of the key. */
static void
walk_value (DeskYamlWalk *walk, int indent, gboolean prose)
{
  DeskYamlText text = { .start = walk->at, .cut_is_fault = prose };
  char c = walk->text[walk->at];

  if (c == '#' && !(prose && !desk_yaml_is_space (walk->text[walk->at + 1]))) {
    walk->at = desk_yaml_line_end (walk, walk->at);
  } else if (desk_yaml_is_break (c)) {
    return;
  } else if (c == '"' || c == '\'') {
    walk_quoted (walk, indent, &text);
  } else if (c == '{' || c == '[') {
    walk_group (walk, indent, &text);
  } else if ((c == '|' || c == '>') && opens_block (walk, walk->at)) {
    walk_block (walk, indent);
  } else if (is_bare_property (walk, walk->at)) {
    desk_yaml_walk_tell (walk, walk->at,
                         _ ("anchors and tags are not used in scenarios; remove this word"));
    for (; !desk_yaml_is_space (walk->text[walk->at]); walk->at++)
      walk->text[walk->at] = ' ';
  } else {
    if (desk_yaml_is_bad_beginning (walk, walk->at)) {
      desk_yaml_text_spring (walk, &text, DESK_YAML_TRAP_BEGINNING, walk->at);
      walk->text[walk->at] = '_';
    }
    walk_plain (walk, indent, &text);
  }
}

/* The colon after the key of the entry at `at`; 0: it has none. */
static gsize
entry_colon (DeskYamlWalk *walk, gsize at, int indent)
{
  DeskYamlText key = { .start = at };

  if (walk->text[at] == '"' || walk->text[at] == '\'') {
    gsize end = desk_yaml_over_quoted (walk, at, indent, &key);
    at = end != 0 ? desk_yaml_skip_blanks (walk, end) : at;
    return end != 0 && walk->text[at] == ':' && desk_yaml_is_space (walk->text[at + 1]) ? at : 0;
  }
  if (strchr ("{[|>#", walk->text[at]) != NULL)
    return 0;
  for (; !desk_yaml_is_break (walk->text[at]); at++) {
    if (walk->text[at] == ':' && desk_yaml_is_space (walk->text[at + 1]))
      return at;
    if (walk->text[at] == '#' && desk_yaml_is_blank (walk->text[at - 1]))
      return 0;
  }
  return 0;
}

/* A line that should have been "key: value" becomes a comment. */
static void
give_up_line (DeskYamlWalk *walk, const char *message, gsize at)
{
  desk_yaml_walk_tell (walk, at, message);
  walk->mended->unsure = TRUE;
  walk->text[walk->at] = '#';
  walk->at = desk_yaml_line_end (walk, walk->at);
}

/* How many bytes a space at `at` has that YAML does not take for one, as web pages and word processors
 * insert them; 0: it is none. */
static gsize
false_space (const DeskYamlWalk *walk, gsize at)
{
  gunichar letter;

  if (at >= walk->length || (walk->source[at] & 0xc0) != 0xc0)
    return 0;
  letter = g_utf8_get_char (walk->source + at);
  if (!g_unichar_isspace (letter) && letter != 0xa0)
    return 0;
  return (gsize) (g_utf8_next_char (walk->source + at) - (walk->source + at));
}

/* The indentation of a line that contains such a space is unknown. */
static gboolean
give_up_false_space (DeskYamlWalk *walk, gsize at)
{
  gsize bytes = false_space (walk, at);

  if (bytes == 0)
    return FALSE;
  give_up_line (walk,
                _ ("the space that this line begins with is not an ordinary one; delete it and "
                   "press the space bar"),
                at);
  memset (walk->text + at, '#', bytes);
  return TRUE;
}

/* "title=Monday": where the "=" is, or 0. */
static gsize
equals_sign (const DeskYamlWalk *walk, gsize at)
{
  gsize start = at;

  while (g_ascii_isalpha (walk->text[at]) || walk->text[at] == '_')
    at++;
  if (at == start)
    return 0;
  at = desk_yaml_skip_blanks (walk, at);
  return walk->text[at] == '=' ? at : 0;
}

static void
give_up_line_with_colon (DeskYamlWalk *walk, gsize colon, gsize end)
{
  gsize false_blank = false_space (walk, colon + 1);
  g_autofree char *fix =
      desk_yaml_walk_with_space (walk, walk->at, colon + 1, colon + 1 + false_blank, end);
  g_autofree char *message = g_strdup_printf (
      false_blank > 0 ? _ ("the space after this colon is not an ordinary one; type it again: %s")
                      : _ ("a space is missing after this colon; write: %s"),
      fix);

  give_up_line (walk, message, colon);
}

static void
give_up_line_with_equals (DeskYamlWalk *walk, gsize at, gsize end)
{
  gsize key_end = at, rest = desk_yaml_skip_blanks (walk, at + 1);

  while (desk_yaml_is_blank (walk->text[key_end - 1]))
    key_end--;
  g_autofree char *key = g_strndup (walk->source + walk->at, key_end - walk->at);
  g_autofree char *value = desk_yaml_walk_with_space (walk, rest, rest, rest, end);
  g_autofree char *message =
      g_strdup_printf (_ ("a colon belongs here instead of “=”; write: %s:%s"), key, value);

  give_up_line (walk, message, at);
}

static void
walk_line_without_key (DeskYamlWalk *walk, int indent)
{
  gsize start = walk->at, end = desk_yaml_line_end (walk, start);
  const char *colon = memchr (walk->text + start, ':', end - start);
  gsize equals = equals_sign (walk, start);

  if (strchr ("{[|>\"'", walk->text[start]) != NULL)
    walk_value (walk, indent, FALSE);
  else if (equals != 0)
    give_up_line_with_equals (walk, equals, end);
  else if (colon != NULL && colon > walk->text + start)
    give_up_line_with_colon (walk, (gsize) (colon - walk->text), end);
  else
    give_up_line (
        walk,
        _ ("this line is neither “key: value” nor part of the text above it; to go on with "
           "that text, indent the line further than its key"),
        start);
}

/* Walks an entry of a block map, or an item of a list, at `at`. */
static void
walk_entry (DeskYamlWalk *walk, int indent, gboolean is_item)
{
  gsize colon = entry_colon (walk, walk->at, indent);

  if (colon != 0) {
    gboolean prose = desk_yaml_is_prose (walk, walk->at, colon);
    if (strchr ("@%*&!`", walk->text[walk->at]) != NULL) {
      DeskYamlText key = { .start = walk->at };
      desk_yaml_text_spring (walk, &key, DESK_YAML_TRAP_BEGINNING, walk->at);
      desk_yaml_text_finish (walk, &key, colon);
      walk->text[walk->at] = '_';
    }
    walk->at = desk_yaml_skip_blanks (walk, colon + 1);
    walk_value (walk, indent, prose);
  } else if (is_item) {
    /* The text of an item continues on lines indented further than its dash. */
    walk_value (walk, indent - 1, FALSE);
  } else {
    walk_line_without_key (walk, indent);
  }
}

/* YAML is indented with spaces. A line indented with tabs has no certain place and becomes a comment
 * (TRUE). A tab between a dash and its item can be replaced by a space. */
static gboolean
mend_indentation (DeskYamlWalk *walk, gsize line, gsize start)
{
  char *tab = memchr (walk->text + line, '\t', start - line);

  if (tab == NULL)
    return FALSE;
  desk_yaml_walk_tell (walk, (gsize) (tab - walk->text),
                       _ ("there is a tab in the indentation; delete it and press the space bar "
                          "until the line stands below those it belongs to"));
  walk->mended->unsure = TRUE;
  for (gsize i = line; i < start; i++)
    walk->text[i] = ' ';
  if (line != 0 && !desk_yaml_is_break (walk->text[line - 1]))
    return FALSE;
  walk->text[line] = '#';
  return TRUE;
}

/* "-id: erik" at the start of an item is read as "- d: erik": the key is where it should be, but its name
 * is lost. */
static gboolean
mend_dash (DeskYamlWalk *walk)
{
  gsize at = walk->at, end;

  if (walk->text[at] != '-' || !desk_yaml_looks_like_key (walk, at + 1, &end) || end < at + 3)
    return FALSE;
  g_autofree char *fix =
      desk_yaml_walk_with_space (walk, at, at + 1, at + 1, desk_yaml_line_end (walk, at));
  g_autofree char *message =
      g_strdup_printf (_ ("a space is missing after this dash; write: %s"), fix);
  desk_yaml_walk_tell (walk, at, message);
  desk_yaml_walk_cover (walk, at + 2);
  walk->mended->unsure = TRUE;
  walk->text[at + 1] = ' ';
  walk->at = at + 2;
  return TRUE;
}

static gboolean
is_document_mark (const DeskYamlWalk *walk, gsize at)
{
  return (strncmp (walk->text + at, "---", 3) == 0 || strncmp (walk->text + at, "...", 3) == 0) &&
         desk_yaml_is_space (walk->text[at + 3]);
}

/* "---" may open the file; a later one would end the scenario. */
static void
walk_document_mark (DeskYamlWalk *walk)
{
  if (walk->has_content) {
    desk_yaml_walk_tell (walk, walk->at,
                         _ ("this ends the document, and a scenario is one; remove the line"));
    walk->text[walk->at] = '#';
  }
  walk->at = desk_yaml_line_end (walk, walk->at);
}

static void
walk_line (DeskYamlWalk *walk)
{
  gsize line = walk->at, start = desk_yaml_skip_blanks (walk, line);
  gboolean is_item = FALSE;

  walk->at = start;
  if (desk_yaml_is_break (walk->text[start]) || walk->text[start] == '#' ||
      (start == line && walk->text[start] == '%')) {
    walk->at = desk_yaml_line_end (walk, start);
    return;
  }
  if (start == line && is_document_mark (walk, start)) {
    walk_document_mark (walk);
    return;
  }
  walk->has_content = TRUE;
  if (give_up_false_space (walk, start))
    return;
  gboolean dropped = mend_indentation (walk, line, start);
  while (walk->text[walk->at] == '-' && desk_yaml_is_space (walk->text[walk->at + 1])) {
    gsize next = desk_yaml_skip_blanks (walk, walk->at + 1);
    mend_indentation (walk, walk->at + 1, next);
    walk->at = next;
    is_item = TRUE;
  }
  is_item |= mend_dash (walk);
  if (desk_yaml_is_break (walk->text[walk->at]) || walk->text[walk->at] == '#')
    walk->at = desk_yaml_line_end (walk, walk->at);
  else
    walk_entry (walk, dropped ? G_MAXINT : (int) (walk->at - line), is_item);
}

/* Characters that libyaml rejects, or takes for a line end where no editor does. */
static void
mend_characters (DeskYamlWalk *walk)
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
      desk_yaml_walk_tell (walk, offset,
                           _ ("there is an invisible control character here; remove it"));
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
  DeskYamlWalk walk = {
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
      walk.at = desk_yaml_over_break (&walk, desk_yaml_line_end (&walk, walk.at));
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
