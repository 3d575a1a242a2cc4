/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/class-reader.h"

/* The snapshot to take once the current one is there. */
typedef enum {
  NEXT_NOTHING,
  NEXT_CHOICE,
  NEXT_READING,
} Next;

struct _DeskClassReader {
  GObject parent_instance;

  char *folder;          /* owned, as all below; NULL: none */
  DeskHistoryWish *wish; /* NULL: all */
  gboolean has_mode;
  DeskMode mode;
  DeskClassSnapshot *snapshot; /* or NULL */
  GCancellable *reading;       /* what is being taken now; or NULL */
  DeskClassProgress progress;
  Next next;
  gboolean gone;
};

G_DEFINE_FINAL_TYPE (DeskClassReader, desk_class_reader, G_TYPE_OBJECT)

enum {
  BUSY,
  READ,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void take (DeskClassReader *self, gboolean anew);

static void
set_snapshot (DeskClassReader *self, DeskClassSnapshot *snapshot)
{
  DeskClassSnapshot *before = self->snapshot;

  self->snapshot = desk_class_snapshot_ref (snapshot);
  g_signal_emit (self, signals[READ], 0, before == NULL);
  g_clear_pointer (&before, desk_class_snapshot_unref);
}

static void
go_on (DeskClassReader *self)
{
  const Next next = self->next;

  self->next = NEXT_NOTHING;
  if (self->reading == NULL && self->folder != NULL &&
      (next == NEXT_READING || (next == NEXT_CHOICE && self->snapshot != NULL)))
    take (self, next == NEXT_READING);
}

/* A snapshot of a folder that is no longer shown is dropped. */
static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskClassSnapshot) snapshot = desk_class_snapshot_finish (result, &error);
  g_autoptr (DeskClassReader) self = data;

  if (self->gone)
    return;
  g_clear_object (&self->reading);
  g_signal_emit (self, signals[BUSY], 0);
  if (self->folder != NULL && self->next != NEXT_READING) {
    if (snapshot != NULL)
      set_snapshot (self, snapshot);
    else
      g_signal_emit (self, signals[FAILED], 0, error);
  }
  go_on (self);
}

static void
take (DeskClassReader *self, gboolean anew)
{
  const DeskHistoryWish all = { 0 };
  const DeskClassWish wish = {
    .folder = self->folder,
    .wish = self->wish != NULL ? self->wish : &all,
    .has_mode = self->has_mode,
    .mode = self->mode,
  };

  self->progress = (DeskClassProgress){ 0 };
  self->reading = g_cancellable_new ();
  g_signal_emit (self, signals[BUSY], 0);
  desk_class_snapshot_take (&wish, anew ? NULL : self->snapshot, &self->progress, self->reading,
                            on_taken, g_object_ref (self));
}

void
desk_class_reader_set_folder (DeskClassReader *self, const char *folder)
{
  char *kept = g_strdup (folder);

  g_return_if_fail (DESK_IS_CLASS_READER (self));
  g_free (self->folder);
  self->folder = kept;
  g_clear_pointer (&self->snapshot, desk_class_snapshot_unref);
  if (self->reading != NULL) {
    g_cancellable_cancel (self->reading);
    self->next = NEXT_READING;
  } else if (folder != NULL) {
    take (self, TRUE);
  }
}

const char *
desk_class_reader_get_folder (DeskClassReader *self)
{
  g_return_val_if_fail (DESK_IS_CLASS_READER (self), NULL);
  return self->folder;
}

void
desk_class_reader_set_wish (DeskClassReader *self, const DeskClassWish *wish)
{
  g_return_if_fail (DESK_IS_CLASS_READER (self));
  g_clear_pointer (&self->wish, desk_history_wish_free);
  self->wish = desk_history_wish_copy (wish->wish);
  self->has_mode = wish->has_mode;
  self->mode = wish->mode;
  if (self->reading == NULL && self->snapshot != NULL)
    take (self, FALSE);
  else if (self->reading != NULL && self->next == NEXT_NOTHING)
    self->next = NEXT_CHOICE;
}

void
desk_class_reader_read (DeskClassReader *self)
{
  g_return_if_fail (DESK_IS_CLASS_READER (self));
  if (self->folder != NULL && self->reading == NULL)
    take (self, TRUE);
}

void
desk_class_reader_cancel (DeskClassReader *self)
{
  g_return_if_fail (DESK_IS_CLASS_READER (self));
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
}

gboolean
desk_class_reader_is_busy (DeskClassReader *self)
{
  g_return_val_if_fail (DESK_IS_CLASS_READER (self), FALSE);
  return self->reading != NULL;
}

void
desk_class_reader_get_progress (DeskClassReader *self, int *done, int *total)
{
  g_return_if_fail (DESK_IS_CLASS_READER (self));
  *done = g_atomic_int_get (&self->progress.done);
  *total = g_atomic_int_get (&self->progress.total);
}

DeskClassSnapshot *
desk_class_reader_get_snapshot (DeskClassReader *self)
{
  g_return_val_if_fail (DESK_IS_CLASS_READER (self), NULL);
  return self->snapshot;
}

static void
desk_class_reader_dispose (GObject *object)
{
  DeskClassReader *self = DESK_CLASS_READER (object);

  self->gone = TRUE;
  desk_class_reader_cancel (self);
  G_OBJECT_CLASS (desk_class_reader_parent_class)->dispose (object);
}

static void
desk_class_reader_finalize (GObject *object)
{
  DeskClassReader *self = DESK_CLASS_READER (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->snapshot, desk_class_snapshot_unref);
  g_clear_pointer (&self->wish, desk_history_wish_free);
  g_free (self->folder);
  G_OBJECT_CLASS (desk_class_reader_parent_class)->finalize (object);
}

static void
desk_class_reader_class_init (DeskClassReaderClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_class_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_class_reader_finalize;
  signals[BUSY] =
      g_signal_new ("busy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[READ] = g_signal_new ("read", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_class_reader_init (DeskClassReader *self)
{
}

DeskClassReader *
desk_class_reader_new (void)
{
  return g_object_new (DESK_TYPE_CLASS_READER, NULL);
}
