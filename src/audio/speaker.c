/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/speaker.h"

/* The main thread's end of the two rings. While voices are out, or commands not yet taken, a timer
 * collects what the mixer reports; at rest there is none.
 *
 * When no device runs the mixer (none there, lost, still opening) the main thread runs it for the time
 * that passed, into nothing: at each tick, and before each command, so that the mixer takes it at the
 * moment at which it was given. So sounds end when they would have, sounds asked for in the meantime
 * do not all burst out later, nothing fills up, and the tap has the right times. The mixer admits one
 * thread at a time: a device that comes back just then loses a callback's worth of sound at most. */

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define NS_PER_S G_GINT64_CONSTANT (1000000000)
#define TICK_MS 500
#define PATIENCE_NS (400 * NS_PER_MS) /* with a device that is said to play */
#define LONGEST_SKIP_NS (2000 * NS_PER_MS)
#define LEVEL_RAMP_MS 15
#define FREEZE_RAMP_MS 10

struct _DeskSpeaker {
  GObject parent_instance;

  DeskMixer *mixer;    /* owned, 64-byte aligned */
  DeskOutput *output;  /* owned; NULL before the first */
  GHashTable *playing; /* owned: voice -> owned DeskSound, until the mixer retires it */
  guint32 last_voice;
  guint tick_id;
  guint64 frames_seen; /* of the mixer, when it was last looked at */
  gint64 seen_ns;      /* when that was, on CLOCK_MONOTONIC */
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSpeaker, desk_speaker, G_TYPE_OBJECT)

static void
collect (DeskSpeaker *self)
{
  DeskMixerReport report;

  while (desk_mixer_receive (self->mixer, &report)) {
    if (report.type != DESK_MIXER_RETIRED)
      continue;
    g_hash_table_remove (self->playing, GUINT_TO_POINTER (report.voice));
    g_signal_emit (self, signals[SIGNAL_OVER], 0, report.voice);
  }
}

static gint64
now_ns (void)
{
  return g_get_monotonic_time () * 1000;
}

static void
look (DeskSpeaker *self, gint64 time_ns)
{
  self->seen_ns = time_ns;
  self->frames_seen = desk_mixer_get_frames (self->mixer);
}

/* Runs the mixer for the time from `from_ns` to `until_ns`, except the fraction of a frame that is left. */
static void
skip (DeskSpeaker *self, gint64 from_ns, gint64 until_ns)
{
  const guint64 n_frames = (guint64) ((until_ns - from_ns) * DESK_MIXER_RATE / NS_PER_S);
  float nowhere[2 * DESK_MIXER_CHUNK];

  for (guint64 done = 0; done < n_frames; done += DESK_MIXER_CHUNK)
    desk_mixer_run (self->mixer, nowhere, (guint32) MIN (n_frames - done, DESK_MIXER_CHUNK),
                    from_ns + (gint64) done * NS_PER_S / DESK_MIXER_RATE);

  look (self, from_ns + (gint64) n_frames * NS_PER_S / DESK_MIXER_RATE);
}

/* Brings the mixer up to now if no device does. */
static void
catch_up (DeskSpeaker *self)
{
  const gint64 time_ns = now_ns ();
  const gint64 passed_ns = time_ns - self->seen_ns;

  if (desk_speaker_get_state (self) == DESK_OUTPUT_PLAYING && passed_ns < PATIENCE_NS)
    return;

  if (desk_mixer_get_frames (self->mixer) == self->frames_seen)
    skip (self, time_ns - MIN (passed_ns, LONGEST_SKIP_NS), time_ns);
  else
    look (self, time_ns);
}

static gboolean
is_at_rest (DeskSpeaker *self)
{
  return g_hash_table_size (self->playing) == 0 &&
         desk_ring_get_length (&self->mixer->commands) == 0;
}

