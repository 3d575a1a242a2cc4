/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/say-back.h"

#include <math.h>

#define LISTEN_FRAMES DESK_MS_TO_FRAMES (2000)
#define PATIENCE_US (4 * G_USEC_PER_SEC) /* for a microphone that still has to be opened */
#define LOOK_MS 50
#define FADE_MS 10
#define QUIET 0.003F /* -50 dB of full scale: the noise of a microphone that nobody speaks into */

struct _DeskSayBack {
  GObject parent_instance;

  DeskAudio *audio; /* owned */
  DeskSayBackState state;
  guint look_source;
  gint64 begun_us;
  float *samples;   /* owned: room for LISTEN_FRAMES; NULL unless it listens */
  guint32 n_frames; /* heard so far */
  guint play;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSayBack, desk_say_back, G_TYPE_OBJECT)

static void
set_state (DeskSayBack *self, DeskSayBackState state)
{
  if (state == self->state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop_listening (DeskSayBack *self)
{
  if (self->look_source != 0)
    desk_tap_close (desk_audio_get_microphone_tap (self->audio));
  g_clear_handle_id (&self->look_source, g_source_remove);
}

static gboolean
is_quiet (const float *samples, guint32 n_frames)
{
  for (guint32 i = 0; i < n_frames; i++)
    if (fabsf (samples[i]) > QUIET)
      return FALSE;
  return TRUE;
}

static void
play (DeskSayBack *self)
{
  const DeskPlaying how = { .gain = 1, .times = 1, .fade_ms = FADE_MS };
  g_autoptr (DeskSound) sound =
      desk_sound_new_take (g_steal_pointer (&self->samples), self->n_frames, 0);

  self->play = desk_audio_play (self->audio, DESK_PLACE_HANDSET, sound, &how);
  set_state (self, self->play != 0 ? DESK_SAY_BACK_PLAYING : DESK_SAY_BACK_READY);
}

static void
judge (DeskSayBack *self)
{
  stop_listening (self);
  if (self->n_frames < LISTEN_FRAMES / 2)
    set_state (self, DESK_SAY_BACK_DEAF);
  else if (is_quiet (self->samples, self->n_frames))
    set_state (self, DESK_SAY_BACK_QUIET);
  else
    play (self);
  g_clear_pointer (&self->samples, g_free);
}

static void
take_block (DeskSayBack *self, const DeskTapBlock *block)
{
  const guint32 n = MIN (block->n_frames, LISTEN_FRAMES - self->n_frames);

  memcpy (self->samples + self->n_frames, block->samples, n * sizeof (float));
  self->n_frames += n;
}

static gboolean
on_look (gpointer data)
{
  DeskSayBack *self = data;
  DeskTap *tap = desk_audio_get_microphone_tap (self->audio);
  const DeskTapBlock *block;

  while ((block = desk_tap_peek (tap)) != NULL) {
    take_block (self, block);
    desk_tap_drop (tap);
  }
  if (self->n_frames == LISTEN_FRAMES || g_get_monotonic_time () - self->begun_us > PATIENCE_US)
    judge (self);
  return G_SOURCE_CONTINUE; /* unless judge() has removed it */
}

void
desk_say_back_listen (DeskSayBack *self)
{
  g_return_if_fail (DESK_IS_SAY_BACK (self));
  desk_say_back_stop (self);
  self->samples = g_new (float, LISTEN_FRAMES);
  self->n_frames = 0;
  self->begun_us = g_get_monotonic_time ();
  desk_tap_open (desk_audio_get_microphone_tap (self->audio));
  self->look_source = g_timeout_add (LOOK_MS, on_look, self);
  set_state (self, DESK_SAY_BACK_LISTENING);
}

void
desk_say_back_stop (DeskSayBack *self)
{
  g_return_if_fail (DESK_IS_SAY_BACK (self));
  stop_listening (self);
  g_clear_pointer (&self->samples, g_free);
  desk_audio_stop (self->audio, self->play, FADE_MS);
  self->play = 0;
  set_state (self, DESK_SAY_BACK_READY);
}

DeskSayBackState
desk_say_back_get_state (DeskSayBack *self)
{
  g_return_val_if_fail (DESK_IS_SAY_BACK (self), DESK_SAY_BACK_READY);
  return self->state;
}

static void
on_play_over (DeskSayBack *self, guint play_over)
{
  if (self->play == 0 || play_over != self->play)
    return;
  self->play = 0;
  set_state (self, DESK_SAY_BACK_READY);
}

static void
desk_say_back_dispose (GObject *object)
{
  DeskSayBack *self = DESK_SAY_BACK (object);

  if (self->audio != NULL)
    desk_say_back_stop (self);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_say_back_parent_class)->dispose (object);
}

static void
desk_say_back_class_init (DeskSayBackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_say_back_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_say_back_init (DeskSayBack *self)
{
}

DeskSayBack *
desk_say_back_new (DeskAudio *audio)
{
  DeskSayBack *self = g_object_new (DESK_TYPE_SAY_BACK, NULL);

  self->audio = g_object_ref (audio);
  g_signal_connect_object (audio, "over", G_CALLBACK (on_play_over), self, G_CONNECT_SWAPPED);
  return self;
}
