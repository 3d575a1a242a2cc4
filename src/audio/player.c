/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include "audio/clip-store.h"
#include "audio/soundscape.h"
#include "audio/tones.h"
#include "scenario/clip-file.h"

/* What should be heard is decided in soundscape.c. Here it is compared with what is, and the
 * difference becomes starts and stops. Sounds live in four parts, at most one in each. */

#define FADE_IN_MS 5
#define INTERRUPTED_MS 20
#define TONE_FADE_MS 10
#define CALLS_AHEAD 4
#define BUSY_CUE_MS 2000

typedef enum {
  PART_CONSOLE,  /* ringer, recall, call waiting */
  PART_RINGBACK, /* in the handset */
  PART_VOICE,    /* in the handset */
  PART_CUE,
  N_PARTS,
} Part;

typedef struct {
  guint voice; /* of the speaker; 0: silent */
  gboolean of_console;
} Sounding;

struct _DeskPlayer {
  GObject parent_instance;

  DeskSpeaker *speaker;           /* owned */
  DeskScenario *scenario;         /* owned */
  DeskClipLengths *lengths;       /* owned */
  DeskClipStore *clips;           /* owned */
  DeskSound *tones[DESK_N_TONES]; /* owned */

  double voice_volume;
  double ringer_volume;
  int pan;

  gboolean prepared;
  gboolean frozen;
  DeskConsole console;
  gboolean ringback;
  Sounding sounding[N_PARTS];
};

enum {
  PROP_0,
  PROP_VOICE_VOLUME,
  PROP_RINGER_VOLUME,
  PROP_PAN,
  N_PROPS,
};

enum {
  SIGNAL_CLIP_FAILED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPlayer, desk_player, G_TYPE_OBJECT)

/* Volumes are what a slider shows; ears are nearer to its square. */
static double
gain_of (DeskPlayer *self, gboolean of_console)
{
  double volume = of_console ? self->ringer_volume : self->voice_volume;

  return volume * volume;
}

static double
pan_of (DeskPlayer *self, gboolean of_console)
{
  return of_console ? 0 : self->pan;
}

static void
stop (DeskPlayer *self, Part part, guint fade_ms)
{
  desk_speaker_stop (self->speaker, self->sounding[part].voice, fade_ms);
  self->sounding[part].voice = 0;
}

static void
start (DeskPlayer *self, Part part, DeskSound *sound, gboolean of_console, guint times)
{
  const DeskPlaying how = {
    .gain = gain_of (self, of_console),
    .pan = pan_of (self, of_console),
    .times = times,
    .fade_ms = FADE_IN_MS,
  };

  stop (self, part, INTERRUPTED_MS);
  self->sounding[part].voice = desk_speaker_play (self->speaker, sound, &how);
  self->sounding[part].of_console = of_console;
}

static void
play_console (DeskPlayer *self, DeskConsole console)
{
  if (console == self->console)
    return;

  self->console = console;
  switch (console) {
  case DESK_CONSOLE_QUIET: stop (self, PART_CONSOLE, TONE_FADE_MS); break;
  case DESK_CONSOLE_RINGS:
    start (self, PART_CONSOLE, self->tones[DESK_TONE_RINGER], TRUE, 0);
    break;
  case DESK_CONSOLE_RECALLS:
    start (self, PART_CONSOLE, self->tones[DESK_TONE_RECALL], TRUE, 0);
    break;
  case DESK_CONSOLE_CALL_WAITS:
    start (self, PART_CONSOLE, self->tones[DESK_TONE_CALL_WAITING], TRUE, 0);
    break;
  }
}

static void
play_ringback (DeskPlayer *self, gboolean ringback)
{
  if (ringback == self->ringback)
    return;

  self->ringback = ringback;
  if (ringback)
    start (self, PART_RINGBACK, self->tones[DESK_TONE_RINGBACK], FALSE, 0);
  else
    stop (self, PART_RINGBACK, TONE_FADE_MS);
}

/* A reply without a clip, or whose clip is not there, is silence: its caption carries it. */
static void
start_reply (DeskPlayer *self, const DeskReply *reply)
{
  g_autoptr (DeskSound) clip = desk_clip_store_lookup (self->clips, reply->index);

  stop (self, PART_CUE, INTERRUPTED_MS);
  if (clip != NULL)
    start (self, PART_VOICE, clip, FALSE, 1);
  else
    stop (self, PART_VOICE, INTERRUPTED_MS);
}

