/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/feed.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

/* The threads of a shift at once, built with ThreadSanitizer, which tells when two of them touch the
 * same without order between. The callbacks of an output and of a microphone; the main thread, which
 * gives commands, sometimes runs the mixer itself and writes over every sound that has come back; and
 * a recorder that empties both taps. No GLib, whose own locks the sanitizer does not see.
 *
 * Besides, every sound must come back exactly once, and each block of a tap whole.
 *
 * In a shift one queue's order may hide what another lacks, so a ring and a tap are tried alone too. */

#define N_SOUNDS 16
#define SOUND_FRAMES 600
#define FRAMES 128
#define N_VOICES 30000
#define N_MESSAGES 200000u
#define N_BLOCKS 20000u /* ten times what a tap holds */
#define BLOCK_FRAMES 16

static DeskFeed output, microphone;
static DeskMixer mixer;
static DeskTap callers, spoken;

static float samples[N_SOUNDS][SOUND_FRAMES];
static DeskPcm sounds[N_SOUNDS];
static uint32_t players[N_SOUNDS]; /* how many voices are out with it; the main thread's */

static _Atomic bool over;

static void
fail (const char *what)
{
  fprintf (stderr, "test-threads: %s\n", what);
  abort ();
}

static void *
run_output (void *data)
{
  float out[2 * FRAMES];

  while (!atomic_load_explicit (&over, memory_order_relaxed)) {
    desk_feed_play (&output, out, FRAMES, false);
    sched_yield ();
  }

  return NULL;
}

/* Says 0, 1, 2, ...: what arrives of a block can be checked. */
static void *
run_microphone (void *data)
{
  float in[FRAMES];
  uint32_t next = 0;

  while (!atomic_load_explicit (&over, memory_order_relaxed)) {
    for (uint32_t i = 0; i < FRAMES; i++)
      in[i] = (float) (next++ % 65536);
    desk_feed_hear (&microphone, in, FRAMES, 1, false);
    sched_yield ();
  }

  return NULL;
}

static void
check_block (const DeskTapBlock *block)
{
  const uint32_t first = (uint32_t) block->samples[0];

  if (block->n_frames == 0 || block->n_frames > DESK_TAP_FRAMES)
    fail ("a block of an impossible length");
  for (uint32_t i = 0; i < block->n_frames; i++)
    if ((uint32_t) block->samples[i] != (first + i) % 65536)
      fail ("a block came in pieces");
}

static void *
run_recorder (void *data)
{
  uint64_t n_heard = 0;
  float sum = 0;

  for (unsigned turn = 0; !atomic_load_explicit (&over, memory_order_relaxed); turn++) {
    const DeskTapBlock *block;

    while ((block = desk_tap_peek (&spoken)) != NULL) {
      check_block (block);
      desk_tap_drop (&spoken);
      n_heard++;
    }
    for (; (block = desk_tap_peek (&callers)) != NULL; desk_tap_drop (&callers))
      sum += block->samples[0];
    if (turn % 50 == 49) {
      desk_tap_close (&spoken);
      desk_tap_open (&spoken);
    }
    sum += desk_feed_take_peak (&microphone);
    sched_yield ();
  }

  if (n_heard == 0 || sum <= 0)
    fail ("nothing was recorded");
  return NULL;
}

/* What is nobody's may be written. */
static void
write_over (DeskPcm *sound)
{
  const size_t n = (size_t) (sound - sounds);

  for (uint32_t i = 0; i < SOUND_FRAMES; i++)
    samples[n][i] = (float) ((i + n) % 50) / 1000;
  *sound = (DeskPcm){ .samples = samples[n], .n_frames = SOUND_FRAMES - (uint32_t) n * 30 };
}

static uint32_t
collect (void)
{
  DeskMixerReport report;
  uint32_t n = 0;

  while (desk_mixer_receive (&mixer, &report)) {
    if (report.type != DESK_MIXER_RETIRED)
      continue;
    n++;

    DeskPcm *sound = &sounds[report.pcm - sounds];

    if (players[sound - sounds]-- == 0)
      fail ("a sound came back twice");
    if (players[sound - sounds] == 0)
      write_over (sound);
  }

  return n;
}

static bool
start (uint32_t voice)
{
  const uint32_t n = voice % N_SOUNDS;
  const DeskMixerCommand command = {
    .type = voice % 3 == 0 ? DESK_MIXER_START_AT : DESK_MIXER_START,
    .place = voice % DESK_N_PLACES,
    .voice = voice,
    .left = 0.5f,
    .right = 0.5f,
    .frame = (uint32_t) desk_mixer_get_frames (&mixer) + voice % 300,
    .pcm = &sounds[n],
  };

  if (!desk_mixer_send (&mixer, &command))
    return false;

  players[n]++;
  return true;
}

static void
give (DeskMixerCommandType type, uint32_t voice)
{
  const DeskMixerCommand command = { .type = (uint8_t) type, .voice = voice, .left = 0.4f };

  desk_mixer_send (&mixer, &command);
}

