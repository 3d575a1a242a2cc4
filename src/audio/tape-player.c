/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-player.h"

#include "audio/tape-reader.h"

/* One task at a time has the reader, and opens it or reads the next piece. Pieces that were read wait
 * in a queue until there is room with the mixer. Whatever changes the position begins a new run, and
 * what was being read for an earlier one is dropped when it comes. */

#define PIECE_FRAMES DESK_MIXER_RATE
#define MOST_WAITING 2
#define MOST_SOUNDING 2
#define FADE_MS 10
#define HEAD_START DESK_MS_TO_FRAMES (40) /* for the first piece of a run to reach the mixer */
#define TICK_MS 100

struct _DeskTapePlayer {
  GObject parent_instance;

  DeskAudio *audio; /* owned, as below */
  char *path;
  DeskTapeReader *reader; /* NULL before it was opened, and while a task has it */
  GCancellable *reading;  /* NULL: no task has it */
  GQueue waiting;         /* of DeskSound, owned */
  GQueue sounding;        /* of plays, as pointers */

  gint64 duration_ms;
  gint64 begun_ms;    /* where the run began */
  guint64 begun_at;   /* in the mixer's count of frames; 0: no piece of the run is playing yet */
  guint64 next_at;    /* where the next piece is to begin */
  guint run;          /* its number */
  gboolean must_seek; /* the reader is elsewhere */
  gboolean playing;
  gboolean ended; /* the run has been read to the end */
  gboolean failed;
  guint tick_source;
};

enum {
  PROP_DURATION_MS = 1,
  PROP_POSITION_MS,
  PROP_PLAYING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint failed_signal;

G_DEFINE_FINAL_TYPE (DeskTapePlayer, desk_tape_player, G_TYPE_OBJECT)

static void read_on (DeskTapePlayer *self);

static guint64
now_at (DeskTapePlayer *self)
{
  return desk_speaker_get_frames (desk_audio_get_speaker (self->audio, DESK_STREAM_HEADSET));
}

gint64
desk_tape_player_get_duration_ms (DeskTapePlayer *self)
{
  g_return_val_if_fail (DESK_IS_TAPE_PLAYER (self), 0);
  return self->duration_ms;
}

gboolean
desk_tape_player_get_playing (DeskTapePlayer *self)
{
  g_return_val_if_fail (DESK_IS_TAPE_PLAYER (self), FALSE);
  return self->playing;
}

gint64
desk_tape_player_get_position_ms (DeskTapePlayer *self)
{
  guint64 now;

  g_return_val_if_fail (DESK_IS_TAPE_PLAYER (self), 0);

  now = self->begun_at != 0 ? CLAMP (now_at (self), self->begun_at, self->next_at) : 0;
  return MIN (self->begun_ms + (gint64) (now - self->begun_at) * 1000 / DESK_MIXER_RATE,
              self->duration_ms);
}

static void
notify (DeskTapePlayer *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
on_tick (gpointer data)
{
  notify (data, PROP_POSITION_MS);
  return G_SOURCE_CONTINUE;
}

static void
set_playing (DeskTapePlayer *self, gboolean playing)
{
  if (playing == self->playing)
    return;
  self->playing = playing;
  if (playing)
    self->tick_source = g_timeout_add (TICK_MS, on_tick, self);
  else
    g_clear_handle_id (&self->tick_source, g_source_remove);
  notify (self, PROP_PLAYING);
}

/* Drops what plays and what waits; begins nothing. */
static void
begin_run (DeskTapePlayer *self, gint64 position_ms)
{
  while (!g_queue_is_empty (&self->sounding))
    desk_audio_stop (self->audio, GPOINTER_TO_UINT (g_queue_pop_head (&self->sounding)), FADE_MS);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) desk_sound_unref);
  self->run++;
  self->begun_ms = position_ms;
  self->begun_at = self->next_at = 0;
  self->must_seek = TRUE;
  self->ended = FALSE;
}

static void
fail (DeskTapePlayer *self, const char *words)
{
  begin_run (self, desk_tape_player_get_position_ms (self));
  self->failed = TRUE;
  set_playing (self, FALSE);
  g_signal_emit (self, failed_signal, 0, words);
}

/* Sounding. */

/* A piece that comes too late for its place would be heard together with the next. */
static void
keep_pace (DeskTapePlayer *self)
{
  const guint64 now = now_at (self);

  if (self->begun_at != 0 && now < self->next_at)
    return;
  self->begun_ms += (gint64) (self->next_at - self->begun_at) * 1000 / DESK_MIXER_RATE;
  self->begun_at = self->next_at = now + HEAD_START;
}

static void
sound_next (DeskTapePlayer *self)
{
  g_autoptr (DeskSound) sound = g_queue_pop_head (&self->waiting);
  DeskPlaying how = { .place = DESK_PLACE_HANDSET, .gain = 1, .times = 1 };
  guint play;

  keep_pace (self);
  how.at_frame = self->next_at;
  how.fade_ms = self->next_at == self->begun_at ? FADE_MS : 0;
  play = desk_audio_play (self->audio, DESK_PLACE_HANDSET, sound, &how);
  self->next_at += desk_sound_get_pcm (sound)->n_frames;
  if (play != 0)
    g_queue_push_tail (&self->sounding, GUINT_TO_POINTER (play));
  else
    desk_tape_player_pause (self);
}

static void
sound_on (DeskTapePlayer *self)
{
  while (self->playing && !g_queue_is_empty (&self->waiting) &&
         g_queue_get_length (&self->sounding) < MOST_SOUNDING)
    sound_next (self);
  read_on (self);
}

static void
finish_run (DeskTapePlayer *self)
{
  begin_run (self, self->duration_ms);
  set_playing (self, FALSE);
  notify (self, PROP_POSITION_MS);
}

