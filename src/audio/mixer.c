/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/mixer.h"

#include <math.h>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

/* The audio thread's part of the house. Nothing here allocates, locks, logs or calls the system.
 *
 * A callback is cut into chunks of at most DESK_MIXER_CHUNK frames. Within a chunk every voice
 * consists of stretches over which its sound is contiguous and its fade does not end; nearly always
 * the whole chunk is one stretch. Such voices are added four at a time by a plain loop that the
 * compiler vectorises, the others a stretch at a time. Voices are always added in the order in which
 * they were started, so that each frame is the same sum, to the bit, whatever the size of the
 * callback.
 *
 * A voice that has ended tells its sound's owner by a RETIRED report. When the ring of reports is
 * full the voice stays and tries again in the next callback: no buffer is ever lost. */

/* Sums up to here pass untouched; the rest is bent so that it never reaches beyond 1. */
#define LIMIT_KNEE 0.8f

#define TALLY_FRAMES DESK_MS_TO_FRAMES (100)

#define VOICES_AHEAD 4
#define CACHE_LINE_FRAMES (64 / sizeof (float))

/* Sanitizers cannot look through the run-time choice between clones. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) &&             \
    !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__ ((target_clones ("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* A stretch of one voice, ready to be added. */
typedef struct {
  const float *samples;
  float position; /* value of the ramps at the first sample */
  float left;
  float left_step;
  float right;
  float right_step;
} Strip;

typedef struct {
  Strip strips[4];
  unsigned n_strips;
} Batch;

static uint32_t
min_u32 (uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

/* Denormals, which the tail of any fade is made of, cost a hundredfold on most processors. */
static uint64_t
flush_to_zero_begin (void)
{
  uint64_t saved = 0;

#if defined(__SSE2__)
  saved = _mm_getcsr ();
  _mm_setcsr ((unsigned) saved | 0x8040);
#elif defined(__aarch64__)
  __asm__ volatile("mrs %0, fpcr" : "=r"(saved));
  __asm__ volatile("msr fpcr, %0" : : "r"(saved | 1u << 24));
#endif

  return saved;
}

static void
flush_to_zero_end (uint64_t saved)
{
#if defined(__SSE2__)
  _mm_setcsr ((unsigned) saved);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(saved));
#endif
}

FOR_EACH_PROCESSOR
static void
add_strip (float *restrict left, float *restrict right, const Strip *strip, uint32_t n)
{
  const Strip a = *strip;

  for (int i = 0; i < (int) n; i++) {
    float k = (float) i;

    left[i] += a.samples[i] * (a.left + a.left_step * (a.position + k));
    right[i] += a.samples[i] * (a.right + a.right_step * (a.position + k));
  }
}

FOR_EACH_PROCESSOR
static void
add_four_strips (float *restrict left, float *restrict right, const Strip strips[4], uint32_t n)
{
  const Strip a = strips[0], b = strips[1], c = strips[2], d = strips[3];

  for (int i = 0; i < (int) n; i++) {
    float k = (float) i;
    float l = left[i], r = right[i];

    l += a.samples[i] * (a.left + a.left_step * (a.position + k));
    l += b.samples[i] * (b.left + b.left_step * (b.position + k));
    l += c.samples[i] * (c.left + c.left_step * (c.position + k));
    l += d.samples[i] * (d.left + d.left_step * (d.position + k));
    r += a.samples[i] * (a.right + a.right_step * (a.position + k));
    r += b.samples[i] * (b.right + b.right_step * (b.position + k));
    r += c.samples[i] * (c.right + c.right_step * (c.position + k));
    r += d.samples[i] * (d.right + d.right_step * (d.position + k));
    left[i] = l;
    right[i] = r;
  }
}

static inline float
limit (float x)
{
  float a = fabsf (x);
  float over = (a - LIMIT_KNEE) / (1.0f - LIMIT_KNEE);
  float bent = LIMIT_KNEE + (1.0f - LIMIT_KNEE) * (over / (1.0f + over));

  return a > LIMIT_KNEE ? copysignf (bent, x) : x;
}

