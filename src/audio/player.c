/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include "audio/soundscape.h"
#include "audio/telephone.h"
#include "audio/tones.h"
#include "scenario/clip-file.h"

/* What should be heard is decided in soundscape.c. Here it is compared with what is, and the
 * difference becomes starts and stops. Sounds live in a handful of parts, at most one in each.
 *
 * Clips are fetched in this order: the openings of the calls that come next, in the order in which
 * they are due; then what else those callers and whom they ask for may say; then, with the room that
 * is left, what any call may need. When there is too little room the last of these go first. */

#define FADE_IN_MS 5
#define INTERRUPTED_MS 20
#define TONE_FADE_MS 10
#define LINE_FADE_MS 15
#define ENGAGED_CUE_MS 2000

/* How long after a refusal a sound without end is tried again. */
#define RETRY_MS 100

/* Clips of at least so many calls are fetched ahead, and of all that may ring within so long of the next
 * one: there may be no other event before then at which to fetch them. */
#define CALLS_AHEAD 4
#define READY_BEFORE_MS 10000

/* Distinguishes the three kinds of clips in the order of the store. */
#define AFTER_OPENINGS_MS ((gint64) 1 << 40)
#define AFTER_ALL_MS (G_MAXINT64 - 1)

typedef enum {
  PART_CONSOLE,  /* ringer, recall, call waiting */
  PART_REMINDER, /* from the console */
  PART_RINGBACK, /* these are in the handset */
  PART_ENGAGED,  /* busy tone, congestion */
  PART_VOICE,
  PART_HISS,
  N_PARTS,
} Part;

struct _DeskPlayer {
  GObject parent_instance;

  DeskAudio *audio;               /* owned */
  DeskScenario *scenario;         /* owned */
  DeskClipLengths *lengths;       /* owned */
  DeskClipStore *clips;           /* owned */
  DeskSpokenClips *spoken;        /* owned; or NULL */
  DeskSound *tones[DESK_N_TONES]; /* owned */
  DeskSound *hiss;                /* owned; NULL: the lines have none */

