/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/audio.h"

#include "audio/microphone.h"

/* One speaker, the headset's, is always there and plays both places. While the settings name another
 * output for the ringer there is a second, and what sounds at the console goes to it, or to both. A
 * play is therefore up to two voices; when the ringer is moved its plays begin anew where they now
 * belong. */

#define MOVED_FADE_MS 10
#define LEVEL_LASTS_US (40 * G_TIME_SPAN_MILLISECOND)

/* Something that was asked to be played and has not ended. */
typedef struct {
  guint id;
  DeskSound *sound; /* owned */
  DeskPlace place;
  DeskPlaying how;
  gboolean stopping;
  guint voices[2]; /* voices of the headset and of the ringer; 0: silent there */
} Play;

struct _DeskAudio {
  GObject parent_instance;

  DeskSoundSettings *settings; /* owned, as all below */
  DeskSoundSystem *system;     /* NULL before the start */
  DeskSpeaker *speakers[2];    /* speakers of the headset and of the ringer, or NULL */
  DeskOutput *outputs[2];      /* borrowed from the speakers; NULL before the start */
  DeskMicrophone *microphone;  /* NULL while nobody wants it, or before the start */
  guint n_wanting_microphone;
  double level; /* level of the microphone, when it was last read */
  gint64 level_us;
  DeskTap *callers_tap;
  DeskTap *microphone_tap;

  GPtrArray *plays; /* of Play: a handful */
  guint last_play;
  gboolean frozen;
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskAudio, desk_audio, G_TYPE_OBJECT)

static void
play_free (gpointer data)
{
  Play *play = data;

  desk_sound_unref (play->sound);
  g_free (play);
}

static Play *
find_play (DeskAudio *self, guint id)
{
  for (guint i = 0; i < self->plays->len; i++) {
    Play *play = g_ptr_array_index (self->plays, i);

    if (play->id == id)
      return play;
  }

  return NULL;
}

static Play *
find_play_of_voice (DeskAudio *self, guint role, guint voice)
{
  for (guint i = 0; i < self->plays->len; i++) {
    Play *play = g_ptr_array_index (self->plays, i);

    if (play->voices[role] == voice)
      return play;
  }

  return NULL;
}

/* What the settings say. */

/* The ringer's own output; NULL when it is the headset's. (transfer full) */
static char *
get_own_ringer (DeskAudio *self)
{
  g_autofree char *headset = NULL;
  g_autofree char *ringer = NULL;

  g_object_get (self->settings, "headset", &headset, "ringer", &ringer, NULL);
  return g_strcmp0 (ringer, headset) == 0 ? NULL : g_steal_pointer (&ringer);
}

static gboolean
is_heard_in (DeskAudio *self, guint role, DeskPlace place)
{
  gboolean both;

  if (self->speakers[role] == NULL)
    return FALSE;
  if (place == DESK_PLACE_HANDSET || self->speakers[DESK_STREAM_RINGER] == NULL)
    return role == DESK_STREAM_HEADSET;

  g_object_get (self->settings, "ring-both", &both, NULL);
  return role == DESK_STREAM_RINGER || both;
}

/* Volumes are what a slider shows; ears are nearer to its square. */
static void
update_levels (DeskAudio *self)
{
  double voice, ringer;
  int ear;

  g_object_get (self->settings, "voice-volume", &voice, "ringer-volume", &ringer, "ear", &ear,
                NULL);
  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++)
    if (self->speakers[role] != NULL) {
      desk_speaker_set_place_level (self->speakers[role], DESK_PLACE_HANDSET, voice * voice, ear);
      desk_speaker_set_place_level (self->speakers[role], DESK_PLACE_CONSOLE, ringer * ringer, 0);
    }
}

/* Plays. */

static void
begin_voice (DeskAudio *self, Play *play, guint role)
{
  play->voices[role] = desk_speaker_play (self->speakers[role], play->sound, &play->how);
}

/* FALSE: it is heard nowhere. */
static gboolean
is_sounding (const Play *play)
{
  return play->voices[DESK_STREAM_HEADSET] != 0 || play->voices[DESK_STREAM_RINGER] != 0;
}

