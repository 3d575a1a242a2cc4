/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/yaml-tree.h"

#include "scenario/yaml-traps.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yaml.h>

/* libyaml stops at the first fault, but an author should hear of all of them. So yaml-traps mends the
 * common faults in a copy before libyaml sees it. If libyaml still stops, its fault is reported, the line
 * is made a comment, and the copy is parsed again. Mending never moves a byte, so lines and columns remain
 * those of the author's file.
 *
 * The tree is flat in memory: nodes in slabs, texts in one chunk, freed together. */

enum {
  SLAB_NODES = 512,
  MAX_NODES = 4000000,
  MAX_ATTEMPTS = 64,
  MAX_BYTES_PARSED = 64 << 20, /* over all attempts after the first */
};

struct _DeskYamlTree {
  GStringChunk *texts;
  GPtrArray *slabs; /* owned, each an array of SLAB_NODES nodes */
  guint n_nodes;
  DeskYamlNode *root;
  gboolean unsure;
};

typedef struct {
  DeskYamlNode *node;
  DeskYamlNode *last; /* its last child */
  guint n;            /* how many it has */
} Level;

typedef struct {
  DeskYamlTree *tree;
  const DeskYamlMended *mended;
  DeskDiagnostics *diagnostics;
  Level levels[DESK_YAML_MAX_DEPTH];
  guint depth;
  guint n_documents;
  gboolean stopped; /* a limit was reached: the tree is left as it is */
} Builder;

static void
tell (Builder *builder, const yaml_mark_t *mark, const char *message)
{
  desk_diagnostics_add (builder->diagnostics, DESK_SEVERITY_ERROR, (guint) mark->line + 1,
                        (guint) mark->column + 1, "%s", message);
}

static DeskYamlNode *
node_new (DeskYamlTree *tree)
{
  guint place = tree->n_nodes++ % SLAB_NODES;

  if (place == 0)
    g_ptr_array_add (tree->slabs, g_new0 (DeskYamlNode, SLAB_NODES));
  return (DeskYamlNode *) tree->slabs->pdata[tree->slabs->len - 1] + place;
}

static DeskYamlNode *
append (Builder *builder, DeskYamlKind kind, const yaml_mark_t *mark)
{
  DeskYamlNode *node = node_new (builder->tree);

  node->kind = kind;
  node->line = (guint) mark->line + 1;
  node->column = (guint) mark->column + 1;
  if (builder->depth == 0) {
    builder->tree->root = node;
    return node;
  }

  Level *level = &builder->levels[builder->depth - 1];
  if (level->last == NULL)
    level->node->first = node;
  else
    level->last->next = node;
  level->last = node;
  level->n++;
  return node;
}

static void
append_nothing (Builder *builder, const yaml_mark_t *mark)
{
  DeskYamlNode *node = append (builder, DESK_YAML_TEXT, mark);

  node->text = "";
  node->mended = TRUE;
}

/* Ignores the rest of the document; keys that still await their values get none. */
static void
stop (Builder *builder, const yaml_mark_t *mark, const char *message)
{
  tell (builder, mark, message);
  builder->stopped = TRUE;
  builder->tree->unsure = TRUE;
  for (; builder->depth > 0; builder->depth--) {
    const Level *level = &builder->levels[builder->depth - 1];
    if (level->node->kind == DESK_YAML_MAP && level->n % 2 == 1)
      append_nothing (builder, mark);
  }
}

static void
refuse_properties (Builder *builder, const yaml_event_t *event)
{
  const yaml_char_t *anchor = NULL, *tag = NULL;

  if (event->type == YAML_SCALAR_EVENT) {
    anchor = event->data.scalar.anchor;
    tag = event->data.scalar.tag;
  } else if (event->type == YAML_SEQUENCE_START_EVENT) {
    anchor = event->data.sequence_start.anchor;
    tag = event->data.sequence_start.tag;
  } else if (event->type == YAML_MAPPING_START_EVENT) {
    anchor = event->data.mapping_start.anchor;
    tag = event->data.mapping_start.tag;
  }
  if (anchor != NULL)
    tell (builder, &event->start_mark, _ ("anchors (“&”) are not used in scenarios"));
  if (tag != NULL)
    tell (builder, &event->start_mark, _ ("tags (“!”) are not used in scenarios"));
}

static void
refuse_alias (Builder *builder, const yaml_event_t *event)
{
  DeskYamlNode *node = append (builder, DESK_YAML_TEXT, &event->start_mark);

  tell (builder, &event->start_mark, _ ("aliases (“*”) are not used in scenarios"));
  node->text = "";
  node->mended = TRUE;
}

