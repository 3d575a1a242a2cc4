/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/pass-marks.h"

#include "engine/recording.h"

/* A scenario whose newest journals cannot be read is not worth reading hundreds. */
#define MOST_TRIES 3

typedef struct {
  double points; /* -1: not known yet */
  guint n_tries;
} Mark;

static Mark *
get_mark (GHashTable *self, const DeskHistoryEntry *entry)
{
  Mark *mark = g_hash_table_lookup (self, entry->scenario);

  if (mark == NULL) {
    mark = g_new0 (Mark, 1);
    mark->points = -1;
    g_hash_table_insert (self, g_strdup (entry->scenario), mark);
  }
  return mark;
}

static void
read_mark (Mark *mark, const DeskHistoryEntry *entry)
{
  g_autoptr (DeskRecording) recording = NULL;

  if (mark->points >= 0 || mark->n_tries >= MOST_TRIES || entry->journal == NULL)
    return;
  mark->n_tries++;
  recording = desk_recording_load_from_file (entry->journal, NULL);
  if (recording != NULL)
    mark->points = recording->scenario->pass;
}

GHashTable *
desk_pass_marks_read (const GPtrArray *entries, GCancellable *cancellable)
{
  GHashTable *self = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint n = 0; n < entries->len && !g_cancellable_is_cancelled (cancellable); n++)
    read_mark (get_mark (self, entries->pdata[n]), entries->pdata[n]);
  return self;
}

double
desk_pass_marks_get (GHashTable *self, const DeskHistoryEntry *entry)
{
  const Mark *mark = g_hash_table_lookup (self, entry->scenario);

  return mark != NULL ? mark->points : -1;
}
