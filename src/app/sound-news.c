/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-news.h"

/* An output that is opened, or opened again, is without sound for a moment that nobody notices. */
#define LASTS_MS 1000

struct _DeskSoundNews {
  GObject parent_instance;

  char *notice; /* owned, as the next: how it is now; NULL: well */
  char *told;   /* what was told last; NULL: nothing, or that it is well */
  guint source; /* something is still to be told; 0: nothing */
};

G_DEFINE_FINAL_TYPE (DeskSoundNews, desk_sound_news, G_TYPE_OBJECT)

enum {
  FAULT,
  MENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_due (gpointer data)
{
  DeskSoundNews *self = data;
  g_autofree char *before = g_steal_pointer (&self->told);

  self->source = 0;
  self->told = g_strdup (self->notice);
  if (self->told != NULL)
    g_signal_emit (self, signals[FAULT], 0, self->told);
  else
    g_signal_emit (self, signals[MENDED], 0, before);
  return G_SOURCE_REMOVE;
}

void
desk_sound_news_take (DeskSoundNews *self, const char *notice)
{
  g_return_if_fail (DESK_IS_SOUND_NEWS (self));

  if (self->source != 0 && g_strcmp0 (notice, self->notice) == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->notice);
  self->notice = g_strdup (notice);
  if (g_strcmp0 (self->notice, self->told) != 0)
    self->source = g_timeout_add (LASTS_MS, on_due, self);
}

void
desk_sound_news_stop (DeskSoundNews *self)
{
  g_return_if_fail (DESK_IS_SOUND_NEWS (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->told, g_free);
}

DeskSoundNews *
desk_sound_news_new (void)
{
  return g_object_new (DESK_TYPE_SOUND_NEWS, NULL);
}

static void
desk_sound_news_finalize (GObject *object)
{
  desk_sound_news_stop (DESK_SOUND_NEWS (object));
  G_OBJECT_CLASS (desk_sound_news_parent_class)->finalize (object);
}

static void
desk_sound_news_class_init (DeskSoundNewsClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_sound_news_finalize;
  signals[FAULT] = g_signal_new ("fault", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[MENDED] = g_signal_new ("mended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_sound_news_init (DeskSoundNews *self)
{
}