static void
add_text (Builder *builder, const yaml_event_t *event)
{
  DeskYamlNode *node = append (builder, DESK_YAML_TEXT, &event->start_mark);
  const char *value = (const char *) event->data.scalar.value;

  /* "\0" in double quotes would end the text for every later reader. */
  if (memchr (value, '\0', event->data.scalar.length) != NULL)
    tell (builder, &event->start_mark, _ ("this text holds a NUL character; remove “\\0”"));
  node->text =
      g_string_chunk_insert_len (builder->tree->texts, value, (gssize) event->data.scalar.length);
  node->mended = desk_yaml_mended_covers (builder->mended, node->line, node->column);
}

static void
open_level (Builder *builder, DeskYamlKind kind, const yaml_event_t *event)
{
  if (builder->depth == DESK_YAML_MAX_DEPTH) {
    stop (builder, &event->start_mark,
          _ ("this is nested more deeply than any part of a scenario can be"));
    return;
  }
  DeskYamlNode *node = append (builder, kind, &event->start_mark);
  builder->levels[builder->depth++] = (Level){ .node = node };
}

static void
take (Builder *builder, const yaml_event_t *event)
{
  refuse_properties (builder, event);
  if (builder->tree->n_nodes >= MAX_NODES) {
    stop (builder, &event->start_mark, _ ("the file holds more values than any scenario needs"));
    return;
  }
  /* libyaml's events; those without a case carry nothing. */
  switch ((int) event->type) {
  case YAML_DOCUMENT_START_EVENT:
    if (builder->n_documents++ > 0)
      stop (builder, &event->start_mark,
            _ ("a second document begins here; a scenario is one document, without “---” inside"));
    break;
  case YAML_SCALAR_EVENT: add_text (builder, event); break;
  case YAML_SEQUENCE_START_EVENT: open_level (builder, DESK_YAML_LIST, event); break;
  case YAML_MAPPING_START_EVENT: open_level (builder, DESK_YAML_MAP, event); break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: builder->depth--; break;
  case YAML_ALIAS_EVENT: refuse_alias (builder, event); break;
  default: break;
  }
}

static gboolean
parse (Builder *builder, yaml_parser_t *parser)
{
  for (gboolean done = FALSE; !done && !builder->stopped;) {
    yaml_event_t event;
    if (!yaml_parser_parse (parser, &event))
      return FALSE;
    take (builder, &event);
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete (&event);
  }
  return TRUE;
}

static DeskYamlTree *
tree_new (void)
{
  DeskYamlTree *self = g_new0 (DeskYamlTree, 1);

  self->texts = g_string_chunk_new (16384);
  self->slabs = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
desk_yaml_tree_free (DeskYamlTree *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->slabs);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Explains libyaml's faults that get past yaml-traps. */
static const char *
in_plain_words (const yaml_parser_t *parser)
{
  static const struct {
    const char *problem;
    const char *words;
  } known[] = {
    { "did not find expected key",
      N_ ("this does not line up with what stands above it; give what belongs together the same indentation") },
    { "did not find expected '-' indicator",
      N_ ("this does not line up with what stands above it; give what belongs together the same indentation") },
    { "did not find expected ',' or", N_ ("a comma or a closing bracket is missing before this") },
    { "could not find expected ':'",
      N_ ("a key is followed by a colon and a space; the colon is missing here") },
    { "block sequence entries are not allowed",
      N_ ("a list begins on a line of its own, below its key") },
    { "mapping values are not allowed",
      N_ ("there is a colon too many in this line; put texts that contain one in quotation marks") },
    { "found unexpected end of stream",
      N_ ("the file ends before a quotation mark or bracket is closed") },
    { "did not find expected <document start>",
      N_ ("this stands outside of everything else; check the indentation") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (parser->problem, known[i].problem))
      return _ (known[i].words);
  return _ ("this line cannot be read as YAML; compare it with the lines around it");
}

/* Makes line `line` (from 0) a comment. FALSE if there is nothing left on it. */
static gboolean
silence_line (DeskYamlMended *mended, gsize line)
{
  char *at = mended->text;
  char *end = mended->text + mended->length;

  for (gsize n = 0; n < line; n++) {
    while (at < end && *at != '\n' && *at != '\r')
      at++;
    if (at == end)
      return FALSE;
    at += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
  }
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  if (at == end || strchr ("#\n\r", *at) != NULL)
    return FALSE;
  *at = '#';
  return TRUE;
}

/* Where the author should look: the beginning of what was never ended, else what came in its place. */
static const yaml_mark_t *
place_to_tell (const yaml_parser_t *parser)
{
  gboolean open =
      parser->context != NULL && (g_str_has_prefix (parser->context, "while scanning") ||
                                  g_str_has_prefix (parser->context, "while parsing a flow"));

  return open ? &parser->context_mark : &parser->problem_mark;
}

/* Reports where libyaml stopped. FALSE if there is no point in going on. */
static gboolean
step_over (DeskYamlMended *mended, const yaml_parser_t *parser, DeskDiagnostics *diagnostics)
{
  const yaml_mark_t *mark = place_to_tell (parser);
  guint line = (guint) mark->line + 1;

  /* A fault on the following line is probably the same one. */
  if (!desk_yaml_mended_has_line (mended, line) && !desk_yaml_mended_has_line (mended, line - 1))
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, line, (guint) mark->column + 1, "%s",
                          in_plain_words (parser));
  desk_yaml_mended_add_line (mended, line);
  mended->unsure = TRUE;
  return silence_line (mended, mark->line) || silence_line (mended, parser->problem_mark.line);
}

/* One attempt at the whole text; NULL if libyaml stopped. The builder's own faults are reported only for
 * the attempt that counts, hence `found`. */
static DeskYamlTree *
attempt (DeskYamlMended *mended, DeskDiagnostics *diagnostics, gboolean *go_on)
{
  g_autoptr (DeskYamlTree) tree = tree_new ();
  g_autoptr (DeskDiagnostics) found = desk_diagnostics_new ("");
  Builder builder = { .tree = tree, .mended = mended, .diagnostics = found };
  yaml_parser_t parser;

  yaml_parser_initialize (&parser);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) mended->text, mended->length);
  gboolean parsed = parse (&builder, &parser);
  *go_on = !parsed && step_over (mended, &parser, diagnostics);
  yaml_parser_delete (&parser);
  if (!parsed && *go_on)
    return NULL;

  for (guint i = 0; i < desk_diagnostics_get_n_items (found); i++) {
    const DeskDiagnostic *item = desk_diagnostics_get_item (found, i);
    desk_diagnostics_add (diagnostics, item->severity, item->line, item->column, "%s",
                          item->message);
  }
  tree->unsure |= mended->unsure;
  return parsed ? g_steal_pointer (&tree) : NULL;
}

