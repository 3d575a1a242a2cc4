/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-entries.h"

#include <string.h>
#include <yaml.h>

/* An author's file is full of comments and has an order of its own, so it is never regenerated. libyaml's
 * marks tell where the first key of a reply is, and the entry is inserted there in the style of that
 * mapping. libyaml counts characters, not bytes. */

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct {
  gsize index;  /* in characters */
  gsize n_gone; /* characters after it that the text replaces */
  char *text;   /* owned */
} Insertion;

typedef struct {
  yaml_document_t document;
  GHashTable *clips;
  GArray *insertions; /* of Insertion, in no order */
  const char *line_end;
  const char *letters; /* the text after its byte order mark */
} Editor;

static void
insertion_clear (gpointer data)
{
  g_free (((Insertion *) data)->text);
}

static int
by_index (gconstpointer a, gconstpointer b)
{
  gsize left = ((const Insertion *) a)->index, right = ((const Insertion *) b)->index;

  return left < right ? -1 : left > right;
}

static const char *
scalar (yaml_node_t *node)
{
  return node != NULL && node->type == YAML_SCALAR_NODE ? (const char *) node->data.scalar.value
                                                        : "";
}

static yaml_node_t *
lookup (Editor *editor, yaml_node_t *mapping, const char *key)
{
  if (mapping == NULL || mapping->type != YAML_MAPPING_NODE)
    return NULL;
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
       pair < mapping->data.mapping.pairs.top; pair++)
    if (strcmp (scalar (yaml_document_get_node (&editor->document, pair->key)), key) == 0)
      return yaml_document_get_node (&editor->document, pair->value);
  return NULL;
}

static void
insert_clip (Editor *editor, yaml_node_t *reply, const char *clip)
{
  yaml_node_t *first;
  Insertion insertion = { 0 };

  first = yaml_document_get_node (&editor->document, reply->data.mapping.pairs.start->key);
  insertion.index = first->start_mark.index;
  if (reply->data.mapping.style == YAML_FLOW_MAPPING_STYLE)
    insertion.text = g_strconcat ("clip: ", clip, ", ", NULL);
  else
    insertion.text = g_strdup_printf ("clip: %s%s%*s", clip, editor->line_end,
                                      (int) first->start_mark.column, "");
  g_array_append_val (editor->insertions, insertion);
}

static yaml_node_pair_t *
lookup_pair (Editor *editor, yaml_node_t *mapping, const char *key)
{
  for (yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
       pair < mapping->data.mapping.pairs.top; pair++)
    if (strcmp (scalar (yaml_document_get_node (&editor->document, pair->key)), key) == 0)
      return pair;
  return NULL;
}

/* The offset, from `index`, at which the colon of a key that ends there has been passed. */
static gsize
past_colon (Editor *editor, gsize index)
{
  const char *from = g_utf8_offset_to_pointer (editor->letters, (glong) index);
  const char *colon = strchr (from, ':');

  return colon != NULL ? (gsize) g_utf8_pointer_to_offset (from, colon + 1) : 0;
}

/* `clip:` is there but empty, or "". libyaml puts the mark of an empty plain value where the next token
 * begins, perhaps lines later, so the value goes after the colon. */
static void
fill_in_clip (Editor *editor, yaml_node_t *reply, const char *clip)
{
  yaml_node_pair_t *pair = lookup_pair (editor, reply, "clip");
  const yaml_node_t *key = yaml_document_get_node (&editor->document, pair->key);
  const yaml_node_t *empty = yaml_document_get_node (&editor->document, pair->value);
  Insertion insertion = { 0 };

  if (empty->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
    insertion.index = key->end_mark.index + past_colon (editor, key->end_mark.index);
    insertion.text = g_strconcat (" ", clip, NULL);
  } else {
    insertion.index = empty->start_mark.index;
    insertion.n_gone = empty->end_mark.index - empty->start_mark.index;
    insertion.text = g_strdup (clip);
  }
  g_array_append_val (editor->insertions, insertion);
}

