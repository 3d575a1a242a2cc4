/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/audio.h"

#include <glib/gstdio.h>
#include <math.h>

#include "spectrum.h"

/* Where a sound is heard, and how loud, as the settings say. No device is opened: the test runs the
 * mixers itself. */

#define RATE DESK_MIXER_RATE
#define BLOCK 4800

/* Of a tone. Two together stay under what the mixer's limiter leaves alone however they meet. */
#define LOUDNESS 0.375

typedef struct {
  char *path; /* owned, as below */
  DeskSoundSettings *settings;
  DeskAudio *audio;
  DeskSound *voice; /* 1000 Hz for 10 s */
  DeskSound *ring;  /* 2000 Hz, the same */
  guint n_over;
  guint last_over;
} Fixture;

static DeskSound *
tone_new (double hz)
{
  const guint n = 10 * RATE;
  float *samples = g_new (float, n);

  for (guint i = 0; i < n; i++)
    samples[i] = (float) (LOUDNESS * sin (2 * G_PI * hz * i / RATE));
  return desk_sound_new_take (samples, n, 0);
}

static void
on_over (Fixture *fixture, guint play)
{
  fixture->n_over++;
  fixture->last_over = play;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("desk-audio-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "settings.ini", NULL);
  fixture->settings = desk_sound_settings_new (fixture->path);
  g_object_set (fixture->settings, "voice-volume", 1.0, "ringer-volume", 1.0, NULL);
  fixture->audio = desk_audio_new (fixture->settings);
  g_signal_connect_swapped (fixture->audio, "over", G_CALLBACK (on_over), fixture);
  fixture->voice = tone_new (1000);
  fixture->ring = tone_new (2000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_object_unref (fixture->audio);
  g_object_unref (fixture->settings);
  desk_sound_unref (fixture->voice);
  desk_sound_unref (fixture->ring);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (fixture->path);
}

/* The amplitude of `hz` in an ear, over the last of two tenths of a second: the first lets changes
 * settle. */
typedef struct {
  double left;
  double right;
} Ears;

static Ears
listen (Fixture *fixture, DeskStreamRole role, double hz)
{
  DeskMixer *mixer = desk_speaker_get_mixer (desk_audio_get_speaker (fixture->audio, role));
  float out[2 * 480], left[BLOCK], right[BLOCK];

  for (guint n = 0; n < 2 * BLOCK; n += 480) {
    desk_mixer_run (mixer, out, 480, g_get_monotonic_time () * 1000);
    for (guint i = 0; n >= BLOCK && i < 480; i++) {
      left[n - BLOCK + i] = out[2 * i];
      right[n - BLOCK + i] = out[2 * i + 1];
    }
  }

  return (Ears){ spectrum_amplitude (left, BLOCK, hz), spectrum_amplitude (right, BLOCK, hz) };
}

/* `left` and `right`: in parts of the tone as it is. */
static void
assert_heard (Fixture *fixture, DeskStreamRole role, double hz, double left, double right)
{
  const Ears ears = listen (fixture, role, hz);

  g_assert_cmpfloat_with_epsilon (ears.left / LOUDNESS, left, 0.01);
  g_assert_cmpfloat_with_epsilon (ears.right / LOUDNESS, right, 0.01);
}

static guint
play (Fixture *fixture, DeskPlace place, DeskSound *sound)
{
  const DeskPlaying how = { .gain = 1, .fade_ms = 5 };
  const guint id = desk_audio_play (fixture->audio, place, sound, &how);

  g_assert_cmpuint (id, !=, 0);
  return id;
}

/* Volumes act at once and by the square; the ear is the handset's affair alone. */
static void
test_volumes_and_ear (Fixture *fixture, gconstpointer data)
{
  play (fixture, DESK_PLACE_HANDSET, fixture->voice);
  play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 1, 1);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 1, 1);

  g_object_set (fixture->settings, "voice-volume", 0.5, "ear", -1, NULL);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 0.25, 0);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 1, 1);

  g_object_set (fixture->settings, "ringer-volume", 0.2, "ear", 1, NULL);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 0, 0.25);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0.04, 0.04);
}

static void
test_level_of_one (Fixture *fixture, gconstpointer data)
{
  const guint id = play (fixture, DESK_PLACE_HANDSET, fixture->voice);

  play (fixture, DESK_PLACE_HANDSET, fixture->ring);
  desk_audio_set_gain (fixture->audio, id, 0.5);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 0.5, 0.5);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 1, 1);
}

/* A ringer with an output of its own rings there alone, or in both; voices never do. */
static void
test_own_ringer (Fixture *fixture, gconstpointer data)
{
  g_assert_null (desk_audio_get_speaker (fixture->audio, DESK_STREAM_RINGER));
  g_object_set (fixture->settings, "ringer", "the loudspeaker", NULL);
  g_assert_nonnull (desk_audio_get_speaker (fixture->audio, DESK_STREAM_RINGER));
  play (fixture, DESK_PLACE_HANDSET, fixture->voice);
  play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 1, 1);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0, 0);
  assert_heard (fixture, DESK_STREAM_RINGER, 1000, 0, 0);
  assert_heard (fixture, DESK_STREAM_RINGER, 2000, 1, 1);

  g_object_set (fixture->settings, "ring-both", TRUE, "ringer-volume", 0.5, NULL);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0.25, 0.25);
  assert_heard (fixture, DESK_STREAM_RINGER, 2000, 0.25, 0.25);
  g_object_set (fixture->settings, "ring-both", FALSE, NULL);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0, 0);
}