FOR_EACH_PROCESSOR
static void
limit_all (float *out, uint32_t n_samples)
{
  for (uint32_t i = 0; i < n_samples; i++)
    out[i] = limit (out[i]);
}

/* The sum of the buses in the device's order. Returns how many frames are too loud. */
FOR_EACH_PROCESSOR
static uint32_t
interleave (float *restrict out,
            const DeskMixerBus buses[DESK_N_PLACES],
            const DeskMixerFade *master,
            uint32_t n)
{
  const DeskMixerBus *a = &buses[DESK_PLACE_HANDSET], *b = &buses[DESK_PLACE_CONSOLE];
  const DeskMixerFade fade_a = a->fade, fade_b = b->fade, whole = *master;
  const float from_a = (float) fade_a.position, from_b = (float) fade_b.position;
  const float from = (float) whole.position;
  uint32_t too_loud = 0;

  for (int i = 0; i < (int) n; i++) {
    float k = (float) i;
    float at_a = from_a + k, at_b = from_b + k;
    float gain = whole.left + whole.left_step * (from + k);
    float l = a->left[i] * (fade_a.left + fade_a.left_step * at_a) +
              b->left[i] * (fade_b.left + fade_b.left_step * at_b);
    float r = a->right[i] * (fade_a.right + fade_a.right_step * at_a) +
              b->right[i] * (fade_b.right + fade_b.right_step * at_b);

    l *= gain;
    r *= gain;
    too_loud += (fabsf (l) > LIMIT_KNEE) | (fabsf (r) > LIMIT_KNEE);
    out[2 * i] = l;
    out[2 * i + 1] = r;
  }

  return too_loud;
}

static float
fade_left (const DeskMixerFade *fade)
{
  return fade->left + fade->left_step * (float) fade->position;
}

static float
fade_right (const DeskMixerFade *fade)
{
  return fade->right + fade->right_step * (float) fade->position;
}

static DeskMixerFade
steady (float left, float right)
{
  return (DeskMixerFade){ .left = left, .left_to = left, .right = right, .right_to = right };
}

/* From where the gains stand now. */
static void
fade_to (DeskMixerFade *fade, float left, float right, uint32_t length)
{
  const float from_left = fade_left (fade), from_right = fade_right (fade);

  *fade = (DeskMixerFade){
    .length = length,
    .left = from_left,
    .left_step = (left - from_left) / (float) length,
    .left_to = left,
    .right = from_right,
    .right_step = (right - from_right) / (float) length,
    .right_to = right,
  };
}

/* The number of frames, at most `n`, before the end of the fade. */
static uint32_t
fade_stretch (const DeskMixerFade *fade, uint32_t n)
{
  return fade->length == 0 ? n : min_u32 (n, fade->length - fade->position);
}

/* True when it has just ended. */
static bool
fade_advance (DeskMixerFade *fade, uint32_t n)
{
  if (fade->length == 0)
    return false;

  fade->position += n;
  if (fade->position < fade->length)
    return false;

  *fade = steady (fade->left_to, fade->right_to);
  return true;
}

static uint32_t
unclicked (uint32_t ramp)
{
  return ramp < DESK_MIXER_SHORTEST_RAMP ? DESK_MIXER_SHORTEST_RAMP : ramp;
}

static void
batch_flush (DeskMixerBus *bus, Batch *batch, uint32_t n)
{
  if (batch->n_strips == 4)
    add_four_strips (bus->left, bus->right, batch->strips, n);
  else
    for (unsigned i = 0; i < batch->n_strips; i++)
      add_strip (bus->left, bus->right, &batch->strips[i], n);

  batch->n_strips = 0;
}

/* The number of frames from here on, at most `n`, through which nothing about the voice changes. */
static uint32_t
voice_stretch (const DeskMixerVoice *voice, uint32_t n)
{
  if (voice->delay > 0)
    return min_u32 (n, voice->delay);

  const uint32_t end = voice->position < voice->n_frames ? voice->n_frames : voice->period;

  return fade_stretch (&voice->fade, min_u32 (n, end - voice->position));
}

static bool
voice_sounds (const DeskMixerVoice *voice)
{
  return voice->delay == 0 && voice->position < voice->n_frames;
}

