/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-lengths.h"

#include "scenario/clip-file.h"

#include <string.h>

enum {
  WORD_MS = 400,
  SHORTEST_MS = 1000,
};

struct _DeskClipLengths {
  gatomicrefcount refs;
  guint n;
  gint64 length_ms[]; /* by DeskReply.index */
};

gint64
desk_clip_length_by_words (const char *text)
{
  gint64 words = 0;

  for (gboolean within = FALSE; *text != '\0'; text = g_utf8_next_char (text)) {
    gboolean letter = !g_unichar_isspace (g_utf8_get_char (text));
    words += letter && !within;
    within = letter;
  }
  return MAX (words * WORD_MS, SHORTEST_MS);
}

DeskClipLengths *
desk_clip_lengths_new_by_words (const DeskScenario *scenario)
{
  guint n = scenario->n_replies;
  DeskClipLengths *self = g_malloc (sizeof (DeskClipLengths) + n * sizeof (gint64));

  g_atomic_ref_count_init (&self->refs);
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->length_ms[i] = desk_clip_length_by_words (scenario->replies[i]->text);
  return self;
}

/* Clips are often shared between replies, so each file is opened once. */
static gint64
length_of_file (GHashTable *known, const char *folder, const char *clip)
{
  gpointer length;

  if (!g_hash_table_lookup_extended (known, clip, NULL, &length)) {
    g_autofree char *path = desk_clip_file_path (folder, clip);
    /* Five minutes of milliseconds fit into an int. */
    length = GINT_TO_POINTER ((int) desk_clip_file_length_ms (path, NULL));
    g_hash_table_insert (known, (gpointer) clip, length);
  }
  return GPOINTER_TO_INT (length);
}

DeskClipLengths *
desk_clip_lengths_new (const DeskScenario *scenario)
{
  DeskClipLengths *self = desk_clip_lengths_new_by_words (scenario);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; scenario->folder != NULL && i < self->n; i++) {
    const char *clip = scenario->replies[i]->clip;
    gint64 length_ms = clip != NULL ? length_of_file (known, scenario->folder, clip) : -1;
    if (length_ms > 0)
      self->length_ms[i] = length_ms;
  }
  return self;
}

DeskClipLengths *
desk_clip_lengths_ref (DeskClipLengths *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
desk_clip_lengths_unref (DeskClipLengths *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

gint64
desk_clip_lengths_get (const DeskClipLengths *self, const DeskReply *reply)
{
  g_return_val_if_fail (reply->index < self->n, 0);
  return self->length_ms[reply->index];
}

void
desk_clip_lengths_set (DeskClipLengths *self, const DeskReply *reply, gint64 length_ms)
{
  g_return_if_fail (reply->index < self->n);
  self->length_ms[reply->index] = length_ms;
}