static void
end_play (DeskAudio *self, Play *play)
{
  const guint id = play->id;

  g_ptr_array_remove_fast (self->plays, play);
  g_signal_emit (self, signals[SIGNAL_OVER], 0, id);
}

static void
end_voice (DeskAudio *self, guint role, guint voice)
{
  Play *play = find_play_of_voice (self, role, voice);

  if (play == NULL)
    return;

  play->voices[role] = 0;
  if (!is_sounding (play))
    end_play (self, play);
}

static void
on_headset_over (DeskAudio *self, guint voice)
{
  end_voice (self, DESK_STREAM_HEADSET, voice);
}

static void
on_ringer_over (DeskAudio *self, guint voice)
{
  end_voice (self, DESK_STREAM_RINGER, voice);
}

/* Starts a play of the console where it should be heard now, and stops it elsewhere. */
static void
settle_play (DeskAudio *self, Play *play)
{
  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++) {
    const gboolean heard = is_heard_in (self, role, play->place);
    const guint voice = play->voices[role];

    if (heard && voice == 0 && !play->stopping) {
      begin_voice (self, play, role);
    } else if (!heard && voice != 0) {
      play->voices[role] = 0;
      if (self->speakers[role] != NULL)
        desk_speaker_stop (self->speakers[role], voice, MOVED_FADE_MS);
    }
  }
}

static void
settle_plays (DeskAudio *self)
{
  for (guint i = self->plays->len; i-- > 0;) {
    Play *play = g_ptr_array_index (self->plays, i);

    settle_play (self, play);
    if (!is_sounding (play))
      end_play (self, play);
  }
}

guint
desk_audio_play (DeskAudio *self, DeskPlace place, DeskSound *sound, const DeskPlaying *how)
{
  Play *play = g_new0 (Play, 1);

  play->id = ++self->last_play;
  play->sound = desk_sound_ref (sound);
  play->place = place;
  play->how = *how;
  play->how.place = place;
  settle_play (self, play);
  if (!is_sounding (play)) {
    play_free (play);
    return 0;
  }

  g_ptr_array_add (self->plays, play);
  return play->id;
}

void
desk_audio_stop (DeskAudio *self, guint id, guint fade_ms)
{
  Play *play = find_play (self, id);

  if (play == NULL)
    return;
  play->stopping = TRUE;
  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++)
    if (self->speakers[role] != NULL)
      desk_speaker_stop (self->speakers[role], play->voices[role], fade_ms);
}

void
desk_audio_set_gain (DeskAudio *self, guint id, double gain)
{
  Play *play = find_play (self, id);

  if (play == NULL)
    return;
  play->how.gain = gain;
  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++)
    if (self->speakers[role] != NULL)
      desk_speaker_set_level (self->speakers[role], play->voices[role], gain, play->how.pan);
}

/* Streams. */

static void
on_stream_changed (DeskAudio *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
desk_audio_set_frozen (DeskAudio *self, gboolean frozen)
{
  if (frozen == self->frozen)
    return;
  self->frozen = frozen;
  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++)
    if (self->speakers[role] != NULL)
      desk_speaker_set_frozen (self->speakers[role], frozen);
  on_stream_changed (self);
}

gboolean
desk_audio_get_frozen (DeskAudio *self)
{
  return self->frozen;
}

static void
on_microphone_changed (DeskMicrophone *microphone, gpointer data)
{
  on_stream_changed (data);
}

static DeskSpeaker *
speaker_new (DeskAudio *self, GCallback on_over)
{
  DeskSpeaker *speaker = desk_speaker_new ();

  g_signal_connect_swapped (speaker, "changed", G_CALLBACK (on_stream_changed), self);
  g_signal_connect_swapped (speaker, "over", on_over, self);
  return speaker;
}

static void
speaker_free (DeskAudio *self, guint role)
{
  if (self->speakers[role] == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->speakers[role], self);
  g_clear_object (&self->speakers[role]);
  self->outputs[role] = NULL;
}