static gboolean
on_tick (gpointer data)
{
  DeskSpeaker *self = data;

  collect (self);
  catch_up (self);
  collect (self);

  if (!is_at_rest (self))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* As catch_up(), and from now on as long as there is anything to wait for. */
static void
keep_up (DeskSpeaker *self)
{
  if (self->tick_id != 0) {
    catch_up (self);
    return;
  }

  look (self, now_ns ());
  self->tick_id = g_timeout_add (TICK_MS, on_tick, self);
}

/* A full ring is emptied from here: mixing zero frames still takes the commands. */
static gboolean
send (DeskSpeaker *self, const DeskMixerCommand *command)
{
  float nowhere[2];

  keep_up (self);
  if (desk_mixer_send (self->mixer, command))
    return TRUE;

  desk_mixer_run (self->mixer, nowhere, 0, now_ns ());
  return desk_mixer_send (self->mixer, command);
}

static void
set_gains (DeskMixerCommand *command, double gain, double pan)
{
  command->left = (float) (gain * MIN (1, 1 - pan));
  command->right = (float) (gain * MIN (1, 1 + pan));
}

guint
desk_speaker_play (DeskSpeaker *self, DeskSound *sound, const DeskPlaying *how)
{
  DeskMixerCommand command = {
    .type = how->at_frame > 0 ? DESK_MIXER_START_AT : DESK_MIXER_START,
    .place = (guint8) how->place,
    .times = (guint16) MIN (how->times, G_MAXUINT16),
    .voice = self->last_voice + 1,
    .ramp = DESK_MS_TO_FRAMES (how->fade_ms),
    .frame = (guint32) how->at_frame,
    .pcm = desk_sound_get_pcm (sound),
  };

  set_gains (&command, how->gain, how->pan);
  if (!send (self, &command))
    return 0;

  self->last_voice++;
  g_hash_table_insert (self->playing, GUINT_TO_POINTER (command.voice), desk_sound_ref (sound));
  return command.voice;
}

static gboolean
is_playing (DeskSpeaker *self, guint voice)
{
  return g_hash_table_contains (self->playing, GUINT_TO_POINTER (voice));
}

void
desk_speaker_stop (DeskSpeaker *self, guint voice, guint fade_ms)
{
  const DeskMixerCommand command = {
    .type = DESK_MIXER_STOP,
    .voice = voice,
    .ramp = DESK_MS_TO_FRAMES (fade_ms),
  };

  if (is_playing (self, voice))
    send (self, &command);
}

void
desk_speaker_set_level (DeskSpeaker *self, guint voice, double gain, double pan)
{
  DeskMixerCommand command = {
    .type = DESK_MIXER_LEVEL,
    .voice = voice,
    .ramp = DESK_MS_TO_FRAMES (LEVEL_RAMP_MS),
  };

  set_gains (&command, gain, pan);
  if (is_playing (self, voice))
    send (self, &command);
}

void
desk_speaker_set_place_level (DeskSpeaker *self, DeskPlace place, double gain, double pan)
{
  DeskMixerCommand command = {
    .type = DESK_MIXER_PLACE,
    .place = (guint8) place,
    .ramp = DESK_MS_TO_FRAMES (LEVEL_RAMP_MS),
  };

  set_gains (&command, gain, pan);
  send (self, &command);
}

void
desk_speaker_set_frozen (DeskSpeaker *self, gboolean frozen)
{
  const DeskMixerCommand command = {
    .type = frozen ? DESK_MIXER_FREEZE : DESK_MIXER_THAW,
    .ramp = DESK_MS_TO_FRAMES (FREEZE_RAMP_MS),
  };

  send (self, &command);
}

static void
on_output_changed (DeskOutput *output, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_CHANGED], 0);
}

void
desk_speaker_take_output (DeskSpeaker *self, DeskOutput *output)
{
  desk_output_destroy (self->output);
  self->output = output;
  desk_output_listen (output, on_output_changed, self);
  desk_output_start (output);
}

DeskMixer *
desk_speaker_get_mixer (DeskSpeaker *self)
{
  return self->mixer;
}

DeskOutputState
desk_speaker_get_state (DeskSpeaker *self)
{
  return self->output == NULL ? DESK_OUTPUT_OPENING : self->output->state;
}

const char *
desk_speaker_get_device (DeskSpeaker *self)
{
  return self->output == NULL ? NULL : self->output->device;
}

const char *
desk_speaker_get_notice (DeskSpeaker *self)
{
  return self->output == NULL ? NULL : self->output->notice;
}

void
desk_speaker_measure (DeskSpeaker *self, DeskOutputMeter *meter)
{
  *meter = (DeskOutputMeter){ 0 };
  if (self->output != NULL)
    desk_output_measure (self->output, meter);
}

void
desk_speaker_get_losses (DeskSpeaker *self, DeskMixerLosses *losses)
{
  desk_mixer_get_losses (self->mixer, losses);
}

guint64
desk_speaker_get_frames (DeskSpeaker *self)
{
  if (self->tick_id != 0)
    catch_up (self);

  return desk_mixer_get_frames (self->mixer);
}

void
desk_speaker_set_tap (DeskSpeaker *self, DeskTap *tap)
{
  if (self->tick_id != 0)
    catch_up (self);
  desk_mixer_set_tap (self->mixer, tap);
}

static void
desk_speaker_finalize (GObject *object)
{
  DeskSpeaker *self = DESK_SPEAKER (object);

  /* This comes first: from here on no other thread looks at the sounds. */
  desk_output_destroy (self->output);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_hash_table_unref (self->playing);
  g_aligned_free (self->mixer);
  G_OBJECT_CLASS (desk_speaker_parent_class)->finalize (object);
}

static void
desk_speaker_class_init (DeskSpeakerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_speaker_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OVER] = g_signal_new ("over", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_speaker_init (DeskSpeaker *self)
{
  self->mixer = g_aligned_alloc (1, sizeof (DeskMixer), 64);
  desk_mixer_init (self->mixer);
  self->playing = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) desk_sound_unref);
}

DeskSpeaker *
desk_speaker_new (void)
{
  return g_object_new (DESK_TYPE_SPEAKER, NULL);
}