static void
play_voice (DeskPlayer *self, DeskVoice voice, const DeskReply *reply)
{
  switch (voice) {
  case DESK_VOICE_STOPS: stop (self, PART_VOICE, INTERRUPTED_MS); break;
  case DESK_VOICE_GOES_ON: break;
  case DESK_VOICE_STARTS: start_reply (self, reply); break;
  }
}

static void
play_cue (DeskPlayer *self, DeskCue cue)
{
  DeskSound *busy = self->tones[DESK_TONE_BUSY];

  switch (cue) {
  case DESK_CUE_NONE: break;
  case DESK_CUE_BUSY:
    start (self, PART_CUE, busy, FALSE,
           MAX (1, DESK_MS_TO_FRAMES (BUSY_CUE_MS) / desk_sound_get_pcm (busy)->period));
    break;
  case DESK_CUE_REMINDER: start (self, PART_CUE, self->tones[DESK_TONE_REMINDER], TRUE, 1); break;
  }
}

static void
set_frozen (DeskPlayer *self, gboolean frozen)
{
  if (frozen == self->frozen)
    return;

  self->frozen = frozen;
  desk_speaker_set_frozen (self->speaker, frozen);
}

static void
want (DeskPlayer *self, const DeskReply *reply, gint64 due_ms)
{
  if (reply == NULL || reply->clip == NULL || self->scenario->folder == NULL)
    return;

  g_autofree char *path = desk_clip_file_path (self->scenario->folder, reply->clip);

  desk_clip_store_want (self->clips, reply->index, path,
                        desk_clip_lengths_get (self->lengths, reply), due_ms);
}

/* The opening first, then the rest in the order of the file; and whom the caller will ask for. */
static void
want_call (DeskPlayer *self, const DeskCall *call, gint64 due_ms)
{
  const DeskPerson *to = call->expect.to;

  want (self, desk_call_find_reply (call, "opening"), due_ms);
  for (guint i = 0; call->replies[i] != NULL; i++)
    if (g_strcmp0 (call->replies[i]->id, "opening") != 0)
      want (self, call->replies[i], due_ms + 1 + i);

  if (to != NULL) {
    want (self, to->answer, due_ms + 1000);
    want (self, to->accepts, due_ms + 1000);
    want (self, to->refuses, due_ms + 1000);
  }
}

/* What any call may need, with the room that the calls' own clips leave. */
static void
want_common (DeskPlayer *self)
{
  for (guint i = 0; i < self->scenario->n_replies; i++) {
    const DeskReply *reply = self->scenario->replies[i];

    if (g_str_has_prefix (reply->key, "people/") || g_str_has_prefix (reply->key, "neutral/"))
      want (self, reply, G_MAXINT64 - 1);
  }
}

static void
want_coming (DeskPlayer *self, const DeskState *state)
{
  guint n_ahead = 0;

  for (guint i = 0; i < self->scenario->n_calls && n_ahead < CALLS_AHEAD; i++) {
    if (state->calls[i].phase != DESK_CALL_PENDING)
      continue;
    want_call (self, self->scenario->calls[i], state->calls[i].due_ms);
    n_ahead++;
  }
}

static void
release_call (DeskPlayer *self, const DeskCall *call)
{
  for (guint i = 0; call->replies[i] != NULL; i++)
    desk_clip_store_release (self->clips, call->replies[i]->index);
}

static void
fetch_for (DeskPlayer *self, const DeskState *state, const DeskEvent *event)
{
  if (event == NULL || event->call == NULL)
    return;
  if (event->type == DESK_EVENT_CALL_DUE)
    want_coming (self, state);
  if (state->calls[event->call->index].phase == DESK_CALL_ENDED)
    release_call (self, event->call);
}

void
desk_player_prepare (DeskPlayer *self, const DeskState *state)
{
  if (self->prepared)
    return;

  self->prepared = TRUE;
  for (guint i = 0; i < self->scenario->n_calls; i++)
    if (state->calls[i].phase == DESK_CALL_LIVE || state->calls[i].phase == DESK_CALL_GAVE_UP)
      want_call (self, self->scenario->calls[i], state->now_ms);
  want_coming (self, state);
  want_common (self);
}

