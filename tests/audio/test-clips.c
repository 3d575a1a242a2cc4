/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/clip-decoder.h"
#include "audio/clip-store.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>

#include "spectrum.h"

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A sine of 440 Hz at amplitude .5; the channels after the first are silent. (transfer full) */
static char *
write_clip (const char *name, int format, int rate, int channels, double seconds)
{
  char *path = path_of (name);
  SF_INFO info = { .format = format, .samplerate = rate, .channels = channels };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const gsize n = (gsize) (seconds * rate);
  g_autofree float *samples = g_new0 (float, n *(gsize) channels);

  g_assert_nonnull (file);
  for (gsize i = 0; i < n; i++)
    samples[i * (gsize) channels] = 0.5f * (float) sin (2 * G_PI * 440 * (double) i / rate);
  g_assert_cmpint (sf_writef_float (file, samples, (sf_count_t) n), ==, n);
  sf_close (file);
  return path;
}

static double
amplitude (const DeskPcm *pcm, double hz)
{
  const guint from = pcm->n_frames / 4, n = pcm->n_frames / 2 / 1200 * 1200;

  return spectrum_amplitude (pcm->samples + from, n, hz);
}

typedef struct {
  const char *name;
  int format;
  int rate;
  int channels;
} Kind;

static const Kind kinds[] = {
  { "a.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1 },
  { "b.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 44100, 2 },
  { "c.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 192000, 1 },
  { "d.wav", SF_FORMAT_WAV | SF_FORMAT_ULAW, 8000, 1 },
  { "e.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 22050, 1 },
  { "f.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 44100, 2 },
  { "g.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 24000, 1 },
  { "h.mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100, 1 },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const Kind *kind = &kinds[i];
    g_autofree char *path = write_clip (kind->name, kind->format, kind->rate, kind->channels, 2);
    g_autoptr (GError) error = NULL;
    g_autoptr (DeskSound) sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, &error);

    g_assert_no_error (error);

    const DeskPcm *pcm = desk_sound_get_pcm (sound);

    /* An MP3 has a delay and padding of up to 0.1 s. */
    g_assert_cmpint (ABS ((int) pcm->n_frames - 96000), <,
                     g_str_has_suffix (path, "mp3") ? 4800 : 3);
    g_assert_cmpuint (pcm->period, ==, 0);
    g_assert_cmpfloat_with_epsilon (amplitude (pcm, 440), 0.5 / kind->channels, 0.02);
    g_assert_cmpfloat (amplitude (pcm, 480), <, 0.01);
    g_assert_cmpfloat (pcm->samples[0], ==, 0);
    g_assert_cmpfloat (pcm->samples[pcm->n_frames - 1], ==, 0);
  }
}

/* What may be heard in every format and at every rate: tones between 400 and 3000 Hz, that begin
 * after 100 ms and last for 400 ms of 600. */
static float *
write_voice (const char *path, int format, int rate, int channels)
{
  SF_INFO info = { .format = format, .samplerate = rate, .channels = channels };
  SNDFILE *file = path == NULL ? NULL : sf_open (path, SFM_WRITE, &info);
  const int n = rate * 6 / 10;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  float *samples = g_new0 (float, n *channels);

  for (int tone = 0; tone < 40; tone++) {
    const double hz = g_rand_double_range (rand, 400, 3000);
    const double phase = g_rand_double_range (rand, 0, 2 * G_PI);

    for (int i = rate / 10; i < rate / 2; i++) {
      const double edge = MIN (1, MIN (i - rate / 10, rate / 2 - i) / (0.02 * rate));

      samples[i * channels] += (float) (0.02 * edge * sin (2 * G_PI * hz * i / rate + phase));
    }
  }
  for (int i = 0; i < n; i++)
    for (int c = 1; c < channels; c++)
      samples[i * channels + c] = samples[i * channels];

  if (file != NULL) {
    g_assert_cmpint (sf_writef_float (file, samples, n), ==, n);
    sf_close (file);
  }
  return samples;
}

static double
product (const float *a, const float *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (double) a[i] * (double) b[i];
  return sum;
}

typedef struct {
  const char *ending;
  int format;
  double likeness; /* at least */
} Coding;

static const Coding codings[] = {
  { "u8.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 0.99 },
  { "16.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 0.999 },
  { "24.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 0.999 },
  { "float.wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 0.999 },
  { "alaw.wav", SF_FORMAT_WAV | SF_FORMAT_ALAW, 0.99 },
  { "16.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 0.999 },
  { "24.flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 0.999 },
  { "vorbis.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 0.95 },
  { "opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 0.95 },
  { "mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 0.95 },
};

/* How many frames later than it should the voice is heard. */
static int
shift_of (const DeskPcm *pcm, const float *voice, double *likeness, double *gain)
{
  const guint from = 4800, n = 19200;
  const int reach = 300;
  double best = 0;
  int shift = 0;

  for (int lag = -reach; lag <= reach && (int) (from + n) + lag < (int) pcm->n_frames; lag++) {
    const double here = product (pcm->samples + (int) from + lag, voice + from, n);

    if (here > best) {
      best = here;
      shift = lag;
    }
  }

  const float *there = pcm->samples + (int) from + shift;

  *gain = best / product (voice + from, voice + from, n);
  *likeness = best / sqrt (product (there, there, n) * product (voice + from, voice + from, n));
  return shift;
}

static void
check_coding (const Coding *coding, int rate, int channels, const float *voice)
{
  g_autofree char *name = g_strdup_printf ("%d-%d.%s", rate, channels, coding->ending);
  g_autofree char *path = path_of (name);

  g_free (write_voice (path, coding->format, rate, channels));

  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSound) sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, &error);
  double likeness = 0, gain = 0;

  g_assert_no_error (error);

  const DeskPcm *pcm = desk_sound_get_pcm (sound);
  const int shift = shift_of (pcm, voice, &likeness, &gain);

  g_test_message ("%-20s %5u frames, shifted by %d, likeness %.4f, gain %.3f", name, pcm->n_frames,
                  shift, likeness, gain);
  g_assert_cmpfloat (likeness, >, coding->likeness);
  g_assert_cmpfloat_with_epsilon (gain, 1, 0.05);
  g_assert_cmpint (ABS (shift), <=, 9);
  g_assert_cmpint (ABS ((int) pcm->n_frames - 28800), <=, 5 * 48);
  g_unlink (path);
}

/* Every format, rate and number of channels that can be written: nothing is shifted, shortened or of
 * another loudness. */
static void
test_every_format (void)
{
  static const int rates[] = { 8000, 16000, 22050, 44100, 48000, 96000 };
  g_autofree float *voice = write_voice (NULL, 0, 48000, 1);
  guint n_checked = 0;

  for (guint c = 0; c < G_N_ELEMENTS (codings); c++)
    for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
      for (int channels = 1; channels <= 2; channels++) {
        const SF_INFO info = { .format = codings[c].format,
                               .samplerate = rates[r],
                               .channels = channels };
        g_autofree char *path = path_of ("probe");
        SF_INFO probed = info;
        SNDFILE *file = sf_open (path, SFM_WRITE, &probed);

        if (file == NULL)
          continue;
        sf_close (file);
        check_coding (&codings[c], rates[r], channels, voice);
        n_checked++;
      }

  g_test_message ("%u combinations", n_checked);
  g_assert_cmpuint (n_checked, >=, 90);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSound) sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, &error);

  g_assert_null (sound);
  g_assert_error (error, DESK_CLIP_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_refused (void)
{
  g_autofree char *absent = path_of ("absent.wav");
  g_autofree char *text = path_of ("text.opus");
  g_autofree char *nothing = path_of ("nothing.flac");
  g_autofree char *big = path_of ("big.wav");
  g_autofree char *lasting =
      write_clip ("lasting.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 4000, 1, 301);
  g_autofree char *empty = write_clip ("empty.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0);
  g_autofree char *wide = write_clip ("wide.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 9, 0.1);

  g_assert_true (g_file_set_contents (text, "Not a sound at all.\n", -1, NULL));
  g_assert_true (g_file_set_contents (nothing, "", 0, NULL));
  g_assert_true (g_file_set_contents (big, "RIFF", -1, NULL));
  g_assert_cmpint (truncate (big, 50 * 1024 * 1024 + 1), ==, 0);

  assert_refused (absent, DESK_CLIP_ERROR_OPEN);
  assert_refused (folder, DESK_CLIP_ERROR_OPEN);
  assert_refused (text, DESK_CLIP_ERROR_FORMAT);
  assert_refused (nothing, DESK_CLIP_ERROR_FORMAT);
  assert_refused (big, DESK_CLIP_ERROR_TOO_BIG);
  assert_refused (lasting, DESK_CLIP_ERROR_TOO_LONG);
  assert_refused (empty, DESK_CLIP_ERROR_EMPTY);
  assert_refused (wide, DESK_CLIP_ERROR_FORMAT);
}

/* Cut off or garbled anywhere, a file is an error or some sound, never a crash. */
static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *path = write_clip (kinds[i].name, kinds[i].format, kinds[i].rate, 1, 0.5);
    g_autofree char *damaged = path_of ("damaged");
    g_autofree char *bytes = NULL;
    gsize length = 0;

    g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
    for (guint round = 0; round < 12; round++) {
      g_autoptr (DeskSound) sound = NULL;

      for (guint n = 0; n < 4; n++)
        bytes[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int ();
      g_assert_true (
          g_file_set_contents (damaged, bytes, (gssize) length * (gssize) (12 - round) / 12, NULL));
      sound = desk_clip_decode (damaged, DESK_LAW_NONE, NULL, NULL);
      g_assert_true (sound == NULL || desk_sound_get_bytes (sound) < 60 * 1000 * 1000);
    }
  }
}

static void
test_not_a_number (void)
{
  g_autofree char *path = path_of ("nan.wav");
  SF_INFO info = { .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT, .samplerate = 48000, .channels = 1 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  float samples[1000];

  for (guint i = 0; i < 1000; i++)
    samples[i] = i % 3 == 0 ? NAN : i % 3 == 1 ? INFINITY : 7;
  sf_writef_float (file, samples, 1000);
  sf_close (file);

  g_autoptr (DeskSound) sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, NULL);
  const DeskPcm *pcm = desk_sound_get_pcm (sound);

  for (guint i = 0; i < pcm->n_frames; i++)
    g_assert_true (fabsf (pcm->samples[i]) <= 1);
}

typedef struct {
  DeskClipStore *store;
  GMainLoop *loop;
  GArray *ready; /* of guint */
  guint n_failed;
  guint awaited;
} Fixture;

static void
on_ready (DeskClipStore *store, guint key, gpointer data)
{
  Fixture *fixture = data;

  g_array_append_val (fixture->ready, key);
  if (--fixture->awaited == 0)
    g_main_loop_quit (fixture->loop);
}

static void
on_failed (DeskClipStore *store, guint key, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_nonnull (error);
  fixture->n_failed++;
  if (--fixture->awaited == 0)
    g_main_loop_quit (fixture->loop);
}

static gboolean
on_too_late (gpointer data)
{
  g_error ("the clips did not come");
  return G_SOURCE_REMOVE;
}

static void
fixture_init (Fixture *fixture, gsize budget)
{
  *fixture = (Fixture){ .store = desk_clip_store_new (budget, DESK_LAW_NONE),
                        .loop = g_main_loop_new (NULL, FALSE),
                        .ready = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_signal_connect (fixture->store, "ready", G_CALLBACK (on_ready), fixture);
  g_signal_connect (fixture->store, "failed", G_CALLBACK (on_failed), fixture);
}

static void
fixture_clear (Fixture *fixture)
{
  desk_clip_store_close (fixture->store);
  g_object_unref (fixture->store);
  g_main_loop_unref (fixture->loop);
  g_array_unref (fixture->ready);
}

static void
fixture_await (Fixture *fixture, guint n)
{
  guint source = g_timeout_add_seconds (10, on_too_late, NULL);

  fixture->awaited = n;
  g_main_loop_run (fixture->loop);
  g_source_remove (source);
}

static gboolean
is_there (Fixture *fixture, guint key)
{
  g_autoptr (DeskSound) sound = desk_clip_store_lookup (fixture->store, key);

  return sound != NULL;
}

/* Two workers: the first two wishes start at once, the others in the order they are due, all on the worker
 * that is free long before the other. */
static void
test_due_first (void)
{
  g_autofree char *path = write_clip ("s.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0.5);
  g_autofree char *long_one = write_clip ("l.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 5);
  g_autofree char *longer = write_clip ("m.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 30);
  Fixture fixture;

  fixture_init (&fixture, 64 * 1024 * 1024);
  desk_clip_store_want (fixture.store, 1, long_one, 5000, 0);
  desk_clip_store_want (fixture.store, 2, longer, 30000, 0);
  desk_clip_store_want (fixture.store, 30, path, 500, 3000);
  desk_clip_store_want (fixture.store, 10, path, 500, 1000);
  desk_clip_store_want (fixture.store, 20, path, 500, 9000);
  desk_clip_store_want (fixture.store, 20, path, 500, 2000); /* sooner than was thought */
  fixture_await (&fixture, 5);

  guint order[3];
  guint n = 0;

  for (guint i = 0; i < fixture.ready->len; i++) {
    guint key = g_array_index (fixture.ready, guint, i);

    if (key >= 10)
      order[n++] = key;
  }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (order[0], ==, 10);
  g_assert_cmpuint (order[1], ==, 20);
  g_assert_cmpuint (order[2], ==, 30);
  g_assert_true (is_there (&fixture, 1) && is_there (&fixture, 20) && is_there (&fixture, 30));
  fixture_clear (&fixture);
}

/* Room for three half-second clips of 96,000 bytes. */
static void
test_budget (void)
{
  g_autofree char *path = write_clip ("s.wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0.5);
  Fixture fixture;

  fixture_init (&fixture, 300000);
  desk_clip_store_want (fixture.store, 1, path, 500, 1000);
  desk_clip_store_want (fixture.store, 2, path, 500, 2000);
  desk_clip_store_want (fixture.store, 3, path, 500, 3000);
  desk_clip_store_want (fixture.store, 4, path, 500, 4000);
  fixture_await (&fixture, 3);
  g_assert_cmpuint (desk_clip_store_get_used (fixture.store), ==, 288000);
  g_assert_true (is_there (&fixture, 1) && is_there (&fixture, 2) && is_there (&fixture, 3));
  g_assert_false (is_there (&fixture, 4));

  desk_clip_store_want (fixture.store, 5, path, 500, 500); /* displaces what is due last */
  fixture_await (&fixture, 1);
  g_assert_true (is_there (&fixture, 5));
  g_assert_false (is_there (&fixture, 3));

  desk_clip_store_release (fixture.store, 1); /* now 3 may come back */
  fixture_await (&fixture, 1);
  g_assert_true (is_there (&fixture, 3));
  g_assert_false (is_there (&fixture, 1));
  g_assert_cmpuint (desk_clip_store_get_used (fixture.store), ==, 288000);
  fixture_clear (&fixture);
}

static void
test_failure_told_once (void)
{
  g_autofree char *path = path_of ("gone.opus");
  Fixture fixture;

  fixture_init (&fixture, 300000);
  desk_clip_store_want (fixture.store, 1, path, 500, 1000);
  fixture_await (&fixture, 1);
  desk_clip_store_want (fixture.store, 1, path, 500, 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture.n_failed, ==, 1);
  g_assert_false (is_there (&fixture, 1));
  g_assert_cmpuint (desk_clip_store_get_used (fixture.store), ==, 0);
  fixture_clear (&fixture);
}

/* The owner goes while clips are being fetched: no signal, no leak, no crash. */
static void
test_closed_early (void)
{
  g_autofree char *path = write_clip ("l.opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 20);
  Fixture fixture;
  gpointer weak;

  fixture_init (&fixture, 64 * 1024 * 1024);
  weak = fixture.store;
  g_object_add_weak_pointer (G_OBJECT (fixture.store), &weak);
  desk_clip_store_want (fixture.store, 1, path, 20000, 0);
  desk_clip_store_want (fixture.store, 2, path, 20000, 0);
  g_signal_handlers_disconnect_by_data (fixture.store, &fixture);
  fixture_clear (&fixture);
  /* A worker may hold the last reference, and does not wake this thread. */
  while (g_atomic_pointer_get (&weak) != NULL) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
  }
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = path_of (name);

    g_unlink (path);
  }
  g_dir_close (dir);
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("desk-clips-XXXXXX", NULL);

  g_test_add_func ("/audio/clips/formats", test_formats);
  g_test_add_func ("/audio/clips/every-format", test_every_format);
  g_test_add_func ("/audio/clips/refused", test_refused);
  g_test_add_func ("/audio/clips/damaged", test_damaged);
  g_test_add_func ("/audio/clips/not-a-number", test_not_a_number);
  g_test_add_func ("/audio/clips/due-first", test_due_first);
  g_test_add_func ("/audio/clips/budget", test_budget);
  g_test_add_func ("/audio/clips/failure-told-once", test_failure_told_once);
  g_test_add_func ("/audio/clips/closed-early", test_closed_early);

  status = g_test_run ();
  remove_folder ();
  return status;
}