/* In mid-ring the ringer is moved: it rings on where it now belongs, and is stopped there. */
static void
test_moved_ringer (Fixture *fixture, gconstpointer data)
{
  const guint id = play (fixture, DESK_PLACE_CONSOLE, fixture->ring);

  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 1, 1);
  g_object_set (fixture->settings, "ringer", "the loudspeaker", NULL);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0, 0);
  assert_heard (fixture, DESK_STREAM_RINGER, 2000, 1, 1);

  g_object_set (fixture->settings, "headset", "the loudspeaker", NULL);
  g_assert_null (desk_audio_get_speaker (fixture->audio, DESK_STREAM_RINGER));
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 1, 1);
  g_assert_cmpuint (fixture->n_over, ==, 0);

  desk_audio_stop (fixture->audio, id, 10);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0, 0);
}

static gboolean
on_patience_over (gpointer data)
{
  g_error ("Nobody told that it was over");
  return G_SOURCE_REMOVE;
}

/* One that sounded in two places is over once. */
static void
test_over_once (Fixture *fixture, gconstpointer data)
{
  const guint patience = g_timeout_add_seconds (10, on_patience_over, NULL);
  guint id;

  g_object_set (fixture->settings, "ringer", "the loudspeaker", "ring-both", TRUE, NULL);
  id = play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  desk_audio_stop (fixture->audio, id, 10);
  while (fixture->n_over == 0)
    g_main_context_iteration (NULL, TRUE); /* nobody runs the mixers but the speakers themselves */
  g_source_remove (patience);
  g_assert_cmpuint (fixture->last_over, ==, id);
  for (guint i = 0; i < 2; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->n_over, ==, 1);

  desk_audio_stop (fixture->audio, id, 10); /* these do nothing */
  desk_audio_set_gain (fixture->audio, id, 1);
  desk_audio_stop (fixture->audio, 0, 10);
}

/* A ringer that goes while it fades takes its last play with it, and says so. */
static void
test_ringer_goes_in_fade (Fixture *fixture, gconstpointer data)
{
  guint id;

  g_object_set (fixture->settings, "ringer", "the loudspeaker", NULL);
  id = play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  desk_audio_stop (fixture->audio, id, 10);
  g_object_set (fixture->settings, "ringer", NULL, NULL);
  g_assert_cmpuint (fixture->n_over, ==, 1);
  g_assert_cmpuint (fixture->last_over, ==, id);
  assert_heard (fixture, DESK_STREAM_HEADSET, 2000, 0, 0);
}

static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  play (fixture, DESK_PLACE_HANDSET, fixture->voice);
  desk_audio_set_frozen (fixture->audio, TRUE);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 0, 0);
  g_object_set (fixture->settings, "ringer", "the loudspeaker", NULL); /* comes frozen */
  play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  assert_heard (fixture, DESK_STREAM_RINGER, 2000, 0, 0);
  desk_audio_set_frozen (fixture->audio, FALSE);
  assert_heard (fixture, DESK_STREAM_HEADSET, 1000, 1, 1);
  assert_heard (fixture, DESK_STREAM_RINGER, 2000, 1, 1);
}

/* The callers' tap hears neither the volume, nor the ear, nor the ringer. */
static void
test_callers_tap (Fixture *fixture, gconstpointer data)
{
  DeskTap *tap = desk_audio_get_callers_tap (fixture->audio);
  const DeskTapBlock *block;
  float heard[2 * BLOCK];
  guint n = 0;

  g_object_set (fixture->settings, "voice-volume", 0.1, "ear", 1, NULL);
  play (fixture, DESK_PLACE_HANDSET, fixture->voice);
  play (fixture, DESK_PLACE_CONSOLE, fixture->ring);
  listen (fixture, DESK_STREAM_HEADSET, 1000);
  desk_tap_open (tap);
  listen (fixture, DESK_STREAM_HEADSET, 1000);
  while ((block = desk_tap_peek (tap)) != NULL) {
    g_assert_cmpuint (n + block->n_frames, <=, G_N_ELEMENTS (heard));
    memcpy (heard + n, block->samples, block->n_frames * sizeof (float));
    n += block->n_frames;
    desk_tap_drop (tap);
  }
  desk_tap_close (tap);
  g_assert_cmpuint (n, ==, 2 * BLOCK);
  g_assert_cmpfloat_with_epsilon (spectrum_amplitude (heard, n, 1000), LOUDNESS, 0.005);
  g_assert_cmpfloat_with_epsilon (spectrum_amplitude (heard, n, 2000), 0, 0.005);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/audio/audio/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("volumes-and-ear", test_volumes_and_ear);
  ADD ("level-of-one", test_level_of_one);
  ADD ("own-ringer", test_own_ringer);
  ADD ("moved-ringer", test_moved_ringer);
  ADD ("over-once", test_over_once);
  ADD ("ringer-goes-in-fade", test_ringer_goes_in_fade);
  ADD ("frozen", test_frozen);
  ADD ("callers-tap", test_callers_tap);
  return g_test_run ();
}
