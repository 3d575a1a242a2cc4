/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-player.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/recorder.h"
#include "audio/tape-reader.h"

/* Run by with-sound-server: a real sound server, recorded. */

#define RATE 48000
#define LENGTH_S 5
#define PATIENCE_MS 20000

static char *folder;

static char *
path_for (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Noise, like speech broad, and unlike a tone it fits itself in one place only: the callers in the
 * first half, the trainee in the second. */
static void
write_recording (const char *path, guint seconds)
{
  SF_INFO info = {
    .samplerate = DESK_RECORDER_RATE,
    .channels = 2,
    .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
  };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const guint n = seconds * DESK_RECORDER_RATE;
  g_autofree float *frames = g_new0 (float, 2 * n);
  guint32 state = 4711;
  float smooth = 0;

  for (guint i = 0; i < n; i++) {
    state = state * 1664525 + 1013904223;
    smooth += 0.5f * ((float) (state >> 8) / (1 << 23) - 1.0f - smooth);
    frames[2 * i + (i < n / 2 ? 0 : 1)] = 0.6f * smooth;
  }
  g_assert_nonnull (file);
  g_assert_cmpint (sf_writef_float (file, frames, n), ==, n);
  sf_close (file);
}

/* All of it as the mixer gets it. */
static GArray *
read_through (DeskTapeReader *reader, guint piece)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (float));
  g_autoptr (GError) error = NULL;
  DeskSound *sound;

  while ((sound = desk_tape_reader_read (reader, piece, &error)) != NULL) {
    const DeskPcm *pcm = desk_sound_get_pcm (sound);

    g_array_append_vals (samples, pcm->samples, pcm->n_frames);
    desk_sound_unref (sound);
  }
  g_assert_no_error (error);
  return samples;
}

static DeskTapeReader *
open_reader (const char *path)
{
  g_autoptr (GError) error = NULL;
  DeskTapeReader *reader = desk_tape_reader_new (path, &error);

  g_assert_no_error (error);
  return reader;
}

/* However it is cut, the same comes out, and as much as is in the file. */
static void
test_reader (void)
{
  g_autofree char *path = path_for ("reader.flac");
  g_autoptr (DeskTapeReader) first = NULL;
  g_autoptr (DeskTapeReader) second = NULL;
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) cut = NULL;

  write_recording (path, LENGTH_S);
  first = open_reader (path);
  second = open_reader (path);
  g_assert_cmpint (desk_tape_reader_get_duration_ms (first), ==, LENGTH_S * 1000);
  whole = read_through (first, 10 * RATE);
  cut = read_through (second, 1000);
  g_assert_cmpuint (whole->len, ==, LENGTH_S * RATE);
  g_assert_cmpmem (whole->data, whole->len * sizeof (float), cut->data, cut->len * sizeof (float));
}

static void
test_reader_seek (void)
{
  g_autofree char *path = path_for ("seek.flac");
  g_autoptr (DeskTapeReader) reader = NULL;
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) nothing = NULL;
  double worst = 0;

  write_recording (path, LENGTH_S);
  reader = open_reader (path);
  whole = read_through (reader, RATE);
  g_assert_true (desk_tape_reader_seek (reader, 2500, NULL));
  rest = read_through (reader, RATE);
  g_assert_cmpuint (rest->len, ==, LENGTH_S * RATE / 2);
  /* Once the resampler knows what came before. */
  for (guint i = 2000; i < rest->len; i++)
    worst = MAX (worst, fabs ((double) g_array_index (rest, float, i) -
                              (double) g_array_index (whole, float, rest->len + i)));
  g_assert_cmpfloat (worst, <, 1e-3);
  g_assert_true (desk_tape_reader_seek (reader, 99000, NULL));
  nothing = read_through (reader, RATE);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
write_channels (const char *path, int n_channels)
{
  SF_INFO info = {
    .samplerate = 16000,
    .channels = n_channels,
    .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16,
  };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const short silence[600] = { 0 };

  sf_writef_short (file, silence, 100);
  sf_close (file);
}

