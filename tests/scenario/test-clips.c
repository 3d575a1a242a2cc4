/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scenario/clip-lengths.h"
#include "scenario/scenario-reader.h"

/* A scenario's folder on disk with the clip that a test puts there. */
typedef struct {
  char *root; /* holds the folder, and what lies outside of it */
  char *folder;
  char *clips;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("desk-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, "scenario", NULL);
  fixture->clips = g_build_filename (fixture->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->clips, 0700), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *const argv[] = { "rm", "-rf", fixture->root, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_free (fixture->clips);
  g_free (fixture->folder);
  g_free (fixture->root);
}

static void
write_channels (
    const char *folder, const char *name, int format, int rate, int channels, sf_count_t frames)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree short *samples = g_new0 (short, frames *channels);
  SF_INFO info = { .samplerate = rate, .channels = channels, .format = format };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);

  g_assert_nonnull (file);
  g_assert_cmpint (sf_writef_short (file, samples, frames), ==, frames);
  sf_close (file);
}

static void
write_sound (const char *folder, const char *name, int format, int rate, sf_count_t frames)
{
  write_channels (folder, name, format, rate, 1, frames);
}

enum {
  WAV = SF_FORMAT_WAV | SF_FORMAT_PCM_16,
  FLAC = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
  OPUS = SF_FORMAT_OGG | SF_FORMAT_OPUS,
};

static DeskScenario *
load (const Fixture *fixture, const char *clip, char **told)
{
  g_autofree char *text = g_strdup_printf (
      "format: 1\ntitle: T\nlanguage: en\ncountry: gb\nlines: 1\nduration: 1:00\norganisation: O\n"
      "people: [{id: a, name: A, extension: 1}]\n"
      "calls:\n- {id: c, at: 0, caller: {given: G}, expect: {do: decline}, says: {\n"
      "    opening: {text: one two three four five, clip: %s},\n    name: {text: Hi}}}\n",
      clip);
  g_autofree char *path = g_build_filename (fixture->folder, "scenario.yaml", NULL);
  g_autoptr (DeskDiagnostics) diagnostics = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  DeskScenario *scenario = desk_scenario_load_from_file (fixture->folder, &diagnostics);
  g_autofree char *all = desk_diagnostics_to_text (diagnostics);
  *told = g_strdup (all + (*all != '\0' ? strlen (path) + 1 : 0));
  return scenario;
}

static void
assert_length (const Fixture *fixture, const char *clip, gint64 length_ms)
{
  g_autofree char *told = NULL;
  g_autoptr (DeskScenario) scenario = load (fixture, clip, &told);

  g_assert_cmpstr (told, ==, "");
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (scenario);
  const DeskReply *opening = desk_scenario_find_reply (scenario, "c/opening");
  g_assert_cmpint (desk_clip_lengths_get (lengths, opening), ==, length_ms);
}

static void
assert_refused (const Fixture *fixture, const char *clip, const char *expected)
{
  g_autofree char *told = NULL;
  g_autoptr (DeskScenario) scenario = load (fixture, clip, &told);

  g_assert_cmpstr (told, ==, expected);
  g_assert_null (scenario);
}

static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  write_sound (fixture->clips, "a.wav", WAV, 8000, 12345);
  write_sound (fixture->clips, "b.wav", WAV, 44100, 44100 * 2 + 22);
  write_sound (fixture->clips, "c.opus", OPUS, 48000, 72000);
  write_sound (fixture->clips, "d.wav", WAV, 8000, 8000 * 300);
  assert_length (fixture, "a.wav", 1543); /* 1543.125 */
  assert_length (fixture, "b.wav", 2000); /* 2000.499 */
  assert_length (fixture, "c.opus", 1500);
  assert_length (fixture, "d.wav", 300000);
}

static void
test_path_with_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;

  write_sound (fixture->clips, "a.wav", WAV, 8000, 8000);
  g_autoptr (DeskScenario) scenario = load (fixture, "clips/a.wav", &told);
  g_assert_cmpstr (told, ==, "");
  g_assert_cmpstr (desk_scenario_find_reply (scenario, "c/opening")->clip, ==, "a.wav");
}