/* Reports the place of a byte in a file that may hold anything. */
static void
tell_byte (DeskDiagnostics *diagnostics, const char *source, const char *at, const char *message)
{
  static const char byte_order_mark[] = "\357\273\277";
  guint line = 1;
  const char *start = source;

  if (at - source >= 3 && memcmp (source, byte_order_mark, 3) == 0)
    start += 3;
  for (const char *c = start; c < at; c++) {
    /* As everywhere, "\r" alone ends a line too. */
    if (*c != '\n' && (*c != '\r' || c[1] == '\n'))
      continue;
    start = c + 1;
    line++;
  }
  desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, line,
                        (guint) g_utf8_strlen (start, at - start) + 1, "%s", message);
}

/* Whether the bytes are text at all. */
static gboolean
is_text (const char *source, gsize length, DeskDiagnostics *diagnostics)
{
  const char *end, *nul = memchr (source, '\0', length);

  if (length >= 2 && (memcmp (source, "\377\376", 2) == 0 || memcmp (source, "\376\377", 2) == 0)) {
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0,
                          _ ("the file is written in UTF-16; save it as UTF-8"));
    return FALSE;
  }
  if (!g_utf8_validate_len (source, nul != NULL ? (gsize) (nul - source) : length, &end)) {
    tell_byte (diagnostics, source, end,
               _ ("this is not UTF-8; save the file in the encoding UTF-8"));
    return FALSE;
  }
  if (nul != NULL)
    tell_byte (diagnostics, source, nul, _ ("there is a NUL byte here: is this a text file?"));
  return nul == NULL;
}

DeskYamlTree *
desk_yaml_tree_new (const char *source, gsize length, DeskDiagnostics *diagnostics)
{
  static const char byte_order_mark[] = "\357\273\277";
  g_auto (DeskYamlMended) mended = { 0 };
  DeskYamlTree *tree = NULL;
  gboolean go_on = TRUE;
  gsize bytes = 0;

  if (!is_text (source, length, diagnostics))
    return NULL;
  if (length >= 3 && memcmp (source, byte_order_mark, 3) == 0) {
    source += 3;
    length -= 3;
  }
  desk_yaml_mended_init (&mended, source, length, diagnostics);
  if (mended.hopeless)
    return NULL;
  for (guint n = 0; tree == NULL && go_on && n < MAX_ATTEMPTS && bytes <= MAX_BYTES_PARSED; n++) {
    tree = attempt (&mended, diagnostics, &go_on);
    bytes += length;
  }
  return tree;
}

const DeskYamlNode *
desk_yaml_tree_get_root (const DeskYamlTree *self)
{
  return self->root;
}

gboolean
desk_yaml_tree_is_unsure (const DeskYamlTree *self)
{
  return self->unsure;
}
