/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/clip-store.h"

#include <gio/gio.h>

#include "audio/clip-decoder.h"

/* All book-keeping happens on the main thread; only desk_clip_decode() runs on workers, N_WORKERS
 * at a time, so that a long list of wishes is obeyed in the order of their due times even when that
 * order changes.
 *
 * A clip's memory is reserved before it is fetched. When there is no room, released clips go first,
 * then those due later than the one wanted; if there is none such, the wish waits for a release. */

#define N_WORKERS 2

typedef enum {
  CLIP_WANTED,
  CLIP_LOADING,
  CLIP_READY,
  CLIP_FAILED,
} ClipState;

typedef struct {
  guint key;
  ClipState state;
  char *path;           /* owned */
  gsize bytes;          /* an estimate until it is ready */
  gint64 due_ms;        /* G_MAXINT64: released */
  DeskSound *sound;     /* owned; NULL unless ready */
  GSequenceIter *place; /* its link in `wanted` or `ready`; NULL: it is in neither */
} Clip;

struct _DeskClipStore {
  GObject parent_instance;

  gsize budget;
  DeskLaw law;
  gsize used;
  guint n_loading;
  GHashTable *clips;         /* owned: key -> owned Clip */
  GSequence *wanted;         /* owned: the wanted Clips, the one due first first */
  GSequence *ready;          /* owned: likewise those that are ready */
  GCancellable *cancellable; /* owned */
};

enum {
  SIGNAL_READY,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskClipStore, desk_clip_store, G_TYPE_OBJECT)

static void pump (DeskClipStore *self);

static void
clip_free (gpointer data)
{
  Clip *clip = data;

  desk_sound_unref (clip->sound);
  g_free (clip->path);
  g_free (clip);
}

static Clip *
find (DeskClipStore *self, guint key)
{
  return g_hash_table_lookup (self->clips, GUINT_TO_POINTER (key));
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer data)
{
  const Clip *x = a, *y = b;

  return (x->due_ms > y->due_ms) - (x->due_ms < y->due_ms);
}

/* Enters `clip` in the list of its new state, where that has one. */
static void
set_state (DeskClipStore *self, Clip *clip, ClipState state)
{
  GSequence *list = state == CLIP_WANTED ? self->wanted : state == CLIP_READY ? self->ready : NULL;

  g_clear_pointer (&clip->place, g_sequence_remove);
  clip->state = state;
  if (list != NULL)
    clip->place = g_sequence_insert_sorted (list, clip, compare_due, NULL);
}

static void
set_due (Clip *clip, gint64 due_ms)
{
  clip->due_ms = due_ms;
  if (clip->place != NULL)
    g_sequence_sort_changed (clip->place, compare_due, NULL);
}

static void
forget (DeskClipStore *self, Clip *clip)
{
  g_clear_pointer (&clip->place, g_sequence_remove);
  g_hash_table_remove (self->clips, GUINT_TO_POINTER (clip->key));
}

static Clip *
first_wanted (DeskClipStore *self)
{
  return g_sequence_is_empty (self->wanted)
             ? NULL
             : g_sequence_get (g_sequence_get_begin_iter (self->wanted));
}

static Clip *
last_ready (DeskClipStore *self)
{
  return g_sequence_is_empty (self->ready)
             ? NULL
             : g_sequence_get (g_sequence_iter_prev (g_sequence_get_end_iter (self->ready)));
}

static void
evict (DeskClipStore *self, Clip *clip)
{
  self->used -= clip->bytes;
  g_clear_pointer (&clip->sound, desk_sound_unref);

  if (clip->due_ms == G_MAXINT64)
    forget (self, clip);
  else
    set_state (self, clip, CLIP_WANTED);
}

static gboolean
make_room (DeskClipStore *self, gsize bytes, gint64 due_ms)
{
  while (self->used > 0 && self->used + bytes > self->budget) {
    Clip *victim = last_ready (self);

    if (victim == NULL || victim->due_ms <= due_ms)
      return FALSE;

    evict (self, victim);
  }

  return TRUE;
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  DeskSound *sound = desk_clip_decode (data, DESK_CLIP_STORE (source)->law, cancellable, &error);

  if (sound != NULL)
    g_task_return_pointer (task, sound, (GDestroyNotify) desk_sound_unref);
  else
    g_task_return_error (task, error);
}

