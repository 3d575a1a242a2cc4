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
 * consists of stretches over which its sound is contiguous and its ramp does not end; nearly always
 * the whole chunk is one stretch. Such voices are added four at a time by a plain loop that the
 * compiler vectorises, the others a stretch at a time. Voices are always added in the order of
 * their slots, so that each frame is the same sum, to the bit, whatever the size of the callback.
 *
 * A voice that has ended tells its sound's owner by a RETIRED report. When the ring of reports is
 * full the voice keeps its slot and tries again in the next callback: no buffer is ever lost. */

/* Sums up to here pass untouched; the rest is bent so that it never reaches beyond 1. */
#define LIMIT_KNEE 0.8f

#define TALLY_FRAMES DESK_MS_TO_FRAMES (100)

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
  float position; /* of the ramps, at the first sample */
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

/* Denormals, the tail of any fade, cost a hundredfold on most processors. */
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

  for (uint32_t i = 0; i < n; i++) {
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

  for (uint32_t i = 0; i < n; i++) {
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

/* The sum in the device's order. Returns how many frames are too loud. */
FOR_EACH_PROCESSOR
static uint32_t
interleave (float *restrict out,
            const float *restrict left,
            const float *restrict right,
            DeskMixerRamp master,
            uint32_t position,
            uint32_t n)
{
  uint32_t too_loud = 0;
  float start = (float) position;

  for (uint32_t i = 0; i < n; i++) {
    float gain = master.from + master.step * (start + (float) i);
    float l = left[i] * gain, r = right[i] * gain;

    too_loud += (fabsf (l) > LIMIT_KNEE) | (fabsf (r) > LIMIT_KNEE);
    out[2 * i] = l;
    out[2 * i + 1] = r;
  }

  return too_loud;
}

static float
ramp_at (const DeskMixerRamp *ramp, uint32_t position)
{
  return ramp->from + ramp->step * (float) position;
}

static DeskMixerRamp
ramp_to (float from, float to, uint32_t length)
{
  if (length == 0)
    return (DeskMixerRamp){ .from = to, .to = to };

  return (DeskMixerRamp){ .from = from, .step = (to - from) / (float) length, .to = to };
}

static DeskMixerRamp
ramp_settled (DeskMixerRamp ramp)
{
  return ramp_to (ramp.to, ramp.to, 0);
}

static void
batch_flush (DeskMixer *self, Batch *batch, uint32_t n)
{
  if (batch->n_strips == 4)
    add_four_strips (self->left, self->right, batch->strips, n);
  else
    for (unsigned i = 0; i < batch->n_strips; i++)
      add_strip (self->left, self->right, &batch->strips[i], n);

  batch->n_strips = 0;
}

static uint32_t
voice_period (const DeskMixerVoice *voice)
{
  uint32_t n_frames = voice->pcm->n_frames;

  return voice->pcm->period > n_frames ? voice->pcm->period : n_frames;
}

/* Frames from here on, at most `n`, through which nothing about the voice changes. */
static uint32_t
voice_stretch (const DeskMixerVoice *voice, uint32_t n)
{
  uint32_t n_frames = voice->pcm->n_frames;
  uint32_t end = voice->position < n_frames ? n_frames : voice_period (voice);

  n = min_u32 (n, end - voice->position);
  if (voice->ramp_length > 0)
    n = min_u32 (n, voice->ramp_length - voice->ramp_position);

  return n;
}

static Strip
voice_strip (const DeskMixerVoice *voice)
{
  return (Strip){
    .samples = voice->pcm->samples + voice->position,
    .position = (float) voice->ramp_position,
    .left = voice->left.from,
    .left_step = voice->left.step,
    .right = voice->right.from,
    .right_step = voice->right.step,
  };
}

static void
voice_advance (DeskMixerVoice *voice, uint32_t n)
{
  voice->position += n;
  if (voice->position == voice_period (voice)) {
    voice->position = 0;
    if (voice->times > 0 && --voice->times == 0)
      voice->over = true;
  }

  if (voice->ramp_length == 0)
    return;

  voice->ramp_position += n;
  if (voice->ramp_position == voice->ramp_length) {
    voice->left = ramp_settled (voice->left);
    voice->right = ramp_settled (voice->right);
    voice->ramp_position = voice->ramp_length = 0;
    voice->over |= voice->stopping;
  }
}

static void
voice_mix (DeskMixer *self, DeskMixerVoice *voice, Batch *batch, uint32_t n)
{
  uint32_t done = 0;

  while (done < n && !voice->over) {
    uint32_t stretch = voice_stretch (voice, n - done);
    bool sounding = voice->position < voice->pcm->n_frames;

    if (sounding && stretch == n) {
      batch->strips[batch->n_strips++] = voice_strip (voice);
      if (batch->n_strips == 4)
        batch_flush (self, batch, n);
    } else if (sounding) {
      Strip strip = voice_strip (voice);

      batch_flush (self, batch, n);
      add_strip (self->left + done, self->right + done, &strip, stretch);
    }

    voice_advance (voice, stretch);
    done += stretch;
  }
}

static void
voice_set_level (DeskMixerVoice *voice, float left, float right, uint32_t ramp)
{
  voice->left = ramp_to (ramp_at (&voice->left, voice->ramp_position), left, ramp);
  voice->right = ramp_to (ramp_at (&voice->right, voice->ramp_position), right, ramp);
  voice->ramp_position = 0;
  voice->ramp_length = ramp;
}

static DeskMixerVoice *
find_voice (DeskMixer *self, uint32_t id)
{
  for (unsigned i = 0; i < DESK_MIXER_VOICES; i++)
    if (self->voices[i].id == id)
      return &self->voices[i];

  return NULL;
}

static bool
is_frozen (const DeskMixer *self)
{
  return self->freezing && self->master_length == 0;
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

static bool
start_voice (DeskMixer *self, const DeskMixerCommand *command)
{
  DeskMixerVoice *voice = find_voice (self, 0);

  if (voice == NULL)
    return report_retired (self, command->voice, command->pcm, true);

  *voice = (DeskMixerVoice){
    .id = command->voice,
    .times = command->pcm->period == 0 ? 1 : command->times,
    .over = command->pcm->n_frames == 0,
    .pcm = command->pcm,
  };
  voice_set_level (voice, command->left, command->right, command->ramp);
  return true;
}

static void
stop_voice (DeskMixer *self, const DeskMixerCommand *command)
{
  DeskMixerVoice *voice = find_voice (self, command->voice);

  if (voice == NULL || voice->stopping)
    return;

  voice_set_level (voice, 0, 0, command->ramp);
  voice->stopping = true;
  voice->over |= command->ramp == 0 || is_frozen (self);
}

static void
set_level (DeskMixer *self, const DeskMixerCommand *command)
{
  DeskMixerVoice *voice = find_voice (self, command->voice);

  if (voice != NULL && !voice->stopping)
    voice_set_level (voice, command->left, command->right, command->ramp);
}

static void
set_frozen (DeskMixer *self, bool freeze, uint32_t ramp)
{
  float now = ramp_at (&self->master, self->master_position);

  self->freezing = freeze;
  self->master = ramp_to (now, freeze ? 0 : 1, ramp);
  self->master_position = 0;
  self->master_length = ramp;
}

/* False when the command must wait for room among the reports. */
static bool
obey (DeskMixer *self, const DeskMixerCommand *command)
{
  switch ((DeskMixerCommandType) command->type) {
  case DESK_MIXER_START: return start_voice (self, command);
  case DESK_MIXER_STOP: stop_voice (self, command); break;
  case DESK_MIXER_LEVEL: set_level (self, command); break;
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

static void
retire_voices (DeskMixer *self)
{
  for (unsigned i = 0; i < DESK_MIXER_VOICES; i++) {
    DeskMixerVoice *voice = &self->voices[i];

    if (voice->id != 0 && voice->over && report_retired (self, voice->id, voice->pcm, false))
      voice->id = 0;
  }
}

static void
mix_voices (DeskMixer *self, uint32_t n)
{
  Batch batch = { .n_strips = 0 };

  memset (self->left, 0, n * sizeof (float));
  memset (self->right, 0, n * sizeof (float));
  self->playing = 0;

  for (unsigned i = 0; i < DESK_MIXER_VOICES; i++)
    if (self->voices[i].id != 0 && !self->voices[i].over) {
      voice_mix (self, &self->voices[i], &batch, n);
      self->playing++;
    }

  batch_flush (self, &batch, n);
}

static void
mix_chunk (DeskMixer *self, float *out, uint32_t n)
{
  mix_voices (self, n);

  uint32_t too_loud =
      interleave (out, self->left, self->right, self->master, self->master_position, n);

  if (too_loud > 0)
    limit_all (out, 2 * n);
  self->limited += too_loud;

  if (self->master_length == 0)
    return;

  self->master_position += n;
  if (self->master_position == self->master_length) {
    self->master = ramp_settled (self->master);
    self->master_position = self->master_length = 0;
  }
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
run (DeskMixer *self, float *out, uint32_t n_frames)
{
  obey_all (self);

  for (uint32_t done = 0; done < n_frames;) {
    uint32_t n = min_u32 (n_frames - done, DESK_MIXER_CHUNK);

    if (is_frozen (self)) {
      memset (out + 2 * done, 0, 2 * n * sizeof (float));
    } else {
      if (self->master_length > 0)
        n = min_u32 (n, self->master_length - self->master_position);
      mix_chunk (self, out + 2 * done, n);
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
  self->master = ramp_to (1, 1, 0);
  self->tally_due = TALLY_FRAMES;
}

void
desk_mixer_run (DeskMixer *self, float *out, uint32_t n_frames)
{
  if (atomic_exchange_explicit (&self->running, true, memory_order_acquire)) {
    memset (out, 0, 2 * n_frames * sizeof (float));
    return;
  }

  uint64_t saved = flush_to_zero_begin ();

  run (self, out, n_frames);
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