/* Opens the output of `role`, or moves it to where it should be now. */
static void
update_output (DeskAudio *self, guint role)
{
  g_autofree char *device = NULL;
  double latency_ms;

  if (self->system == NULL || self->speakers[role] == NULL)
    return;

  g_object_get (self->settings, "latency-ms", &latency_ms,
                role == DESK_STREAM_HEADSET ? "headset" : "ringer", &device, NULL);
  if (self->outputs[role] != NULL) {
    desk_output_portaudio_change (self->outputs[role], device, latency_ms);
  } else {
    self->outputs[role] = desk_output_portaudio_new (
        self->system, desk_speaker_get_mixer (self->speakers[role]), device, latency_ms);
    desk_speaker_take_output (self->speakers[role], self->outputs[role]);
  }
}

/* What was playing in a ringer that goes away starts over in the headset. */
static void
update_ringer (DeskAudio *self)
{
  g_autofree char *own = get_own_ringer (self);

  if (own == NULL) {
    speaker_free (self, DESK_STREAM_RINGER);
    for (guint i = 0; i < self->plays->len; i++)
      ((Play *) g_ptr_array_index (self->plays, i))->voices[DESK_STREAM_RINGER] = 0;
  } else if (self->speakers[DESK_STREAM_RINGER] == NULL) {
    self->speakers[DESK_STREAM_RINGER] = speaker_new (self, G_CALLBACK (on_ringer_over));
    desk_speaker_set_frozen (self->speakers[DESK_STREAM_RINGER], self->frozen);
    update_levels (self);
  }
  update_output (self, DESK_STREAM_RINGER);
  settle_plays (self);
}

static void
update_microphone (DeskAudio *self)
{
  const gboolean wanted = self->system != NULL && self->n_wanting_microphone > 0;
  g_autofree char *device = NULL;

  g_object_get (self->settings, "microphone", &device, NULL);
  if (!wanted) {
    g_clear_pointer (&self->microphone, desk_microphone_destroy);
  } else if (self->microphone != NULL) {
    desk_microphone_change (self->microphone, device);
  } else {
    self->microphone = desk_microphone_new (self->system, self->microphone_tap, device);
    desk_microphone_listen (self->microphone, on_microphone_changed, self);
    desk_microphone_start (self->microphone);
  }
}

static void
update_realtime (DeskAudio *self)
{
  gboolean wanted;

  g_object_get (self->settings, "realtime", &wanted, NULL);
  if (self->system != NULL)
    desk_sound_system_set_realtime (self->system, wanted);
}

static void
on_setting_changed (DeskAudio *self, GParamSpec *pspec)
{
  const char *name = pspec->name;

  if (g_str_equal (name, "headset") || g_str_equal (name, "latency-ms"))
    update_output (self, DESK_STREAM_HEADSET);
  if (g_str_equal (name, "headset") || g_str_equal (name, "latency-ms") ||
      g_str_equal (name, "ringer") || g_str_equal (name, "ring-both"))
    update_ringer (self);
  if (g_str_equal (name, "microphone"))
    update_microphone (self);
  if (g_str_equal (name, "realtime"))
    update_realtime (self);
  update_levels (self);
  on_stream_changed (self);
}

void
desk_audio_start (DeskAudio *self)
{
  g_return_if_fail (self->system == NULL);

  self->system = desk_sound_system_new ();
  update_realtime (self);
  update_output (self, DESK_STREAM_HEADSET);
  update_output (self, DESK_STREAM_RINGER);
  update_microphone (self);
}

void
desk_audio_want_microphone (DeskAudio *self, gboolean wanted)
{
  g_return_if_fail (wanted || self->n_wanting_microphone > 0);

  const gboolean was_wanted = self->n_wanting_microphone > 0;

  if (wanted)
    self->n_wanting_microphone++;
  else
    self->n_wanting_microphone--;
  if ((self->n_wanting_microphone > 0) == was_wanted)
    return;
  update_microphone (self);
  on_stream_changed (self);
}

/* A level can be read only once, so it is kept for whoever asks again shortly after. */
double
desk_audio_get_microphone_level (DeskAudio *self)
{
  const gint64 now_us = g_get_monotonic_time ();

  if (self->microphone == NULL)
    return 0;
  if (now_us - self->level_us >= LEVEL_LASTS_US) {
    self->level = desk_microphone_take_level (self->microphone);
    self->level_us = now_us;
  }
  return self->level;
}

