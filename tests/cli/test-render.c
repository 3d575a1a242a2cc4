/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-render.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "scenario/clip-stamp.h"

/* A scenario in a folder of its own, and a "synthesiser" that copies a recording. */
typedef struct {
  char *folder;
  char *yaml;
  char *recording;
  char *copying; /* --command */
} Fixture;

static const char head[] =
    "# Mine.\n"
    "format: 1\n"
    "title: Trial\n"
    "language: en\n"
    "country: gb\n"
    "lines: 1\n"
    "duration: 1:00\n"
    "organisation: Trial\n"
    "people:\n"
    "  - {id: eva, name: Eva Moss, extension: 1, says: {answer: {text: Eva.}}} # she\n"
    "calls:\n"
    "  - id: first\n"
    "    at: 0:05\n"
    "    caller: {given: Al}\n"
    "    expect: {do: decline}\n"
    "    says:\n";

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_recording (const char *path)
{
  SF_INFO info = { .samplerate = 16000, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);

  g_assert_nonnull (file);
  for (int i = 0; i < 16000; i++) {
    double sample = 0.3 * sin (i * 2 * G_PI * 400 / 16000);

    g_assert_cmpint (sf_write_double (file, &sample, 1), ==, 1);
  }
  sf_close (file);
}

static void
write_scenario (Fixture *fixture, const char *says)
{
  g_autofree char *text = g_strconcat (head, says, NULL);

  g_assert_true (g_file_set_contents (fixture->yaml, text, -1, NULL));
}

static void
assert_scenario (Fixture *fixture, const char *says)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strconcat (head, says, NULL);

  g_assert_true (g_file_get_contents (fixture->yaml, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_clip (Fixture *fixture, const char *name, const char *beginning)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clips", name, NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, beginning));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-render-XXXXXX", NULL);
  fixture->yaml = in_folder (fixture, "scenario.yaml");
  fixture->recording = in_folder (fixture, "recording.wav");
  fixture->copying = g_strdup_printf ("cp '%s' {output}", fixture->recording);
  write_recording (fixture->recording);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { "rm", "-r", fixture->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (fixture->folder);
  g_free (fixture->yaml);
  g_free (fixture->recording);
  g_free (fixture->copying);
}

/* What the command prints would stand between the lines of the test protocol. */
static void
be_quiet (const char *text)
{
}

/* The status of `render ARGUMENTS…`, which end with NULL. */
static int G_GNUC_NULL_TERMINATED
run (const char *first, ...)
{
  const char *argv[16] = { "render" }; /* ends with NULL */
  int argc = 1, status;
  GPrintFunc handler;
  va_list rest;

  va_start (rest, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *)) {
    g_assert_cmpint (argc, <, G_N_ELEMENTS (argv) - 1);
    argv[argc++] = argument;
  }
  va_end (rest);
  handler = g_set_print_handler (be_quiet);
  status = desk_cmd_render (argc, (char **) argv);
  g_set_print_handler (handler);
  return status;
}