static void
on_over (DeskTapePlayer *self, guint play)
{
  if (!g_queue_remove (&self->sounding, GUINT_TO_POINTER (play)))
    return;
  if (self->ended && g_queue_is_empty (&self->sounding) && g_queue_is_empty (&self->waiting))
    finish_run (self);
  else
    sound_on (self);
}

/* Reading. */

typedef struct {
  DeskTapeReader *reader; /* owned, as below; NULL: to be opened */
  char *path;
  gboolean must_seek;
  gint64 seek_ms;
  guint run;
  DeskSound *sound; /* NULL: none was asked for, or there is no more */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  desk_tape_reader_free (reading->reader);
  g_clear_pointer (&reading->sound, desk_sound_unref);
  g_free (reading->path);
  g_free (reading);
}

static gboolean
read_piece (Reading *reading, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (reading->must_seek && !desk_tape_reader_seek (reading->reader, reading->seek_ms, error))
    return FALSE;
  reading->sound = desk_tape_reader_read (reading->reader, PIECE_FRAMES, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  gboolean good;

  if (reading->reader == NULL) {
    reading->reader = desk_tape_reader_new (reading->path, &error);
    good = reading->reader != NULL;
  } else {
    good = read_piece (reading, &error);
  }
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take (DeskTapePlayer *self, Reading *reading)
{
  if (self->duration_ms == 0) {
    self->duration_ms = desk_tape_reader_get_duration_ms (self->reader);
    self->begun_ms = MIN (self->begun_ms, self->duration_ms);
    notify (self, PROP_DURATION_MS);
  } else if (reading->run == self->run) {
    self->ended = reading->sound == NULL;
    if (reading->sound != NULL)
      g_queue_push_tail (&self->waiting, g_steal_pointer (&reading->sound));
  }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  DeskTapePlayer *self = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the player is gone */
    return;
  g_clear_object (&self->reading);
  self->reader = g_steal_pointer (&reading->reader);
  if (error != NULL) {
    fail (self, error->message);
    return;
  }
  take (self, reading);
  if (self->ended && g_queue_is_empty (&self->sounding) && g_queue_is_empty (&self->waiting))
    finish_run (self);
  else
    sound_on (self);
}

static void
run_task (DeskTapePlayer *self)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  self->reading = g_cancellable_new ();
  reading->reader = g_steal_pointer (&self->reader);
  reading->path = g_strdup (self->path);
  reading->must_seek = self->must_seek;
  reading->seek_ms = self->begun_ms;
  reading->run = self->run;
  self->must_seek = FALSE;
  task = g_task_new (NULL, self->reading, on_read, self);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, work);
}

static void
read_on (DeskTapePlayer *self)
{
  if (self->reader != NULL && self->playing && !self->ended && !self->failed &&
      g_queue_get_length (&self->waiting) < MOST_WAITING)
    run_task (self);
}

/* What the user does. */

void
desk_tape_player_play (DeskTapePlayer *self)
{
  g_return_if_fail (DESK_IS_TAPE_PLAYER (self));

  if (self->playing || self->failed)
    return;
  if (self->duration_ms > 0 && self->begun_ms >= self->duration_ms)
    begin_run (self, 0);
  set_playing (self, TRUE);
  read_on (self);
}

void
desk_tape_player_pause (DeskTapePlayer *self)
{
  g_return_if_fail (DESK_IS_TAPE_PLAYER (self));

  if (!self->playing)
    return;
  begin_run (self, desk_tape_player_get_position_ms (self));
  set_playing (self, FALSE);
}

void
desk_tape_player_seek (DeskTapePlayer *self, gint64 position_ms)
{
  g_return_if_fail (DESK_IS_TAPE_PLAYER (self));

  position_ms = MAX (position_ms, 0);
  begin_run (self, self->duration_ms > 0 ? MIN (position_ms, self->duration_ms) : position_ms);
  notify (self, PROP_POSITION_MS);
  read_on (self);
}

/* The object. */

static void
desk_tape_player_dispose (GObject *object)
{
  DeskTapePlayer *self = DESK_TAPE_PLAYER (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->audio != NULL)
    begin_run (self, 0);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->reader, desk_tape_reader_free);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_tape_player_parent_class)->dispose (object);
}

static void
desk_tape_player_finalize (GObject *object)
{
  g_free (DESK_TAPE_PLAYER (object)->path);
  G_OBJECT_CLASS (desk_tape_player_parent_class)->finalize (object);
}

static void
desk_tape_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskTapePlayer *self = DESK_TAPE_PLAYER (object);

  switch (id) {
  case PROP_DURATION_MS: g_value_set_int64 (value, self->duration_ms); break;
  case PROP_POSITION_MS: g_value_set_int64 (value, desk_tape_player_get_position_ms (self)); break;
  case PROP_PLAYING: g_value_set_boolean (value, self->playing); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_tape_player_class_init (DeskTapePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_tape_player_dispose;
  object_class->finalize = desk_tape_player_finalize;
  object_class->get_property = desk_tape_player_get_property;
  props[PROP_DURATION_MS] = g_param_spec_int64 ("duration-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_POSITION_MS] = g_param_spec_int64 ("position-ms", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_tape_player_init (DeskTapePlayer *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->sounding);
}

DeskTapePlayer *
desk_tape_player_new (DeskAudio *audio, const char *path)
{
  DeskTapePlayer *self = g_object_new (DESK_TYPE_TAPE_PLAYER, NULL);

  self->audio = g_object_ref (audio);
  self->path = g_strdup (path);
  g_signal_connect_object (audio, "over", G_CALLBACK (on_over), self, G_CONNECT_SWAPPED);
  run_task (self);
  return self;
}