static void
disturb (uint32_t voice)
{
  float nowhere[2 * FRAMES];
  DeskMixerLosses losses;

  give (DESK_MIXER_LEVEL, voice - 1);
  if (voice % 4 == 0)
    give (DESK_MIXER_STOP, voice - 2);
  if (voice % 100 == 0)
    give (DESK_MIXER_FREEZE, 0);
  if (voice % 100 == 3)
    give (DESK_MIXER_THAW, 0);
  if (voice % 50 == 0)
    desk_mixer_run (&mixer, nowhere, FRAMES, 0);
  if (voice % 70 == 0)
    desk_mixer_set_tap (&mixer, voice % 140 == 0 ? NULL : &callers);
  desk_mixer_get_losses (&mixer, &losses);
}

static void
work_a_shift (void)
{
  uint32_t n_back = 0;

  for (uint32_t voice = 1; voice <= N_VOICES; voice++) {
    while (!start (voice)) {
      n_back += collect ();
      sched_yield ();
    }
    disturb (voice);
    n_back += collect ();
  }

  give (DESK_MIXER_THAW, 0);
  while (n_back < N_VOICES) {
    give (DESK_MIXER_THAW, 0);
    n_back += collect ();
    sched_yield ();
  }

  atomic_store (&over, true);
}

static void
run_together (void *(*const bodies[]) (void *), unsigned n_bodies, void (*meanwhile) (void))
{
  pthread_t threads[3];

  for (unsigned i = 0; i < n_bodies; i++)
    if (pthread_create (&threads[i], NULL, bodies[i], NULL) != 0)
      fail ("there is no room for a thread");
  meanwhile ();
  for (unsigned i = 0; i < n_bodies; i++)
    pthread_join (threads[i], NULL);
}

static void
try_a_shift (void)
{
  void *(*const bodies[]) (void *) = { run_output, run_microphone, run_recorder };

  desk_mixer_init (&mixer);
  desk_mixer_set_tap (&mixer, &callers);
  output.mixer = &mixer;
  microphone.tap = &spoken;
  desk_feed_begin (&output, 0, FRAMES);
  desk_feed_begin (&microphone, 0, FRAMES);
  desk_tap_open (&callers);
  desk_tap_open (&spoken);
  for (uint32_t i = 0; i < N_SOUNDS; i++)
    write_over (&sounds[i]);

  run_together (bodies, 3, work_a_shift);
  for (int i = 0; i < N_SOUNDS; i++)
    if (players[i] != 0)
      fail ("a sound did not come back");
}

static DeskRing ring;
static DeskTap tap;

static void *
push_messages (void *data)
{
  for (uint32_t n = 0; n < N_MESSAGES;) {
    const uint32_t message[DESK_RING_MESSAGE_SIZE / 4] = { n, n, n, n, n, n, n, n };

    if (desk_ring_push (&ring, message))
      n++;
    else
      sched_yield ();
  }

  return NULL;
}

static void
pop_messages (void)
{
  for (uint32_t n = 0; n < N_MESSAGES;) {
    uint32_t message[DESK_RING_MESSAGE_SIZE / 4];

    if (!desk_ring_pop (&ring, message)) {
      sched_yield ();
      continue;
    }
    if (message[0] != n || message[7] != n)
      fail ("a message came in pieces");
    n++;
  }
}

/* What a full tap lost is written again: nothing may be missing here. */
static void *
write_blocks (void *data)
{
  for (uint32_t n = 0; n < N_BLOCKS; n++) {
    const uint64_t n_lost = desk_tap_get_n_lost (&tap);
    float block[BLOCK_FRAMES];

    for (uint32_t i = 0; i < BLOCK_FRAMES; i++)
      block[i] = (float) ((n * BLOCK_FRAMES + i) % 65536);
    desk_tap_write (&tap, block, 1, BLOCK_FRAMES, n);
    if (desk_tap_get_n_lost (&tap) != n_lost) {
      n--;
      sched_yield ();
    }
  }

  return NULL;
}

static void
read_blocks (void)
{
  for (uint32_t n = 0; n < N_BLOCKS;) {
    const DeskTapBlock *block = desk_tap_peek (&tap);

    if (block == NULL) {
      sched_yield ();
      continue;
    }
    if (block->time_ns != n)
      fail ("a block is missing");
    check_block (block);
    desk_tap_drop (&tap);
    n++;
  }
}

int
main (void)
{
  void *(*const pusher[]) (void *) = { push_messages };
  void *(*const writer[]) (void *) = { write_blocks };

  try_a_shift ();
  run_together (pusher, 1, pop_messages);
  desk_tap_open (&tap);
  run_together (writer, 1, read_blocks);

  printf (
      "%d voices, %u commands refused, %u reports refused, %llu callbacks; %u times a full ring, "
      "%llu a full tap\n",
      N_VOICES, desk_ring_get_n_refused (&mixer.commands), desk_ring_get_n_refused (&mixer.reports),
      (unsigned long long) atomic_load (&output.n_callbacks), desk_ring_get_n_refused (&ring),
      (unsigned long long) desk_tap_get_n_lost (&tap) / BLOCK_FRAMES);
  return 0;
}