static void
take_sound (DeskClipStore *self, Clip *clip, DeskSound *sound)
{
  set_state (self, clip, CLIP_READY);
  clip->sound = sound;
  self->used += desk_sound_get_bytes (sound) - clip->bytes;
  clip->bytes = desk_sound_get_bytes (sound);
  g_signal_emit (self, signals[SIGNAL_READY], 0, clip->key);
}

static void
take_failure (DeskClipStore *self, Clip *clip, const GError *error)
{
  set_state (self, clip, CLIP_FAILED);
  self->used -= clip->bytes;
  clip->bytes = 0;
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, clip->key, error);
}

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskClipStore *self = DESK_CLIP_STORE (source);
  g_autoptr (GError) error = NULL;
  DeskSound *sound = g_task_propagate_pointer (G_TASK (result), &error);
  Clip *clip = find (self, GPOINTER_TO_UINT (data));

  self->n_loading--;
  if (sound != NULL)
    take_sound (self, clip, sound);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_failure (self, clip, error);

  pump (self);
}

static void
fetch (DeskClipStore *self, Clip *clip)
{
  g_autoptr (GTask) task =
      g_task_new (self, self->cancellable, on_decoded, GUINT_TO_POINTER (clip->key));

  set_state (self, clip, CLIP_LOADING);
  self->used += clip->bytes;
  self->n_loading++;
  g_task_set_task_data (task, g_strdup (clip->path), g_free);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
pump (DeskClipStore *self)
{
  while (self->n_loading < N_WORKERS && !g_cancellable_is_cancelled (self->cancellable)) {
    Clip *next = first_wanted (self);

    if (next == NULL || !make_room (self, next->bytes, next->due_ms))
      return;

    fetch (self, next);
  }
}

void
desk_clip_store_want (
    DeskClipStore *self, guint key, const char *path, gint64 length_ms, gint64 due_ms)
{
  Clip *clip = find (self, key);

  if (clip == NULL) {
    clip = g_new0 (Clip, 1);
    clip->key = key;
    clip->due_ms = due_ms;
    clip->path = g_strdup (path);
    clip->bytes = DESK_MS_TO_FRAMES ((gsize) CLAMP (length_ms, 0, DESK_CLIP_MAX_SECONDS * 1000)) *
                  sizeof (float);
    g_hash_table_insert (self->clips, GUINT_TO_POINTER (key), clip);
    set_state (self, clip, CLIP_WANTED);
  }

  set_due (clip, due_ms);
  pump (self);
}

void
desk_clip_store_release (DeskClipStore *self, guint key)
{
  Clip *clip = find (self, key);

  if (clip == NULL)
    return;

  set_due (clip, G_MAXINT64);
  if (clip->state == CLIP_WANTED)
    forget (self, clip);
  pump (self);
}

DeskSound *
desk_clip_store_lookup (DeskClipStore *self, guint key)
{
  Clip *clip = find (self, key);

  return clip == NULL || clip->sound == NULL ? NULL : desk_sound_ref (clip->sound);
}

gsize
desk_clip_store_get_used (DeskClipStore *self)
{
  return self->used;
}

guint
desk_clip_store_get_n_loading (DeskClipStore *self)
{
  return self->n_loading;
}

void
desk_clip_store_close (DeskClipStore *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
desk_clip_store_finalize (GObject *object)
{
  DeskClipStore *self = DESK_CLIP_STORE (object);

  g_object_unref (self->cancellable);
  g_sequence_free (self->wanted);
  g_sequence_free (self->ready);
  g_hash_table_unref (self->clips);
  G_OBJECT_CLASS (desk_clip_store_parent_class)->finalize (object);
}

static void
desk_clip_store_class_init (DeskClipStoreClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_clip_store_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
desk_clip_store_init (DeskClipStore *self)
{
  self->clips = g_hash_table_new_full (NULL, NULL, NULL, clip_free);
  self->wanted = g_sequence_new (NULL);
  self->ready = g_sequence_new (NULL);
  self->cancellable = g_cancellable_new ();
}

DeskClipStore *
desk_clip_store_new (gsize budget, DeskLaw law)
{
  DeskClipStore *self = g_object_new (DESK_TYPE_CLIP_STORE, NULL);

  self->budget = budget;
  self->law = law;
  return self;
}