static void
assert_refused (const char *path, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_tape_reader_new (path, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (error->message, !=, "");
}

/* As a program leaves one that ends before the first block: how long it is stands nowhere. */
static void
write_beheaded (const char *path)
{
  static const guchar nothing[5];
  g_autofree char *bytes = NULL;
  gsize length;

  write_recording (path, 1);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memcpy (bytes + 21, nothing, sizeof nothing);
  bytes[21] = (char) 0xf0; /* the size of a sample: 16 bits */
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
test_unknown_length (void)
{
  g_autofree char *path = path_for ("beheaded.flac");

  write_beheaded (path);
  assert_refused (path, G_IO_ERROR_INVALID_DATA);
}

static void
test_no_numbers (void)
{
  g_autofree char *path = path_for ("nan.wav");
  const SF_INFO wished = {
    .samplerate = 16000,
    .channels = 1,
    .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT,
  };
  SF_INFO info = wished;
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const float bad[] = { .1f, NAN, .1f, INFINITY, -INFINITY, .1f };
  g_autoptr (DeskTapeReader) reader = NULL;
  g_autoptr (GArray) samples = NULL;

  sf_writef_float (file, bad, G_N_ELEMENTS (bad));
  sf_close (file);
  reader = open_reader (path);
  samples = read_through (reader, RATE);
  g_assert_cmpuint (samples->len, ==, 3 * G_N_ELEMENTS (bad));
  for (guint i = 0; i < samples->len; i++)
    g_assert_true (isfinite (g_array_index (samples, float, i)));
}

/* A file that is cut while it is listened to is told in our own words, and not in libsndfile's. */
static void
test_cut_short (void)
{
  g_autofree char *path = path_for ("cut.flac");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskTapeReader) reader = NULL;

  write_recording (path, 20);
  reader = open_reader (path);
  g_assert_cmpint (truncate (path, 10000), ==, 0);
  g_assert_false (desk_tape_reader_seek (reader, 15000, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, "It is no sound file, or a broken one.");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_foreign_files (void)
{
  g_autofree char *text = path_for ("text.flac");
  g_autofree char *empty = path_for ("empty.flac");
  g_autofree char *pipe = path_for ("pipe.flac");
  g_autofree char *many = path_for ("many.flac");
  g_autofree char *gone = path_for ("gone.flac");

  g_assert_true (g_file_set_contents (text, "fLaC, or so it says", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  write_channels (many, 6);
  assert_refused (text, G_IO_ERROR_INVALID_DATA);
  assert_refused (empty, G_IO_ERROR_INVALID_DATA);
  assert_refused (pipe, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (folder, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (many, G_IO_ERROR_INVALID_DATA);
  assert_refused (gone, G_IO_ERROR_NOT_FOUND);
}

/* Playing. */

static gboolean
on_patience_over (gpointer what)
{
  g_error ("Waited for %s in vain", (const char *) what);
  return G_SOURCE_REMOVE;
}

static gboolean
on_wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

typedef gboolean (*Predicate) (gpointer data);

static void
wait_until (Predicate holds, gpointer data, const char *what)
{
  const guint patience = g_timeout_add (PATIENCE_MS, on_patience_over, (gpointer) what);
  const guint wake = g_timeout_add (5, on_wake, NULL);

  while (!holds (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_source_remove (patience);
}

static gboolean
has_passed (gpointer end_us)
{
  return g_get_monotonic_time () >= *(gint64 *) end_us;
}

static void
let_pass (double seconds)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * 1e6);

  wait_until (has_passed, &end_us, "time to pass");
}

static gboolean
is_audible (gpointer audio)
{
  DeskStreamStatus status;

  desk_audio_get_status (audio, DESK_STREAM_HEADSET, &status);
  return status.state == DESK_OUTPUT_PLAYING;
}

static gboolean
is_open (gpointer player)
{
  return desk_tape_player_get_duration_ms (player) > 0;
}

static gboolean
has_stopped (gpointer player)
{
  return !desk_tape_player_get_playing (player);
}

static DeskAudio *
open_audio (void)
{
  g_autofree char *path = path_for ("settings.ini");
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);
  DeskAudio *audio = desk_audio_new (settings);

  g_object_set (settings, "latency-ms", 100., NULL);
  desk_audio_start (audio);
  wait_until (is_audible, audio, "the output");
  return audio;
}

static gboolean
is_written (gpointer path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 20000;
}

static GSubprocess *
start_listening (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *listener = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "parecord", "--latency-msec=20", "-d",
      "line.monitor", "--rate=48000", "--channels=1", "--file-format=wav", path, NULL);

  g_assert_no_error (error);
  wait_until (is_written, (gpointer) path, "the listener");
  return listener;
}

static GArray *
stop_listening (GSubprocess *listener, const char *path)
{
  GArray *heard = g_array_new (FALSE, FALSE, sizeof (float));
  SF_INFO info = { 0 };
  SNDFILE *file;

  g_subprocess_send_signal (listener, SIGINT);
  g_subprocess_wait (listener, NULL, NULL);
  g_object_unref (listener);
  file = sf_open (path, SFM_READ, &info);
  g_assert_nonnull (file);
  g_array_set_size (heard, (guint) info.frames);
  sf_readf_float (file, (float *) heard->data, info.frames);
  sf_close (file);
  return heard;
}

/* How alike the two are in a window, from -1 to 1. */
static double
likeness (const GArray *a, guint at_a, const GArray *b, guint at_b, guint n)
{
  double product = 0, square_a = 0, square_b = 0;

  if (at_a + n > a->len || at_b + n > b->len)
    return 0;
  for (guint i = 0; i < n; i++) {
    const double x = (double) g_array_index (a, float, at_a + i);
    const double y = (double) g_array_index (b, float, at_b + i);

    product += x * y;
    square_a += x * x;
    square_b += y * y;
  }
  return square_a > 0 && square_b > 0 ? product / sqrt (square_a * square_b) : 0;
}

/* Where in `heard` the window of `played` is; its likeness is more than a half. */
static guint
find (const GArray *played, guint from, const GArray *heard)
{
  double best = .5;
  guint found = G_MAXUINT;

  for (guint at = 0; at + RATE / 20 < heard->len; at++) {
    /* Looked at closely only where a few samples say that it is worth it. */
    if (likeness (played, from, heard, at, 60) > .5) {
      const double alike = likeness (played, from, heard, at, RATE / 20);

      if (alike > best) {
        best = alike;
        found = at;
      }
    }
  }
  g_assert_cmpuint (found, !=, G_MAXUINT);
  return found;
}

static guint64
count_underruns (DeskAudio *audio)
{
  DeskStreamStatus status;

  desk_audio_get_status (audio, DESK_STREAM_HEADSET, &status);
  return status.meter.n_underruns;
}

/* Plays the recording at `path` from its beginning to its end. What was heard. */
static GArray *
listen_through (DeskAudio *audio, const char *path)
{
  g_autofree char *heard_path = path_for ("seam.wav");
  g_autoptr (DeskTapePlayer) player = NULL;
  GSubprocess *listener;

  g_unlink (heard_path);
  listener = start_listening (heard_path);
  player = desk_tape_player_new (audio, path);
  desk_tape_player_play (player);
  wait_until (has_stopped, player, "its end");
  g_assert_cmpint (desk_tape_player_get_position_ms (player), ==, LENGTH_S * 1000);
  let_pass (.3);
  return stop_listening (listener, heard_path);
}

/* Of windows of a fiftieth of a second, some of which lie across seams. */
static double
least_alike (const GArray *played, const GArray *heard)
{
  const guint begin = find (played, RATE / 4, heard) - RATE / 4;
  double least = 1;

  for (guint at = RATE / 10 - RATE / 100; at + RATE / 50 < (LENGTH_S - .1) * RATE; at += RATE / 50)
    least = MIN (least, likeness (played, at, heard, begin + at, RATE / 50));
  return least;
}

/* Heard to its end without a seam: one piece follows another to the sample. Where the machine is so
 * busy that the device runs dry, that is heard, and tried again. */
static void
test_without_a_seam (void)
{
  g_autofree char *path = path_for ("seam.flac");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapeReader) reader = NULL;
  g_autoptr (GArray) played = NULL;
  double least = 0;

  write_recording (path, LENGTH_S);
  reader = open_reader (path);
  played = read_through (reader, RATE);
  for (guint n = 0; n < 3; n++) {
    const guint64 before = count_underruns (audio);
    g_autoptr (GArray) heard = listen_through (audio, path);

    least = least_alike (played, heard);
    g_test_message ("the least alike fiftieth of a second: %.4f", least);
    if (count_underruns (audio) == before)
      break;
  }
  g_assert_cmpfloat (least, >, .98);
}

static void
test_pause_and_seek (void)
{
  g_autofree char *path = path_for ("pause.flac");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapePlayer) player = NULL;
  gint64 paused_ms;

  write_recording (path, LENGTH_S);
  player = desk_tape_player_new (audio, path);
  wait_until (is_open, player, "the file");
  g_assert_cmpint (desk_tape_player_get_duration_ms (player), ==, LENGTH_S * 1000);
  g_assert_cmpint (desk_tape_player_get_position_ms (player), ==, 0);

  desk_tape_player_play (player);
  let_pass (1.2);
  paused_ms = desk_tape_player_get_position_ms (player);
  desk_tape_player_pause (player);
  g_assert_cmpint (ABS (paused_ms - 1200), <, 250);
  g_assert_cmpint (ABS (desk_tape_player_get_position_ms (player) - paused_ms), <, 30);
  let_pass (.2);
  g_assert_cmpint (ABS (desk_tape_player_get_position_ms (player) - paused_ms), <, 30);

  desk_tape_player_seek (player, 4000);
  g_assert_cmpint (desk_tape_player_get_position_ms (player), ==, 4000);
  g_assert_false (desk_tape_player_get_playing (player));
  desk_tape_player_play (player);
  let_pass (.3);
  desk_tape_player_seek (player, 1000);
  desk_tape_player_seek (player, 4600);
  wait_until (has_stopped, player, "its end");
  g_assert_cmpint (desk_tape_player_get_position_ms (player), ==, LENGTH_S * 1000);

  /* From the beginning again. */
  desk_tape_player_play (player);
  let_pass (.3);
  g_assert_cmpint (desk_tape_player_get_position_ms (player), <, 600);
  desk_tape_player_seek (player, 99000);
  wait_until (has_stopped, player, "its end");
}

/* What is heard after a seek is what lies there. */
static void
test_seek_is_heard (void)
{
  g_autofree char *path = path_for ("there.flac");
  g_autofree char *heard_path = path_for ("there.wav");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapePlayer) player = NULL;
  g_autoptr (DeskTapeReader) reader = NULL;
  g_autoptr (GArray) played = NULL;
  g_autoptr (GArray) heard = NULL;
  GSubprocess *listener;
  guint begin;

  write_recording (path, LENGTH_S);
  reader = open_reader (path);
  played = read_through (reader, RATE);
  listener = start_listening (heard_path);
  player = desk_tape_player_new (audio, path);
  desk_tape_player_seek (player, 3000);
  desk_tape_player_play (player);
  let_pass (1);
  heard = stop_listening (listener, heard_path);
  begin = find (played, 3 * RATE + RATE / 4, heard);
  g_assert_cmpfloat (likeness (played, 3 * RATE + RATE / 4, heard, begin, RATE / 20), >, .98);
}

static void
on_failed (char **told, const char *words)
{
  g_free (*told);
  *told = g_strdup (words);
}

static gboolean
is_told (gpointer told)
{
  return *(char **) told != NULL;
}

static void
test_failure (void)
{
  g_autofree char *path = path_for ("broken.flac");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapePlayer) player = NULL;
  g_autofree char *told = NULL;

  g_assert_true (g_file_set_contents (path, "no sound at all", -1, NULL));
  player = desk_tape_player_new (audio, path);
  g_signal_connect_swapped (player, "failed", G_CALLBACK (on_failed), &told);
  desk_tape_player_play (player);
  wait_until (is_told, &told, "the failure");
  g_test_message ("Told: %s", told);
  g_assert_false (desk_tape_player_get_playing (player));
  desk_tape_player_play (player);
  g_assert_false (desk_tape_player_get_playing (player));
}

static gsize
memory_in_use (void)
{
  g_autofree char *text = NULL;
  gsize pages = 0, resident = 0;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  sscanf (text, "%zu %zu", &pages, &resident);
  return resident * 4096;
}

static gboolean
is_over (gpointer player)
{
  return !desk_tape_player_get_playing (player);
}

/* Shorter than a millisecond: it ends, too. */
static void
test_an_instant (void)
{
  g_autofree char *path = path_for ("instant.wav");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapePlayer) player = NULL;
  SF_INFO info = { .samplerate = 16000, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const short silence[5] = { 0 };

  sf_writef_short (file, silence, 5);
  sf_close (file);
  player = desk_tape_player_new (audio, path);
  wait_until (is_open, player, "the file");
  desk_tape_player_play (player);
  wait_until (is_over, player, "the end of an instant");
}

/* An hour would be 700 MB as the mixer has it. */
static void
test_an_hour (void)
{
  g_autofree char *path = path_for ("hour.flac");
  g_autoptr (DeskAudio) audio = open_audio ();
  g_autoptr (DeskTapePlayer) player = NULL;
  SF_INFO info = {
    .samplerate = DESK_RECORDER_RATE,
    .channels = 2,
    .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
  };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  g_autofree short *minute = g_new0 (short, 2 * 60 * DESK_RECORDER_RATE);
  gsize before;

  for (guint n = 0; n < 60; n++)
    sf_writef_short (file, minute, 60 * DESK_RECORDER_RATE);
  sf_close (file);
  before = memory_in_use ();
  player = desk_tape_player_new (audio, path);
  wait_until (is_open, player, "the file");
  g_assert_cmpint (desk_tape_player_get_duration_ms (player), ==, 3600000);
  desk_tape_player_seek (player, 3500000);
  desk_tape_player_play (player);
  let_pass (1);
  g_assert_cmpint (desk_tape_player_get_position_ms (player), >, 3500000);
  g_test_message ("%.1f MB more in use", (double) (memory_in_use () - before) / 1e6);
  g_assert_cmpuint (memory_in_use (), <, before + 10000000);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = path_for (name);

    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int result;

  folder = g_dir_make_tmp ("frontdesk-tape-XXXXXX", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tape/reader", test_reader);
  g_test_add_func ("/tape/reader-seek", test_reader_seek);
  g_test_add_func ("/tape/foreign-files", test_foreign_files);
  g_test_add_func ("/tape/unknown-length", test_unknown_length);
  g_test_add_func ("/tape/no-numbers", test_no_numbers);
  g_test_add_func ("/tape/without-a-seam", test_without_a_seam);
  g_test_add_func ("/tape/pause-and-seek", test_pause_and_seek);
  g_test_add_func ("/tape/seek-is-heard", test_seek_is_heard);
  g_test_add_func ("/tape/cut-short", test_cut_short);
  g_test_add_func ("/tape/failure", test_failure);
  g_test_add_func ("/tape/an-instant", test_an_instant);
  g_test_add_func ("/tape/an-hour", test_an_hour);
  result = g_test_run ();
  remove_folder ();
  g_free (folder);
  return result;
}