static Strip
voice_strip (const DeskMixerVoice *voice)
{
  return (Strip){
    .samples = voice->samples + voice->position,
    .position = (float) voice->fade.position,
    .left = voice->fade.left,
    .left_step = voice->fade.left_step,
    .right = voice->fade.right,
    .right_step = voice->fade.right_step,
  };
}

static void
voice_advance (DeskMixerVoice *voice, uint32_t n)
{
  if (voice->delay > 0) {
    voice->delay -= n;
    return;
  }

  voice->position += n;
  if (voice->position == voice->period) {
    voice->position = 0;
    if (voice->times > 0 && --voice->times == 0)
      voice->over = true;
  }

  if (fade_advance (&voice->fade, n))
    voice->over |= voice->stopping;
}

static void
voice_mix (DeskMixerVoice *voice, DeskMixerBus *bus, Batch *batch, uint32_t n)
{
  uint32_t done = 0;

  while (done < n && !voice->over) {
    const uint32_t stretch = voice_stretch (voice, n - done);

    if (voice_sounds (voice) && stretch == n) {
      batch->strips[batch->n_strips++] = voice_strip (voice);
      if (batch->n_strips == 4)
        batch_flush (bus, batch, n);
    } else if (voice_sounds (voice)) {
      const Strip strip = voice_strip (voice);

      batch_flush (bus, batch, n);
      add_strip (bus->left + done, bus->right + done, &strip, stretch);
    }

    voice_advance (voice, stretch);
    done += stretch;
  }
}

static DeskMixerVoice *
find_voice (DeskMixer *self, uint32_t id)
{
  for (uint32_t i = 0; i < self->n_voices; i++)
    if (self->voices[i].id == id)
      return &self->voices[i];

  return NULL;
}

static bool
is_frozen (const DeskMixer *self)
{
  return self->freezing && self->master.length == 0;
}

/* False while the report cannot be delivered. */
static bool
report_retired (DeskMixer *self, uint32_t id, const DeskPcm *pcm, bool refused)
{
  DeskMixerReport report = {
    .type = DESK_MIXER_RETIRED, .refused = refused, .voice = id, .pcm = pcm
  };

  return desk_ring_push (&self->reports, &report);
}

/* Frames from now to the one whose number has these low 32 bits; what is past is now. */
static uint32_t
delay_until (DeskMixer *self, uint32_t frame)
{
  const uint32_t now = (uint32_t) atomic_load_explicit (&self->frames, memory_order_relaxed);
  const int32_t ahead = (int32_t) (frame - now);

  return ahead > 0 ? (uint32_t) ahead : 0;
}

/* The one change of a gain that may be quicker than the shortest ramp: clips and tones begin softly
 * by themselves, and one that follows another without a gap must not begin twice. */
static void
begin_level (DeskMixerVoice *voice, float left, float right, uint32_t ramp)
{
  if (ramp == 0)
    voice->fade = steady (left, right);
  else
    fade_to (&voice->fade, left, right, ramp);
}

static bool
start_voice (DeskMixer *self, const DeskMixerCommand *command, uint32_t delay)
{
  const DeskPcm *pcm = command->pcm;

  if (self->n_voices == DESK_MIXER_VOICES)
    return report_retired (self, command->voice, pcm, true);

  DeskMixerVoice *voice = &self->voices[self->n_voices++];

  *voice = (DeskMixerVoice){
    .id = command->voice,
    .place = command->place,
    .over = pcm->n_frames == 0,
    .delay = delay,
    .n_frames = pcm->n_frames,
    .period = pcm->period > pcm->n_frames ? pcm->period : pcm->n_frames,
    .times = pcm->period == 0 ? 1 : command->times,
    .samples = pcm->samples,
    .pcm = pcm,
  };
  begin_level (voice, command->left, command->right, command->ramp);
  return true;
}

static void
stop_voice (DeskMixer *self, const DeskMixerCommand *command)
{
  DeskMixerVoice *voice = find_voice (self, command->voice);

  if (voice == NULL || voice->stopping)
    return;

  fade_to (&voice->fade, 0, 0, unclicked (command->ramp));
  voice->stopping = true;
  voice->over |= voice->delay > 0 || is_frozen (self);
}