  gboolean prepared;
  guint n_arrived; /* number of calls at the front that are not pending any more */
  guint n_wanted;  /* number of calls at the front whose clips were asked for */
  gboolean frozen;
  DeskConsole console;
  gboolean ringback;
  DeskParty party;
  const DeskCall *call;    /* in the ear */
  DeskTelephoneLine line;  /* likewise */
  const DeskReply *late;   /* starts when its clip is ready; or NULL */
  gint64 engaged_ms;       /* when PART_ENGAGED began */
  guint sounding[N_PARTS]; /* plays; 0: silent */
  guint retry_source;      /* 0: everything endless that should sound does */
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
start (DeskPlayer *self, Part part, DeskPlace place, DeskSound *sound, const DeskPlaying *how)
{
  stop (self, part, INTERRUPTED_MS);
  self->sounding[part] = desk_audio_play (self->audio, place, sound, how);
}

/* `times` periods; 0: until it is stopped. */
static void
start_tone (DeskPlayer *self, Part part, DeskTone tone, guint times)
{
  const DeskPlace place =
      part == PART_CONSOLE || part == PART_REMINDER ? DESK_PLACE_CONSOLE : DESK_PLACE_HANDSET;
  const DeskPlaying how = { .gain = 1, .times = times, .fade_ms = FADE_IN_MS };

  start (self, part, place, self->tones[tone], &how);
}

static void
start_console (DeskPlayer *self)
{
  switch (self->console) {
  case DESK_CONSOLE_QUIET: stop (self, PART_CONSOLE, TONE_FADE_MS); break;
  case DESK_CONSOLE_RINGS: start_tone (self, PART_CONSOLE, DESK_TONE_RINGER, 0); break;
  case DESK_CONSOLE_RINGS_URGENTLY:
    start_tone (self, PART_CONSOLE, DESK_TONE_RINGER_URGENT, 0);
    break;
  case DESK_CONSOLE_RECALLS: start_tone (self, PART_CONSOLE, DESK_TONE_RECALL, 0); break;
  case DESK_CONSOLE_CALL_WAITS: start_tone (self, PART_CONSOLE, DESK_TONE_CALL_WAITING, 0); break;
  }
}

static void
play_console (DeskPlayer *self, DeskConsole console)
{
  if (console == self->console)
    return;

  self->console = console;
  start_console (self);
}

static void
start_ringback (DeskPlayer *self)
{
  start_tone (self, PART_RINGBACK, DESK_TONE_RINGBACK, 0);
}

static void
play_ringback (DeskPlayer *self, gboolean ringback)
{
  if (ringback == self->ringback)
    return;

  self->ringback = ringback;
  if (ringback)
    start_ringback (self);
  else
    stop (self, PART_RINGBACK, TONE_FADE_MS);
}

static gboolean
hisses (DeskPlayer *self)
{
  return self->hiss != NULL && self->line.hiss > 0;
}

static void
start_hiss (DeskPlayer *self)
{
  const DeskPlaying how = { .gain = self->line.hiss, .fade_ms = LINE_FADE_MS };

  start (self, PART_HISS, DESK_PLACE_HANDSET, self->hiss, &how);
}

static DeskTelephoneLine
line_of (DeskPlayer *self, DeskParty party, const DeskCall *call)
{
  switch (party) {
  case DESK_PARTY_NOBODY: break;
  case DESK_PARTY_CALLER: return desk_telephone_outside_line (self->scenario, call);
  case DESK_PARTY_COLLEAGUE: return desk_telephone_inside_line (self->scenario);
  }

  return (DeskTelephoneLine){ 0 };
}

static void
play_line (DeskPlayer *self, DeskParty party, const DeskCall *call)
{
  if (party == self->party && call == self->call)
    return;

  self->party = party;
  self->call = call;
  self->line = line_of (self, party, call);

  stop (self, PART_HISS, LINE_FADE_MS);
  if (hisses (self))
    start_hiss (self);
}

/* An endless sound that should be heard, but is not. */
static gboolean
is_missing (DeskPlayer *self, Part part)
{
  if (self->sounding[part] != 0)
    return FALSE;

  switch (part) {
  case PART_CONSOLE: return self->console != DESK_CONSOLE_QUIET;
  case PART_RINGBACK: return self->ringback;
  case PART_HISS: return hisses (self);
  case PART_REMINDER:
  case PART_ENGAGED:
  case PART_VOICE:
  case N_PARTS: break;
  }
  return FALSE;
}

static gboolean
is_any_missing (DeskPlayer *self)
{
  return is_missing (self, PART_CONSOLE) || is_missing (self, PART_RINGBACK) ||
         is_missing (self, PART_HISS);
}

/* A start may fail: the ring to the mixer is full, or no voice is free. A sound that ends by itself has
 * then missed its moment; an endless one, such as ringing, is tried again, or somebody would wait for
 * ever. */
static void
start_missing (DeskPlayer *self)
{
  if (is_missing (self, PART_CONSOLE))
    start_console (self);
  if (is_missing (self, PART_RINGBACK))
    start_ringback (self);
  if (is_missing (self, PART_HISS))
    start_hiss (self);
}

static gboolean
on_retry_due (gpointer data)
{
  DeskPlayer *self = data;

  start_missing (self);
  if (is_any_missing (self))
    return G_SOURCE_CONTINUE;

  self->retry_source = 0;
  return G_SOURCE_REMOVE;
}

static void
retry_if_missing (DeskPlayer *self)
{
  if (self->retry_source == 0 && is_any_missing (self))
    self->retry_source = g_timeout_add (RETRY_MS, on_retry_due, self);
}

/* A reply without a clip is silent: its caption carries it. One whose clip is not ready begins late, as on
 * a slow disk, rather than not at all. */
static void
start_reply (DeskPlayer *self, const DeskReply *reply)
{
  g_autoptr (DeskSound) clip = desk_clip_store_lookup (self->clips, reply->index);
  const DeskPlaying how = { .gain = self->line.gain, .times = 1, .fade_ms = FADE_IN_MS };

  self->late = clip == NULL ? reply : NULL;
  stop (self, PART_ENGAGED, INTERRUPTED_MS);
  if (clip != NULL)
    start (self, PART_VOICE, DESK_PLACE_HANDSET, clip, &how);
  else
    stop (self, PART_VOICE, INTERRUPTED_MS);
}

static void
play_voice (DeskPlayer *self, DeskVoice voice, const DeskReply *reply)
{
  if (voice != DESK_VOICE_GOES_ON)
    self->late = NULL;
  switch (voice) {
  case DESK_VOICE_STOPS: stop (self, PART_VOICE, INTERRUPTED_MS); break;
  case DESK_VOICE_GOES_ON: break;
  case DESK_VOICE_STARTS: start_reply (self, reply); break;
  }
}

/* A sentence whose time is over is not begun. */
static void
forget_late (DeskPlayer *self, const DeskEvent *event)
{
  if (event != NULL && event->type == DESK_EVENT_CALLER_DONE)
    self->late = NULL;
}

static void
start_engaged (DeskPlayer *self, DeskTone tone, gint64 now_ms)
{
  const guint32 period = desk_sound_get_pcm (self->tones[tone])->period;

  self->engaged_ms = now_ms;
  start_tone (self, PART_ENGAGED, tone, MAX (1, DESK_MS_TO_FRAMES (ENGAGED_CUE_MS) / period));
}

/* What the telephone does by itself at the moment of a refusal does not end its tone. */
static void
play_cue (DeskPlayer *self, DeskCue cue, gint64 now_ms)
{
  switch (cue) {
  case DESK_CUE_NONE: break;
  case DESK_CUE_BUSY: start_engaged (self, DESK_TONE_BUSY, now_ms); break;
  case DESK_CUE_CONGESTION: start_engaged (self, DESK_TONE_CONGESTION, now_ms); break;
  case DESK_CUE_REMINDER: start_tone (self, PART_REMINDER, DESK_TONE_REMINDER, 1); break;
  case DESK_CUE_ENDS:
    if (now_ms > self->engaged_ms)
      stop (self, PART_ENGAGED, TONE_FADE_MS);
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

/* The synthesised speech first: it was made because the scenario has no clip of its own. (transfer full) */
static char *
path_of (DeskPlayer *self, const DeskReply *reply)
{
  const char *spoken =
      self->spoken != NULL ? desk_spoken_clips_get_path (self->spoken, reply) : NULL;

  if (spoken != NULL)
    return g_strdup (spoken);
  if (reply->clip == NULL || self->scenario->folder == NULL)
    return NULL;
  return desk_clip_file_path (self->scenario->folder, reply->clip);
}

static void
want (DeskPlayer *self, const DeskReply *reply, gint64 due_ms)
{
  g_autofree char *path = reply != NULL ? path_of (self, reply) : NULL;

  if (path == NULL)
    return;

  desk_clip_store_want (self->clips, reply->index, path,
                        desk_clip_lengths_get (self->lengths, reply), due_ms);
}

/* The three things that a colleague can be heard saying. */
static void
want_person (DeskPlayer *self, const DeskPerson *person, gint64 due_ms)
{
  want (self, person->answer, due_ms);
  want (self, person->accepts, due_ms);
  want (self, person->refuses, due_ms);
}

/* The opening first, then the rest in the order of the file, and those of the people whom the caller asks
 * for. */
static void
want_call (DeskPlayer *self, const DeskCall *call, gint64 due_ms)
{
  const DeskReply *opening = desk_call_find_reply (call, "opening");

  want (self, opening, due_ms);
  for (guint i = 0; call->replies[i] != NULL; i++)
    if (call->replies[i] != opening)
      want (self, call->replies[i], due_ms + AFTER_OPENINGS_MS + i);

  if (call->expect.to != NULL)
    want_person (self, call->expect.to, due_ms + AFTER_OPENINGS_MS + 1000);
}

static void
want_common (DeskPlayer *self)
{
  for (guint i = 0; i < self->scenario->n_replies; i++) {
    const DeskReply *reply = self->scenario->replies[i];

    if (g_str_has_prefix (reply->key, "people/") || g_str_has_prefix (reply->key, "neutral/"))
      want (self, reply, AFTER_ALL_MS);
  }
}

/* Calls come in the order of the scenario, whatever chance does to their times; so both ends of those
 * that are wanted only ever move on. */
static void
want_coming (DeskPlayer *self, const DeskState *state)
{
  const guint n_calls = self->scenario->n_calls;

  while (self->n_arrived < n_calls && state->calls[self->n_arrived].phase != DESK_CALL_PENDING)
    self->n_arrived++;
  if (self->n_arrived == n_calls)
    return;

  const gint64 horizon_ms = state->calls[self->n_arrived].due_ms + READY_BEFORE_MS;

  for (guint i = MAX (self->n_arrived, self->n_wanted); i < n_calls; i++) {
    if (i >= self->n_arrived + CALLS_AHEAD && state->calls[i].due_ms > horizon_ms)
      break;
    want_call (self, self->scenario->calls[i], state->calls[i].due_ms);
    self->n_wanted = i + 1;
  }
}

/* The colleague may be asked for again. */
static void
release_call (DeskPlayer *self, const DeskCall *call)
{
  for (guint i = 0; call->replies[i] != NULL; i++)
    desk_clip_store_release (self->clips, call->replies[i]->index);
  if (call->expect.to != NULL)
    want_person (self, call->expect.to, AFTER_ALL_MS);
}

static void
fetch_for (DeskPlayer *self, const DeskState *state, const DeskEvent *event)
{
  if (event == NULL || event->call == NULL)
    return;

  const DeskCallPhase phase = state->calls[event->call->index].phase;

  if (phase == DESK_CALL_ENDED)
    release_call (self, event->call);
  else if (phase == DESK_CALL_GAVE_UP && event->type == DESK_EVENT_ABANDONED)
    want_call (self, event->call, event->t_ms + event->call->calls_back_after_ms);
  if (event->type == DESK_EVENT_CALL_DUE)
    want_coming (self, state);
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
  play_line (self, scape.party, scape.call);
  play_voice (self, scape.voice, scape.reply);
  forget_late (self, event);
  play_cue (self, scape.cue, state->now_ms);
  start_missing (self);
  retry_if_missing (self);

  desk_player_prepare (self, state);
  fetch_for (self, state, event);
}

static void
begin_late (DeskPlayer *self)
{
  g_autoptr (DeskSound) clip =
      self->late != NULL ? desk_clip_store_lookup (self->clips, self->late->index) : NULL;

  if (clip == NULL)
    return;
  start_reply (self, self->late);
}

void
desk_player_rejoin (DeskPlayer *self, const DeskState *state)
{
  const guint handset = desk_state_handset (state);

  desk_player_handle_event (self, state, NULL);
  self->late = handset > 0 ? desk_state_on_line (state, handset)->speaking : NULL;
  begin_late (self);
}

static void
on_clip_ready (DeskClipStore *clips, guint key, DeskPlayer *self)
{
  if (self->late != NULL && self->late->index == key)
    begin_late (self);
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
  retry_if_missing (self);
}

static void
desk_player_dispose (GObject *object)
{
  DeskPlayer *self = DESK_PLAYER (object);

  g_clear_handle_id (&self->retry_source, g_source_remove);
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
  desk_sound_unref (self->hiss);
  desk_spoken_clips_unref (self->spoken);
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
  self->engaged_ms = -1;
}

DeskClipStore *
desk_player_get_clips (DeskPlayer *self)
{
  return self->clips;
}

void
desk_player_set_spoken (DeskPlayer *self, DeskSpokenClips *spoken)
{
  g_clear_pointer (&self->spoken, desk_spoken_clips_unref);
  self->spoken = spoken != NULL ? desk_spoken_clips_ref (spoken) : NULL;
}

DeskPlayer *
desk_player_new (DeskAudio *audio, DeskScenario *scenario, DeskClipLengths *lengths)
{
  DeskPlayer *self = g_object_new (DESK_TYPE_PLAYER, NULL);

  self->audio = g_object_ref (audio);
  self->scenario = desk_scenario_ref (scenario);
  self->lengths = desk_clip_lengths_ref (lengths);
  self->clips = desk_clip_store_new (DESK_CLIP_STORE_BUDGET, desk_telephone_law (scenario));
  if (scenario->line_band == DESK_LINE_BAND_TELEPHONE)
    self->hiss = desk_telephone_hiss_new ();
  for (guint tone = 0; tone < DESK_N_TONES; tone++)
    self->tones[tone] = desk_tone_new ((DeskTone) tone, scenario->country);

  g_signal_connect_object (audio, "over", G_CALLBACK (on_play_over), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->clips, "ready", G_CALLBACK (on_clip_ready), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->clips, "failed", G_CALLBACK (on_clip_failed), self,
                           G_CONNECT_DEFAULT);
  return self;
}