/* What others may know. */

static void
get_speaker_status (DeskSpeaker *speaker, DeskStreamStatus *status)
{
  status->wanted = TRUE;
  status->state = desk_speaker_get_state (speaker);
  status->device = desk_speaker_get_device (speaker);
  status->notice = desk_speaker_get_notice (speaker);
  desk_speaker_measure (speaker, &status->meter);
  desk_speaker_get_losses (speaker, &status->losses);
}

static void
get_microphone_status (DeskAudio *self, DeskStreamStatus *status)
{
  status->wanted = self->n_wanting_microphone > 0;
  if (self->microphone == NULL)
    return;
  status->state = desk_microphone_get_state (self->microphone);
  status->device = desk_microphone_get_device (self->microphone);
  status->notice = desk_microphone_get_notice (self->microphone);
  desk_microphone_measure (self->microphone, &status->meter);
}

void
desk_audio_get_status (DeskAudio *self, DeskStreamRole role, DeskStreamStatus *status)
{
  *status = (DeskStreamStatus){ .state = DESK_OUTPUT_OPENING };
  if (role == DESK_STREAM_MICROPHONE)
    get_microphone_status (self, status);
  else if (self->speakers[role] != NULL)
    get_speaker_status (self->speakers[role], status);
}

char *
desk_audio_get_notice (DeskAudio *self)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();

  for (guint role = 0; role < G_N_ELEMENTS (self->speakers); role++) {
    DeskStreamStatus status;

    desk_audio_get_status (self, role, &status);
    if (status.wanted && status.notice != NULL &&
        !g_ptr_array_find_with_equal_func (notices, status.notice, g_str_equal, NULL))
      g_ptr_array_add (notices, (gpointer) status.notice);
  }
  if (notices->len == 0)
    return NULL;
  g_ptr_array_add (notices, NULL);
  return g_strjoinv (" ", (char **) notices->pdata);
}

DeskSpeaker *
desk_audio_get_speaker (DeskAudio *self, DeskStreamRole role)
{
  return role == DESK_STREAM_MICROPHONE ? NULL : self->speakers[role];
}

DeskSoundSettings *
desk_audio_get_settings (DeskAudio *self)
{
  return self->settings;
}

DeskTap *
desk_audio_get_microphone_tap (DeskAudio *self)
{
  return self->microphone_tap;
}

DeskTap *
desk_audio_get_callers_tap (DeskAudio *self)
{
  return self->callers_tap;
}

static void
desk_audio_finalize (GObject *object)
{
  DeskAudio *self = DESK_AUDIO (object);

  g_signal_handlers_disconnect_by_data (self->settings, self);
  speaker_free (self, DESK_STREAM_HEADSET);
  speaker_free (self, DESK_STREAM_RINGER);
  desk_microphone_destroy (self->microphone);
  desk_sound_system_unref (self->system);
  g_ptr_array_unref (self->plays);
  g_object_unref (self->settings);
  g_aligned_free (self->callers_tap);
  g_aligned_free (self->microphone_tap);
  G_OBJECT_CLASS (desk_audio_parent_class)->finalize (object);
}

static void
desk_audio_class_init (DeskAudioClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_audio_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OVER] = g_signal_new ("over", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
}

static DeskTap *
tap_new (void)
{
  DeskTap *tap = g_aligned_alloc (1, sizeof (DeskTap), 64);

  desk_tap_init (tap);
  return tap;
}

static void
desk_audio_init (DeskAudio *self)
{
  self->plays = g_ptr_array_new_with_free_func (play_free);
  self->callers_tap = tap_new ();
  self->microphone_tap = tap_new ();
  self->speakers[DESK_STREAM_HEADSET] = speaker_new (self, G_CALLBACK (on_headset_over));
  desk_speaker_set_tap (self->speakers[DESK_STREAM_HEADSET], self->callers_tap);
}

DeskAudio *
desk_audio_new (DeskSoundSettings *settings)
{
  DeskAudio *self = g_object_new (DESK_TYPE_AUDIO, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (settings, "notify", G_CALLBACK (on_setting_changed), self);
  update_levels (self);
  update_ringer (self);
  return self;
}