void
desk_player_handle_event (DeskPlayer *self, const DeskState *state, const DeskEvent *event)
{
  DeskSoundscape scape = desk_soundscape_of (state, event);

  set_frozen (self, scape.frozen);
  play_console (self, scape.console);
  play_ringback (self, scape.ringback);
  play_voice (self, scape.voice, scape.reply);
  play_cue (self, scape.cue);
  if (state->finished)
    stop (self, PART_CUE, TONE_FADE_MS);

  desk_player_prepare (self, state);
  fetch_for (self, state, event);
}

static void
on_clip_failed (DeskClipStore *clips, guint key, const GError *error, DeskPlayer *self)
{
  g_signal_emit (self, signals[SIGNAL_CLIP_FAILED], 0, self->scenario->replies[key], error);
}

static void
on_voice_over (DeskSpeaker *speaker, guint voice, DeskPlayer *self)
{
  for (guint part = 0; part < N_PARTS; part++)
    if (self->sounding[part].voice == voice)
      self->sounding[part].voice = 0;
}

static void
update_levels (DeskPlayer *self)
{
  for (guint part = 0; part < N_PARTS; part++) {
    const Sounding *sounding = &self->sounding[part];

    desk_speaker_set_level (self->speaker, sounding->voice, gain_of (self, sounding->of_console),
                            pan_of (self, sounding->of_console));
  }
}

static void
desk_player_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskPlayer *self = DESK_PLAYER (object);

  switch (id) {
  case PROP_VOICE_VOLUME: self->voice_volume = g_value_get_double (value); break;
  case PROP_RINGER_VOLUME: self->ringer_volume = g_value_get_double (value); break;
  case PROP_PAN: self->pan = g_value_get_int (value); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }

  if (self->speaker != NULL)
    update_levels (self);
}

static void
desk_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DeskPlayer *self = DESK_PLAYER (object);

  switch (id) {
  case PROP_VOICE_VOLUME: g_value_set_double (value, self->voice_volume); break;
  case PROP_RINGER_VOLUME: g_value_set_double (value, self->ringer_volume); break;
  case PROP_PAN: g_value_set_int (value, self->pan); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
desk_player_dispose (GObject *object)
{
  DeskPlayer *self = DESK_PLAYER (object);

  if (self->speaker != NULL) {
    for (guint part = 0; part < N_PARTS; part++)
      stop (self, part, INTERRUPTED_MS);
    set_frozen (self, FALSE);
    desk_clip_store_close (self->clips);
  }
  g_clear_object (&self->speaker);
  g_clear_object (&self->clips);
  G_OBJECT_CLASS (desk_player_parent_class)->dispose (object);
}

static void
desk_player_finalize (GObject *object)
{
  DeskPlayer *self = DESK_PLAYER (object);

  for (guint tone = 0; tone < DESK_N_TONES; tone++)
    desk_sound_unref (self->tones[tone]);
  desk_clip_lengths_unref (self->lengths);
  desk_scenario_unref (self->scenario);
  G_OBJECT_CLASS (desk_player_parent_class)->finalize (object);
}

static void
desk_player_class_init (DeskPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->set_property = desk_player_set_property;
  object_class->get_property = desk_player_get_property;
  object_class->dispose = desk_player_dispose;
  object_class->finalize = desk_player_finalize;

  props[PROP_VOICE_VOLUME] = g_param_spec_double ("voice-volume", NULL, NULL, 0.0, 1.0, 0.8, flags);
  props[PROP_RINGER_VOLUME] =
      g_param_spec_double ("ringer-volume", NULL, NULL, 0.0, 1.0, 0.8, flags);
  props[PROP_PAN] = g_param_spec_int ("pan", NULL, NULL, -1, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CLIP_FAILED] =
      g_signal_new ("clip-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
}

static void
desk_player_init (DeskPlayer *self)
{
  self->clips = desk_clip_store_new (DESK_CLIP_STORE_BUDGET);
}

DeskPlayer *
desk_player_new (DeskSpeaker *speaker, DeskScenario *scenario, DeskClipLengths *lengths)
{
  DeskPlayer *self = g_object_new (DESK_TYPE_PLAYER, NULL);

  self->speaker = g_object_ref (speaker);
  self->scenario = desk_scenario_ref (scenario);
  self->lengths = desk_clip_lengths_ref (lengths);
  for (guint tone = 0; tone < DESK_N_TONES; tone++)
    self->tones[tone] = desk_tone_new ((DeskTone) tone, scenario->country);

  g_signal_connect_object (speaker, "over", G_CALLBACK (on_voice_over), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->clips, "failed", G_CALLBACK (on_clip_failed), self,
                           G_CONNECT_DEFAULT);
  return self;
}