static void
test_lengths_by_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;

  write_sound (fixture->clips, "a.wav", WAV, 8000, 8000 * 9);
  g_autoptr (DeskScenario) scenario = load (fixture, "a.wav", &told);
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new_by_words (scenario);
  const DeskReply *opening = desk_scenario_find_reply (scenario, "c/opening");
  const DeskReply *name = desk_scenario_find_reply (scenario, "c/name");

  g_assert_cmpint (desk_clip_lengths_get (lengths, opening), ==, 2000);
  g_assert_cmpint (desk_clip_lengths_get (lengths, name), ==, 1000);
  desk_clip_lengths_set (lengths, name, 4210);
  g_assert_cmpint (desk_clip_lengths_get (lengths, name), ==, 4210);
  g_assert_cmpint (desk_clip_lengths_get (lengths, opening), ==, 2000);
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  g_autoptr (DeskScenario) scenario = load (fixture, "no.opus", &told);

  g_assert_cmpstr (told, ==,
                   "11:52: warning: there is no clip “no.opus” in the folder “clips”; its text "
                   "will be synthesised\n");
  g_autoptr (DeskClipLengths) lengths = desk_clip_lengths_new (scenario);
  g_assert_cmpint (
      desk_clip_lengths_get (lengths, desk_scenario_find_reply (scenario, "c/opening")), ==, 2000);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->clips, "inside.wav", NULL);
  g_autofree char *leaves = g_build_filename (fixture->clips, "leaves.wav", NULL);
  g_autofree char *dangling = g_build_filename (fixture->clips, "dangling.wav", NULL);

  write_sound (fixture->folder, "beside.wav", WAV, 8000, 8000);
  write_sound (fixture->root, "outside.wav", WAV, 8000, 8000);
  g_assert_cmpint (symlink ("../beside.wav", inside), ==, 0);
  g_assert_cmpint (symlink ("../../outside.wav", leaves), ==, 0);
  g_assert_cmpint (symlink ("../../absent.wav", dangling), ==, 0);
  assert_length (fixture, "inside.wav", 1000);
  assert_refused (
      fixture, "leaves.wav",
      "11:52: error: “leaves.wav” is a link that leaves the scenario's folder; copy the "
      "clip itself into “clips”\n");
  g_autofree char *told = NULL;
  g_autoptr (DeskScenario) scenario = load (fixture, "dangling.wav", &told);
  g_assert_nonnull (scenario);
  g_assert_nonnull (strstr (told, "11:52: warning: there is no clip “dangling.wav”"));
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *big = g_build_filename (fixture->clips, "big.wav", NULL);

  write_sound (fixture->clips, "long.wav", WAV, 8000, 8000 * 300 + 1);
  write_sound (fixture->clips, "big.wav", WAV, 8000, 8000);
  write_sound (fixture->clips, "none.wav", WAV, 8000, 0);
  g_assert_cmpint (truncate (big, (50 << 20) + 1), ==, 0);
  assert_refused (
      fixture, "long.wav",
      "11:52: error: the clip “long.wav” cannot be used: it is longer than 5 minutes\n");
  assert_refused (fixture, "big.wav",
                  "11:52: error: the clip “big.wav” cannot be used: it is larger than 50 MiB\n");
  assert_refused (fixture, "none.wav",
                  "11:52: error: the clip “none.wav” cannot be used: it holds no sound\n");
}

/* What the shift cannot play is told before it. */
static void
test_not_played (Fixture *fixture, gconstpointer data)
{
  write_channels (fixture->clips, "eight.wav", WAV, 8000, 8, 8000);
  write_channels (fixture->clips, "nine.wav", WAV, 8000, 9, 8000);
  write_sound (fixture->clips, "lowest.wav", WAV, 4000, 4000);
  write_sound (fixture->clips, "slow.wav", WAV, 3999, 4000);
  write_sound (fixture->clips, "highest.wav", WAV, 384000, 384000);
  write_sound (fixture->clips, "fast.wav", WAV, 384001, 384000);
  assert_length (fixture, "eight.wav", 1000);
  assert_length (fixture, "lowest.wav", 1000);
  assert_length (fixture, "highest.wav", 1000);
  assert_refused (
      fixture, "nine.wav",
      "11:52: error: the clip “nine.wav” cannot be used: it has more than 8 channels\n");
  for (guint fast = 0; fast < 2; fast++) {
    const char *clip = fast ? "fast.wav" : "slow.wav";
    g_autofree char *expected =
        g_strdup_printf ("11:52: error: the clip “%s” cannot be used: its sample rate is not "
                         "between 4000 and 384000 Hz\n",
                         clip);

    assert_refused (fixture, clip, expected);
  }
}

/* The 36 bits in a FLAC file's head that count its samples, after the 4 bits that share a byte with
 * them; 0 is what an encoder that writes to a pipe leaves there. */
static void
test_no_length (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->clips, "piped.flac", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  write_sound (fixture->clips, "piped.flac", FLAC, 8000, 8000);
  assert_length (fixture, "piped.flac", 1000);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[21] = (char) (bytes[21] & 0xf0);
  memset (bytes + 22, 0, 4);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  assert_refused (fixture, "piped.flac",
                  "11:52: error: the clip “piped.flac” cannot be used: it does not say how long it "
                  "is; open it in a sound editor and save it again\n");
}

/* None of these may make the reader wait. */
static void
test_no_sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->clips, "folder", NULL);
  g_autofree char *pipe = g_build_filename (fixture->clips, "pipe", NULL);
  g_autofree char *text = g_build_filename (fixture->clips, "text.wav", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (text, "words, words", -1, NULL));
  assert_refused (fixture, "folder",
                  "11:52: error: the clip “folder” cannot be used: it is not a file\n");
  assert_refused (fixture, "pipe",
                  "11:52: error: the clip “pipe” cannot be used: it is not a file\n");
  g_autofree char *told = NULL;
  g_assert_null (load (fixture, "text.wav", &told));
  g_assert_nonnull (
      strstr (told, "the clip “text.wav” cannot be used: it holds no sound that can"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/clips/lengths", test_lengths);
  add ("/clips/lengths-by-words", test_lengths_by_words);
  add ("/clips/path-with-folder", test_path_with_folder);
  add ("/clips/absent", test_absent);
  add ("/clips/links", test_links);
  add ("/clips/limits", test_limits);
  add ("/clips/not-played", test_not_played);
  add ("/clips/no-length", test_no_length);
  add ("/clips/no-sound", test_no_sound);
  return g_test_run ();
}