static void
test_makes_what_is_missing (Fixture *fixture, gconstpointer data)
{
  write_scenario (fixture, "      opening: {text: \"Hello there.\"} # hers\n"
                           "      goodbye: {clip: bye.opus, text: \"Bye.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->folder, NULL), ==, 0);
  assert_clip (fixture, "first-opening.opus", "OggS");
  assert_clip (fixture, "people-eva-answer.opus", "OggS");
  assert_clip (fixture, "bye.opus", "OggS");
}

static void
test_names_only_what_has_no_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_scenario (fixture, "      opening: {text: \"Hello there.\"} # hers\n"
                           "      goodbye: {clip: bye.opus, text: \"Bye.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->yaml, NULL), ==, 0);
  g_assert_true (g_file_get_contents (fixture->yaml, &text, NULL, NULL));
  g_assert_nonnull (
      strstr (text, "says: {answer: {clip: people-eva-answer.opus, text: Eva.}}} # she\n"));
  g_assert_nonnull (
      strstr (text, "      opening: {clip: first-opening.opus, text: \"Hello there.\"} # hers\n"
                    "      goodbye: {clip: bye.opus, text: \"Bye.\"}\n"));
  g_assert_true (g_str_has_prefix (text, "# Mine.\n"));
}

static void
test_leaves_recordings_alone (Fixture *fixture, gconstpointer data)
{
  const char *says = "      opening: {clip: own.opus, text: \"Hello there.\"}\n";
  g_autofree char *clips = in_folder (fixture, "clips");
  g_autofree char *own = g_build_filename (clips, "own.opus", NULL);

  write_scenario (fixture, says);
  g_assert_cmpint (g_mkdir (clips, 0755), ==, 0);
  g_assert_true (g_file_set_contents (own, "recorded", -1, NULL));
  g_assert_cmpint (run ("--command", fixture->copying, fixture->folder, NULL), ==, 0);
  assert_clip (fixture, "own.opus", "recorded");
  g_assert_cmpint (run ("--force", "--command", fixture->copying, fixture->folder, NULL), ==, 0);
  assert_clip (fixture, "own.opus", "recorded");
}

static char *
voice_of (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clips", name, NULL);
  g_autoptr (DeskClipStamp) stamp = desk_clip_stamp_read (path);

  g_assert_nonnull (stamp);
  return g_steal_pointer (&stamp->voice);
}

static void
test_voices_of_the_command_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *eva = NULL, *first = NULL, *first_again = NULL, *eva_again = NULL;

  write_scenario (fixture, "      opening: {text: \"Hello there.\"}\n");
  g_assert_cmpint (run ("--voice", "male-3", "--voice", "eva=female-4", "--command",
                        fixture->copying, fixture->folder, NULL),
                   ==, 0);
  eva = voice_of (fixture, "people-eva-answer.opus");
  first = voice_of (fixture, "first-opening.opus");
  g_assert_cmpstr (eva, ==, "female-4");
  g_assert_cmpstr (first, ==, "male-3");

  /* Made again by force, of what is already there. */
  g_assert_cmpint (run ("--force", "--voice=first=espeak:sv+m2", "--command", fixture->copying,
                        fixture->folder, NULL),
                   ==, 0);
  first_again = voice_of (fixture, "first-opening.opus");
  eva_again = voice_of (fixture, "people-eva-answer.opus");
  g_assert_cmpstr (first_again, ==, "espeak:sv+m2");
  g_assert_true (g_str_has_prefix (eva_again, "female-") || g_str_has_prefix (eva_again, "male-"));

  g_assert_cmpint (run ("--voice", "nobody=male-1", fixture->folder, NULL), ==, 2);
  g_assert_cmpint (run ("--voice", "male-99", fixture->folder, NULL), ==, 2);
  g_assert_cmpint (run ("--time-limit", "-1", fixture->folder, NULL), ==, 2);
}

/* A clip says what its caption says: an author who changes a text renders, and that is all. */
static void
test_changed_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *marker = in_folder (fixture, "said");
  g_autofree char *saying =
      g_strdup_printf ("sh -c \"cat >> '%s'; cp '%s' {output}\"", marker, fixture->recording);
  g_autofree char *voice = NULL, *voice_again = NULL, *said = NULL;

  write_scenario (fixture, "      opening: {clip: o.opus, text: \"Hello there.\"}\n");
  g_assert_cmpint (run ("--command", saying, fixture->folder, NULL), ==, 0);
  voice = voice_of (fixture, "o.opus");
  g_unlink (marker);
  write_scenario (fixture, "      opening: {clip: o.opus, text: \"Good day.\"}\n"
                           "      goodbye: {clip: people-eva-answer.opus, text: \"Bye.\"}\n");
  g_assert_cmpint (run ("--command", saying, fixture->folder, NULL), ==, 0);
  voice_again = voice_of (fixture, "o.opus");
  g_assert_cmpstr (voice, ==, voice_again);
  g_assert_true (g_file_get_contents (marker, &said, NULL, NULL));
  g_assert_nonnull (strstr (said, "Good day."));
  g_unlink (marker);
  g_assert_cmpint (run ("--command", saying, fixture->folder, NULL), ==, 0);
  g_assert_false (g_file_test (marker, G_FILE_TEST_EXISTS));
}