/* The replies of one call or person; their keys begin with `prefix`. */
static void
visit_replies (Editor *editor, yaml_node_t *says, const char *prefix)
{
  if (says == NULL || says->type != YAML_MAPPING_NODE)
    return;
  for (yaml_node_pair_t *pair = says->data.mapping.pairs.start; pair < says->data.mapping.pairs.top;
       pair++) {
    yaml_node_t *reply = yaml_document_get_node (&editor->document, pair->value);
    const char *id = scalar (yaml_document_get_node (&editor->document, pair->key));
    g_autofree char *key = g_strconcat (prefix, id, NULL);
    const char *clip = g_hash_table_lookup (editor->clips, key);
    yaml_node_t *written;

    if (clip == NULL || lookup (editor, reply, "text") == NULL)
      continue;
    written = lookup (editor, reply, "clip");
    if (written == NULL)
      insert_clip (editor, reply, clip);
    else if (scalar (written)[strspn (scalar (written), " \t\r\n")] == '\0')
      fill_in_clip (editor, reply, clip);
  }
}

static void
visit_speakers (Editor *editor, const char *list, const char *prefix)
{
  yaml_node_t *root = yaml_document_get_root_node (&editor->document);
  yaml_node_t *speakers = lookup (editor, root, list);

  if (speakers == NULL || speakers->type != YAML_SEQUENCE_NODE)
    return;
  for (yaml_node_item_t *item = speakers->data.sequence.items.start;
       item < speakers->data.sequence.items.top; item++) {
    yaml_node_t *speaker = yaml_document_get_node (&editor->document, *item);
    g_autofree char *start =
        g_strconcat (prefix, scalar (lookup (editor, speaker, "id")), "/", NULL);

    visit_replies (editor, lookup (editor, speaker, "says"), start);
  }
}

/* libyaml starts counting after it. */
static gsize
bytes_of_mark (const char *yaml, gsize length)
{
  return length >= 3 && memcmp (yaml, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
}

static char *
apply (const char *yaml, gsize length, GArray *insertions)
{
  GString *edited = g_string_sized_new (length + insertions->len * 32);
  const char *from = yaml, *at = yaml + bytes_of_mark (yaml, length);
  gsize index = 0;

  g_array_sort (insertions, by_index);
  for (guint i = 0; i < insertions->len; i++) {
    const Insertion *insertion = &g_array_index (insertions, Insertion, i);

    at = g_utf8_offset_to_pointer (at, (glong) (insertion->index - index));
    index = insertion->index;
    g_string_append_len (edited, from, at - from);
    g_string_append (edited, insertion->text);
    at = g_utf8_offset_to_pointer (at, (glong) insertion->n_gone);
    index += insertion->n_gone;
    from = at;
  }
  g_string_append_len (edited, from, (gssize) (length - (gsize) (from - yaml)));
  return g_string_free (edited, FALSE);
}

char *
desk_clip_entries_add (const char *yaml, gsize length, GHashTable *clips, guint *n_added)
{
  g_autoptr (GArray) insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  Editor editor = { .clips = clips,
                    .insertions = insertions,
                    .letters = yaml + bytes_of_mark (yaml, length),
                    .line_end = g_strstr_len (yaml, (gssize) length, "\r\n") ? "\r\n" : "\n" };
  yaml_parser_t parser;

  g_array_set_clear_func (insertions, insertion_clear);
  yaml_parser_initialize (&parser);
  yaml_parser_set_input_string (&parser, (const unsigned char *) yaml, length);
  if (yaml_parser_load (&parser, &editor.document)) {
    visit_speakers (&editor, "people", "people/");
    visit_speakers (&editor, "calls", "");
    yaml_document_delete (&editor.document);
  }
  yaml_parser_delete (&parser);

  *n_added = insertions->len;
  return apply (yaml, length, insertions);
}