static void
set_level (DeskMixer *self, const DeskMixerCommand *command)
{
  DeskMixerVoice *voice = find_voice (self, command->voice);

  if (voice == NULL || voice->stopping)
    return;
  if (voice->delay > 0)
    begin_level (voice, command->left, command->right, voice->fade.length);
  else
    fade_to (&voice->fade, command->left, command->right, unclicked (command->ramp));
}

static void
set_place (DeskMixer *self, const DeskMixerCommand *command)
{
  fade_to (&self->buses[command->place].fade, command->left, command->right,
           unclicked (command->ramp));
}

static void
set_frozen (DeskMixer *self, bool freeze, uint32_t ramp)
{
  const float to = freeze ? 0 : 1;

  self->freezing = freeze;
  fade_to (&self->master, to, to, unclicked (ramp));
}

/* False when the command must wait for room among the reports. */
static bool
obey (DeskMixer *self, const DeskMixerCommand *command)
{
  switch ((DeskMixerCommandType) command->type) {
  case DESK_MIXER_START: return start_voice (self, command, 0);
  case DESK_MIXER_START_AT: return start_voice (self, command, delay_until (self, command->frame));
  case DESK_MIXER_STOP: stop_voice (self, command); break;
  case DESK_MIXER_LEVEL: set_level (self, command); break;
  case DESK_MIXER_PLACE: set_place (self, command); break;
  case DESK_MIXER_FREEZE: set_frozen (self, true, command->ramp); break;
  case DESK_MIXER_THAW: set_frozen (self, false, command->ramp); break;
  }

  return true;
}

static void
obey_all (DeskMixer *self)
{
  DeskMixerCommand command;

  if (self->refusal.voice != 0) {
    if (!report_retired (self, self->refusal.voice, self->refusal.pcm, true))
      return;
    self->refusal.voice = 0;
  }

  while (desk_ring_pop (&self->commands, &command))
    if (!obey (self, &command)) {
      self->refusal = command;
      return;
    }
}

/* The others move up and keep their order. */
static void
retire_voices (DeskMixer *self)
{
  uint32_t n_kept = 0;

  for (uint32_t i = 0; i < self->n_voices; i++) {
    const DeskMixerVoice *voice = &self->voices[i];

    if (voice->over && report_retired (self, voice->id, voice->pcm, false))
      continue;
    if (n_kept != i)
      self->voices[n_kept] = *voice;
    n_kept++;
  }

  self->n_voices = n_kept;
}

/* Nobody has touched the next samples of a sound since the last callback, if ever. Asked for while the
 * voices before it are added, they come for nothing: with 64 voices this saves a fifth of the time. */
static void
fetch (const DeskMixerVoice *voice, uint32_t n)
{
  for (uint32_t i = 0; i < n; i += CACHE_LINE_FRAMES)
    __builtin_prefetch (voice->samples + voice->position + i);
}

static void
mix_voices (DeskMixer *self, uint32_t n)
{
  Batch batches[DESK_N_PLACES];

  for (unsigned place = 0; place < DESK_N_PLACES; place++) {
    memset (self->buses[place].left, 0, n * sizeof (float));
    memset (self->buses[place].right, 0, n * sizeof (float));
    batches[place].n_strips = 0;
  }

  self->playing = 0;
  for (uint32_t i = 0; i < self->n_voices; i++) {
    DeskMixerVoice *voice = &self->voices[i];

    if (i + VOICES_AHEAD < self->n_voices)
      fetch (voice + VOICES_AHEAD, n);
    if (voice->over)
      continue;
    voice_mix (voice, &self->buses[voice->place], &batches[voice->place], n);
    self->playing++;
  }

  for (unsigned place = 0; place < DESK_N_PLACES; place++)
    batch_flush (&self->buses[place], &batches[place], n);
}

static void
write_tap (DeskMixer *self, uint32_t n, int64_t time_ns)
{
  DeskTap *tap = atomic_load_explicit (&self->tap, memory_order_acquire);

  if (tap != NULL)
    desk_tap_write (tap, self->buses[DESK_PLACE_HANDSET].left, 1, n, time_ns);
}