/* A reply that cannot be said is told, and the others are made. */
static void
test_endless_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = in_folder (fixture, "endless.wav");
  g_autofree char *command = g_strdup_printf (
      "sh -c \"if grep -q endless; then cp '%s' {output}; else cp '%s' {output}; fi\"", endless,
      fixture->recording);
  SF_INFO info = { .samplerate = 8000, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_U8 };
  SNDFILE *file = sf_open (endless, SFM_WRITE, &info);
  g_autofree short *second = g_new0 (short, 8000);

  for (int i = 0; i < 301; i++)
    sf_writef_short (file, second, 8000);
  sf_close (file);
  write_scenario (fixture, "      opening: {text: \"An endless text.\"}\n"
                           "      goodbye: {text: \"Bye.\"}\n");
  g_assert_cmpint (run ("--command", command, fixture->folder, NULL), ==, 1);
  assert_clip (fixture, "first-goodbye.opus", "OggS");
  g_assert_cmpint (run ("--time-limit", "1", "--command", "sleep 600", fixture->folder, NULL), ==,
                   3);
}

/* The author saves the scenario while it is rendered: the synthesiser does it here. */
static void
test_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  const char *says = "      opening: {text: \"Hello there.\"}\n";
  g_autofree char *editing = g_strdup_printf ("sh -c \"cp '%s' {output}; echo '# new' >> '%s'\"",
                                              fixture->recording, fixture->yaml);

  write_scenario (fixture, says);
  g_assert_cmpint (run ("--command", editing, fixture->folder, NULL), ==, 3);
  assert_scenario (fixture, "      opening: {text: \"Hello there.\"}\n# new\n# new\n");
  g_assert_cmpint (run ("--command", "false", fixture->folder, NULL), ==, 0);
}

static void
test_two_replies_never_share_a_clip (Fixture *fixture, gconstpointer data)
{
  write_scenario (fixture, "      opening: {clip: first-goodbye.opus, text: \"Hello there.\"}\n"
                           "      goodbye: {text: \"Bye.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->folder, NULL), ==, 0);
  assert_clip (fixture, "first-goodbye-2.opus", "OggS");
}

static void
test_failing_synthesiser (Fixture *fixture, gconstpointer data)
{
  const char *says = "      opening: {text: \"Hello there.\"}\n";

  write_scenario (fixture, says);
  g_assert_cmpint (run ("--command", "false", fixture->folder, NULL), ==, 3);
  assert_scenario (fixture, says);
}

static void
test_names_that_cannot_be_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *clips = in_folder (fixture, "clips");
  g_autofree char *link = g_build_filename (clips, "elsewhere", NULL);
  g_autofree char *escaped = in_folder (fixture, "x.opus");

  g_assert_cmpint (g_mkdir (clips, 0755), ==, 0);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  write_scenario (fixture, "      opening: {clip: elsewhere/x.opus, text: \"Hello there.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->folder, NULL), ==, 1);
  g_assert_false (g_file_test (escaped, G_FILE_TEST_EXISTS));

  write_scenario (fixture, "      opening: {clip: hello.wav, text: \"Hello there.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->folder, NULL), ==, 1);
}

static void
test_faults_and_usage (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (run ("--command", fixture->copying, fixture->yaml, NULL), ==, 1);
  write_scenario (fixture, "      opening: {txt: \"Hello there.\"}\n");
  g_assert_cmpint (run ("--command", fixture->copying, fixture->yaml, NULL), ==, 1);
  g_assert_cmpint (run (NULL, NULL), ==, 2);
  g_assert_cmpint (run (fixture->yaml, fixture->yaml, NULL), ==, 2);
  g_assert_cmpint (run ("--loud", fixture->yaml, NULL), ==, 2);
  g_assert_cmpint (run ("--command", "cp 'unclosed", fixture->yaml, NULL), ==, 2);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("/render/missing", test_makes_what_is_missing);
  ADD ("/render/entries", test_names_only_what_has_no_name);
  ADD ("/render/recordings", test_leaves_recordings_alone);
  ADD ("/render/voices", test_voices_of_the_command_line);
  ADD ("/render/changed-text", test_changed_text);
  ADD ("/render/endless", test_endless_text);
  ADD ("/render/edited-meanwhile", test_edited_meanwhile);
  ADD ("/render/shared-name", test_two_replies_never_share_a_clip);
  ADD ("/render/failing", test_failing_synthesiser);
  ADD ("/render/impossible-names", test_names_that_cannot_be_made);
  ADD ("/render/faults-and-usage", test_faults_and_usage);
  return g_test_run ();
}
