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

struct _DeskPlayer {
  GObject parent_instance;

  DeskAudio *audio;               /* owned */
  DeskScenario *scenario;         /* owned */
  DeskClipLengths *lengths;       /* owned */
  DeskClipStore *clips;           /* owned */
  DeskSound *tones[DESK_N_TONES]; /* owned */

  gboolean prepared;
  gboolean frozen;
  DeskConsole console;
  gboolean ringback;
  guint sounding[N_PARTS]; /* plays; 0: silent */
};

enum {
  SIGNAL_CLIP_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPlayer, desk_player, G_TYPE_OBJECT)

static void
stop (DeskPlayer *self, Part part, guint fade_ms)
{
  desk_audio_stop (self->audio, self->sounding[part], fade_ms);
  self->sounding[part] = 0;
}

static void
start (DeskPlayer *self, Part part, DeskPlace place, DeskSound *sound, guint times)
{
  const DeskPlaying how = { .gain = 1, .times = times, .fade_ms = FADE_IN_MS };

  stop (self, part, INTERRUPTED_MS);
  self->sounding[part] = desk_audio_play (self->audio, place, sound, &how);
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
    start (self, PART_CONSOLE, DESK_PLACE_CONSOLE, self->tones[DESK_TONE_RINGER], 0);
    break;
  case DESK_CONSOLE_RECALLS:
    start (self, PART_CONSOLE, DESK_PLACE_CONSOLE, self->tones[DESK_TONE_RECALL], 0);
    break;
  case DESK_CONSOLE_CALL_WAITS:
    start (self, PART_CONSOLE, DESK_PLACE_CONSOLE, self->tones[DESK_TONE_CALL_WAITING], 0);
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
    start (self, PART_RINGBACK, DESK_PLACE_HANDSET, self->tones[DESK_TONE_RINGBACK], 0);
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
    start (self, PART_VOICE, DESK_PLACE_HANDSET, clip, 1);
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
    start (self, PART_CUE, DESK_PLACE_HANDSET, busy,
           MAX (1, DESK_MS_TO_FRAMES (BUSY_CUE_MS) / desk_sound_get_pcm (busy)->period));
    break;
  case DESK_CUE_REMINDER:
    start (self, PART_CUE, DESK_PLACE_CONSOLE, self->tones[DESK_TONE_REMINDER], 1);
    break;
  }
}

static void
set_frozen (DeskPlayer *self, gboolean frozen)
{
  if (frozen == self->frozen)
    return;

  self->frozen = frozen;
  desk_audio_set_frozen (self->audio, frozen);
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
on_play_over (DeskAudio *audio, guint play, DeskPlayer *self)
{
  for (guint part = 0; part < N_PARTS; part++)
    if (self->sounding[part] == play)
      self->sounding[part] = 0;
}

static void
desk_player_dispose (GObject *object)
{
  DeskPlayer *self = DESK_PLAYER (object);

  if (self->audio != NULL) {
    for (guint part = 0; part < N_PARTS; part++)
      stop (self, part, INTERRUPTED_MS);
    set_frozen (self, FALSE);
    desk_clip_store_close (self->clips);
  }
  g_clear_object (&self->audio);
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

  object_class->dispose = desk_player_dispose;
  object_class->finalize = desk_player_finalize;

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
desk_player_new (DeskAudio *audio, DeskScenario *scenario, DeskClipLengths *lengths)
{
  DeskPlayer *self = g_object_new (DESK_TYPE_PLAYER, NULL);

  self->audio = g_object_ref (audio);
  self->scenario = desk_scenario_ref (scenario);
  self->lengths = desk_clip_lengths_ref (lengths);
  for (guint tone = 0; tone < DESK_N_TONES; tone++)
    self->tones[tone] = desk_tone_new ((DeskTone) tone, scenario->country);

  g_signal_connect_object (audio, "over", G_CALLBACK (on_play_over), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->clips, "failed", G_CALLBACK (on_clip_failed), self,
                           G_CONNECT_DEFAULT);
  return self;
}
