/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/synthesis.h"

#include <ebur128.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <string.h>

#include "scenario/clip-file.h"
#include "scenario/clip-stamp.h"
#include "scenario/clip-writer.h"

/* A folder of its own for every test. */
typedef struct {
  char *folder;
  char *source; /* a recording, once record() was called */
  char *clip;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-synthesis-XXXXXX", NULL);
  fixture->source = g_build_filename (fixture->folder, "source.wav", NULL);
  fixture->clip = g_build_filename (fixture->folder, "clip.opus", NULL);
}

/* Nothing but the two files may be left in the folder: then rmdir fails. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->source);
  g_unlink (fixture->clip);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->source);
  g_free (fixture->clip);
}

/* `silence_ms`, then a tone of 300 Hz and `amplitude` for `tone_ms`, then a second of silence. */
static void
record (Fixture *fixture, int silence_ms, int tone_ms, double amplitude)
{
  SF_INFO info = { .samplerate = 16000, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
  SNDFILE *file = sf_open (fixture->source, SFM_WRITE, &info);
  int before = silence_ms * 16, tone = tone_ms * 16, whole = before + tone + 16000;
  g_autofree double *samples = g_new0 (double, (gsize) whole);

  g_assert_nonnull (file);
  for (int i = before; i < before + tone; i++)
    samples[i] = amplitude * sin (i * 2 * G_PI * 300 / 16000);
  g_assert_cmpint (sf_write_double (file, samples, whole), ==, whole);
  g_assert_cmpint (sf_close (file), ==, 0);
}

typedef struct {
  double seconds;
  double loudness;
  double peak;
  int channels;
  int rate;
} Heard;

static Heard
listen (const char *path)
{
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (path, SFM_READ, &info);
  ebur128_state *meter;
  g_autofree float *samples = NULL;
  Heard heard = { .channels = info.channels, .rate = info.samplerate };

  g_assert_nonnull (file);
  samples = g_new0 (float, (gsize) info.frames);
  g_assert_cmpint (sf_readf_float (file, samples, info.frames), ==, info.frames);
  sf_close (file);
  heard.seconds = (double) info.frames / info.samplerate;

  meter =
      ebur128_init (1, (unsigned long) info.samplerate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  for (int i = 0; i < 8; i++)
    ebur128_add_frames_float (meter, samples, (size_t) info.frames);
  ebur128_loudness_global (meter, &heard.loudness);
  ebur128_true_peak (meter, 0, &heard.peak);
  ebur128_destroy (&meter);
  return heard;
}

static void
test_clip_is_trimmed_and_level (Fixture *fixture, gconstpointer data)
{
  const double amplitudes[] = { 0.01, 0.1, 0.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (amplitudes); i++) {
    g_autoptr (GError) error = NULL;
    gint64 length_ms = 0;
    Heard heard;

    record (fixture, 800, 2000, amplitudes[i]);
    g_assert_true (desk_clip_write (fixture->source, 1, fixture->clip, NULL, &length_ms, &error));
    g_assert_no_error (error);
    heard = listen (fixture->clip);
    g_assert_cmpint (heard.rate, ==, 48000);
    g_assert_cmpint (heard.channels, ==, 1);
    g_assert_cmpfloat_with_epsilon (heard.seconds, 2.16, 0.03);
    g_assert_cmpfloat_with_epsilon ((double) length_ms / 1000, heard.seconds, 0.002);
    g_assert_cmpfloat_with_epsilon (heard.loudness, -23, 0.7);
  }
}

static void
test_short_clip_has_a_loudness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record (fixture, 0, 150, 0.2);
  g_assert_true (desk_clip_write (fixture->source, 1, fixture->clip, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (listen (fixture->clip).loudness, -23, 1);
}

static void
test_speed (Fixture *fixture, gconstpointer data)
{
  gint64 length_ms;

  record (fixture, 0, 2000, 0.2);
  g_assert_true (desk_clip_write (fixture->source, 1.25, fixture->clip, NULL, &length_ms, NULL));
  g_assert_cmpint (ABS (length_ms - 2120 * 4 / 5), <, 30);
}

static void
test_unusable_recordings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record (fixture, 500, 0, 0);
  g_assert_false (desk_clip_write (fixture->source, 1, fixture->clip, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->source, "not a sound", -1, NULL));
  g_assert_false (desk_clip_write (fixture->source, 1, fixture->clip, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);

  record (fixture, 0, 301 * 1000, 0.2);
  g_assert_false (desk_clip_write (fixture->source, 1, fixture->clip, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_false (g_file_test (fixture->clip, G_FILE_TEST_EXISTS));
}

static gboolean
say_by (Fixture *fixture, const char *const *command, const char *text, GError **error)
{
  const DeskSpeech speech = {
    .text = text, .language = "sv", .voice = "female-3", .who = "a", .command = command
  };

  return desk_speech_to_clip (&speech, fixture->clip, NULL, NULL, error);
}

/* The clip written again, shorter, with `comment`. */
static void
stamp_again (Fixture *fixture, const char *comment)
{
  SF_INFO info = { .samplerate = 48000, .channels = 1, .format = SF_FORMAT_OGG | SF_FORMAT_OPUS };
  SNDFILE *file = sf_open (fixture->clip, SFM_WRITE, &info);
  g_autofree float *samples = g_new0 (float, 24000);

  g_assert_nonnull (file);
  sf_set_string (file, SF_STR_COMMENT, comment);
  sf_writef_float (file, samples, 24000);
  sf_close (file);
}

static void
test_own_command (Fixture *fixture, gconstpointer data)
{
  const char *to_file[] = { "cp", fixture->source, "{output}", NULL };
  const char *to_stdout[] = { "cat", fixture->source, NULL };
  g_autoptr (GError) error = NULL;

  record (fixture, 0, 1000, 0.2);
  g_assert_true (say_by (fixture, to_file, "Hej", &error));
  g_assert_no_error (error);
  g_unlink (fixture->clip);
  g_assert_true (say_by (fixture, to_stdout, "Hej", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (listen (fixture->clip).seconds, 1.12, 0.03);
}

/* The text is what the program reads; the voice and the language are what it is called with. */
static void
test_own_command_gets_its_arguments (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heard = g_build_filename (fixture->folder, "heard", NULL);
  const char *command[] = {
    "sh", "-c", "{ echo \"$1\"; cat; } > \"$2\"", "sh", "{language}:{voice}", heard, NULL
  };
  g_autofree char *content = NULL;

  g_assert_false (say_by (fixture, command, "--voice; $(rm -r /) `true`\n…", NULL));
  g_assert_true (g_file_get_contents (heard, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "sv:female-3\n--voice; $(rm -r /) `true` …\n");
  g_unlink (heard);
}

static void
test_failing_commands (Fixture *fixture, gconstpointer data)
{
  const char *missing[] = { "no-such-synthesiser", NULL };
  const char *failing[] = { "sh", "-c", "echo first >&2; echo out of voice >&2; exit 3", NULL };
  const char *deaf[] = { "true", NULL };
  g_autofree char *long_text = g_strnfill (1 << 20, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_false (say_by (fixture, missing, "Hej", &error));
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_false (say_by (fixture, failing, "Hej", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "out of voice"));
  g_assert_null (strstr (error->message, "first"));
  g_clear_error (&error);

  g_assert_false (say_by (fixture, deaf, long_text, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* Whatever it does, the program and what it started are gone within its time. */
static void
test_programs_out_of_control (Fixture *fixture, gconstpointer data)
{
  const char *hanging[] = { "sh", "-c", "sleep 600 & sleep 600", NULL };
  const char *flooding[] = { "sh", "-c", "while :; do head -c 16777216 /dev/zero; done", NULL };
  const char *grumbling[] = { "sh", "-c", "while :; do head -c 16777216 /dev/zero; done >&2",
                              NULL };
  const char *crashing[] = { "sh", "-c", "echo sorry >&2; kill -SEGV $$", NULL };
  const struct {
    const char *const *command;
    int code;
  } table[] = {
    { hanging, G_IO_ERROR_TIMED_OUT },
    { flooding, G_IO_ERROR_FAILED },
    { grumbling, G_IO_ERROR_FAILED },
    { crashing, G_IO_ERROR_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    const DeskSpeech speech = { .text = "Hej",
                                .language = "sv",
                                .voice = "",
                                .who = "a",
                                .command = table[i].command,
                                .time_limit_s = i == 0 ? 1 : 60 };
    g_autoptr (GError) error = NULL;
    gint64 begun_us = g_get_monotonic_time ();

    g_assert_false (desk_speech_to_clip (&speech, fixture->clip, NULL, NULL, &error));
    g_assert_error (error, G_IO_ERROR, table[i].code);
    g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 20 * G_USEC_PER_SEC);
    g_assert_false (g_file_test (fixture->clip, G_FILE_TEST_EXISTS));
  }
}

static void
test_stamp (Fixture *fixture, gconstpointer data)
{
  const char *command[] = { "cp", fixture->source, "{output}", NULL };
  g_autofree char *digest = desk_clip_stamp_digest ("Hej", "sv");
  g_autofree char *other = desk_clip_stamp_digest ("Hej!", "sv");
  g_autofree char *comment = desk_clip_stamp_write ("x", digest, 1);
  g_autoptr (DeskClipStamp) stamp = NULL;

  record (fixture, 0, 1000, 0.2);
  g_assert_null (desk_clip_stamp_read (fixture->source));
  g_assert_true (say_by (fixture, command, "Hej", NULL));
  stamp = desk_clip_stamp_read (fixture->clip);
  g_assert_nonnull (stamp);
  g_assert_cmpstr (stamp->voice, ==, "female-3");
  g_assert_cmpstr (stamp->digest, ==, digest);
  g_assert_cmpstr (digest, !=, other);

  /* Cut afterwards, with its comment kept: a person's. */
  stamp_again (fixture, comment);
  g_assert_null (desk_clip_stamp_read (fixture->clip));
}

/* "…" is a pause as long as its caption. */
static void
test_nothing_to_say (Fixture *fixture, gconstpointer data)
{
  const char *never[] = { "false", NULL };
  static const char *const texts[] = { "…", "🙂 🙂 🙂 🙂", "?!" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const DeskSpeech speech = {
      .text = texts[i], .language = "sv", .voice = "", .who = "a", .command = never
    };
    gint64 length_ms = 0;

    g_assert_true (desk_speech_to_clip (&speech, fixture->clip, &length_ms, NULL, NULL));
    g_assert_cmpint (length_ms, ==, i == 1 ? 1600 : 1000);
    g_assert_cmpint (desk_clip_file_length_ms (fixture->clip, NULL), ==, length_ms);
  }
}

static void
test_hostile_texts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_word = g_strnfill (10000, 'a');
  const char *texts[] = { "-v en --help", "<speak><break time=\"600s\"/>Hej</speak>",
                          "\x01\x07 hej \x1b[2J", "[[h@l'oU]]", long_word };

  if (!desk_synthesis_is_available ("sv")) {
    g_test_skip ("espeak-ng is not installed");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const DeskSpeech speech = { .text = texts[i], .language = "sv", .voice = "male-1", .who = "a" };
    g_autoptr (GError) error = NULL;
    gint64 length_ms = 0;

    if (!desk_speech_to_clip (&speech, fixture->clip, &length_ms, NULL, &error))
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
    else
      g_assert_cmpint (length_ms, <, texts[i] == long_word ? 300000 : 20000);
    g_assert_true (error == NULL || texts[i] == long_word);
  }
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const char *slow[] = { "sleep", "600", NULL };
  const DeskSpeech speech = {
    .text = "Hej", .language = "sv", .voice = "", .who = "a", .command = slow
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_speech_to_clip (&speech, fixture->clip, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_real_synthesisers (Fixture *fixture, gconstpointer data)
{
  const char *languages[] = { "en", "sv" };

  if (!desk_synthesis_is_available ("sv")) {
    g_test_skip ("espeak-ng is not installed");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    const DeskSpeech speech = { .text = "One, two, three, four, five, six.",
                                .language = languages[i],
                                .voice = "female-3",
                                .who = "a" };
    g_autoptr (GError) error = NULL;
    Heard heard;

    g_assert_true (desk_speech_to_clip (&speech, fixture->clip, NULL, NULL, &error));
    g_assert_no_error (error);
    heard = listen (fixture->clip);
    g_assert_cmpfloat (heard.seconds, >, 1.5);
    g_assert_cmpfloat (heard.seconds, <, 6);
    g_assert_cmpfloat_with_epsilon (heard.loudness, -23, 1);
    g_assert_cmpfloat (heard.peak, <, 1);
  }
}

static void
test_voice_names (void)
{
  static const struct {
    const char *written;
    const char *name; /* NULL: refused */
    double speed;
    guint tone_hz;
  } table[] = {
    { "espeak:en+f3", "en+f3", 1, 0 },
    { "espeak-ng:sv+m1@92", "sv+m1", 0.92, 0 },
    { "espeak:sv@110/150", "sv", 1.1, 150 },
    { "espeak:", NULL, 0, 0 },
    { "espeak:-w", NULL, 0, 0 },
    { "espeak:../../voice", NULL, 0, 0 },
    { "espeak:sv@", NULL, 0, 0 },
    { "espeak:sv@20", NULL, 0, 0 },
    { "espeak:sv@100/9000", NULL, 0, 0 },
    { "espeak:sv@100/", NULL, 0, 0 },
    { "festival:kal", NULL, 0, 0 },
    { "female-9", NULL, 0, 0 },
    { "female", NULL, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DeskVoice) voice = desk_voice_new (table[i].written, "en", "a", &error);

    if (table[i].name == NULL) {
      g_assert_error (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, table[i].written));
      continue;
    }
    if (g_error_matches (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_NOT_INSTALLED)) {
      g_test_skip ("espeak-ng is not installed");
      return;
    }
    g_assert_no_error (error);
    g_assert_cmpstr (voice->name, ==, table[i].name);
    g_assert_cmpfloat_with_epsilon (voice->speed, table[i].speed, 1e-9);
    g_assert_cmpuint (voice->tone_hz, ==, table[i].tone_hz);
  }
}

/* The same speaker has the same voice in every run and on every machine. */
static void
test_voices_stay (void)
{
  g_assert_cmpstr (desk_voice_name_for ("invoice"), ==, "male-1");
  g_assert_cmpstr (desk_voice_name_for ("erik"), ==, "female-5");
  g_assert_cmpstr (desk_voice_name_for ("anna"), ==, "male-8");
}

/* What espeak-ng calls the voice; it would ignore the variant after a country. */
static void
test_other_languages (void)
{
  static const char *const table[][2] = {
    { "sv", "sv+f1" }, { "sv-SE", "sv+f1" }, { "no", "nb+f1" }, { "DE_ch", "de+f1" }
  };

  if (!desk_synthesiser_is_installed (DESK_SYNTHESISER_ESPEAK)) {
    g_test_skip ("espeak-ng is not installed");
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (DeskVoice) voice = desk_voice_new ("female-2", table[i][0], "a", NULL);

    g_assert_cmpstr (voice->name, ==, table[i][1]);
  }
}

static void
test_languages (void)
{
  g_assert_true (desk_language_is_english ("en"));
  g_assert_true (desk_language_is_english ("en-GB"));
  g_assert_true (desk_language_is_english ("EN"));
  g_assert_false (desk_language_is_english ("sv"));
  g_assert_false (desk_language_is_english ("enm"));
  g_assert_false (desk_language_is_english (""));
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("/clip/trimmed-and-level", test_clip_is_trimmed_and_level);
  ADD ("/clip/short", test_short_clip_has_a_loudness);
  ADD ("/clip/speed", test_speed);
  ADD ("/clip/unusable", test_unusable_recordings);
  ADD ("/synthesis/own-command", test_own_command);
  ADD ("/synthesis/own-command-arguments", test_own_command_gets_its_arguments);
  ADD ("/synthesis/failing-commands", test_failing_commands);
  ADD ("/synthesis/cancel", test_cancel);
  ADD ("/synthesis/out-of-control", test_programs_out_of_control);
  ADD ("/synthesis/stamp", test_stamp);
  ADD ("/synthesis/nothing-to-say", test_nothing_to_say);
  ADD ("/synthesis/hostile-texts", test_hostile_texts);
  ADD ("/synthesis/real", test_real_synthesisers);
  g_test_add_func ("/voice/names", test_voice_names);
  g_test_add_func ("/voice/stay", test_voices_stay);
  g_test_add_func ("/voice/other-languages", test_other_languages);
  g_test_add_func ("/voice/languages", test_languages);
  return g_test_run ();
}