/* The number of frames, at most `n`, before the end of the fade of the whole. */
static uint32_t
common_stretch (const DeskMixer *self, uint32_t n)
{
  n = fade_stretch (&self->master, n);
  for (unsigned place = 0; place < DESK_N_PLACES; place++)
    n = fade_stretch (&self->buses[place].fade, n);

  return n;
}

static void
mix_chunk (DeskMixer *self, float *out, uint32_t n, int64_t time_ns)
{
  mix_voices (self, n);
  write_tap (self, n, time_ns);

  const uint32_t too_loud = interleave (out, self->buses, &self->master, n);

  if (too_loud > 0)
    limit_all (out, 2 * n);
  self->limited += too_loud;

  fade_advance (&self->master, n);
  for (unsigned place = 0; place < DESK_N_PLACES; place++)
    fade_advance (&self->buses[place].fade, n);
}

static void
tally (DeskMixer *self, uint32_t n)
{
  uint64_t frames = atomic_load_explicit (&self->frames, memory_order_relaxed) + n;

  atomic_store_explicit (&self->frames, frames, memory_order_relaxed);
  self->tally_due -= min_u32 (n, self->tally_due);
  if (self->tally_due > 0 || self->playing == 0)
    return;

  DeskMixerReport report = {
    .type = DESK_MIXER_TALLY,
    .frames = frames,
    .limited = self->limited,
    .playing = self->playing,
  };

  desk_ring_push (&self->reports, &report);
  self->tally_due = TALLY_FRAMES;
}

static void
run (DeskMixer *self, float *out, uint32_t n_frames, int64_t time_ns)
{
  obey_all (self);

  for (uint32_t done = 0; done < n_frames;) {
    uint32_t n = min_u32 (n_frames - done, DESK_MIXER_CHUNK);

    if (is_frozen (self)) {
      memset (out + 2 * done, 0, 2 * n * sizeof (float));
    } else {
      n = common_stretch (self, n);
      mix_chunk (self, out + 2 * done, n, time_ns + (int64_t) done * 1000000000 / DESK_MIXER_RATE);
    }
    done += n;
  }

  retire_voices (self);
  tally (self, n_frames);
}

void
desk_mixer_init (DeskMixer *self)
{
  memset (self, 0, sizeof *self);
  self->master = steady (1, 1);
  for (unsigned place = 0; place < DESK_N_PLACES; place++)
    self->buses[place].fade = steady (1, 1);
  self->tally_due = TALLY_FRAMES;
}

void
desk_mixer_run (DeskMixer *self, float *out, uint32_t n_frames, int64_t time_ns)
{
  if (atomic_exchange_explicit (&self->running, true, memory_order_acquire)) {
    memset (out, 0, 2 * n_frames * sizeof (float));
    return;
  }

  const uint64_t saved = flush_to_zero_begin ();

  run (self, out, n_frames, time_ns);
  flush_to_zero_end (saved);
  atomic_store_explicit (&self->running, false, memory_order_release);
}

bool
desk_mixer_send (DeskMixer *self, const DeskMixerCommand *command)
{
  return desk_ring_push (&self->commands, command);
}

bool
desk_mixer_receive (DeskMixer *self, DeskMixerReport *report)
{
  return desk_ring_pop (&self->reports, report);
}

uint64_t
desk_mixer_get_frames (DeskMixer *self)
{
  return atomic_load_explicit (&self->frames, memory_order_relaxed);
}

void
desk_mixer_set_tap (DeskMixer *self, DeskTap *tap)
{
  atomic_store_explicit (&self->tap, tap, memory_order_release);
}

void
desk_mixer_get_losses (DeskMixer *self, DeskMixerLosses *losses)
{
  DeskTap *tap = atomic_load_explicit (&self->tap, memory_order_acquire);

  *losses = (DeskMixerLosses){
    .n_commands_refused = desk_ring_get_n_refused (&self->commands),
    .n_reports_refused = desk_ring_get_n_refused (&self->reports),
    .n_tap_lost = tap == NULL ? 0 : desk_tap_get_n_lost (tap),
  };
}
