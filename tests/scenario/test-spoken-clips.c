/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-clips.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "scenario/clip-file.h"
#include "scenario/scenario-reader.h"
#include "scenario/voice.h"

typedef struct {
  char *folder;
  DeskScenario *scenario;
  guint n_told;
} Fixture;

static const char yaml[] =
    "format: 1\n"
    "title: Trial\n"
    "language: sv\n"
    "country: se\n"
    "lines: 1\n"
    "duration: 1:00\n"
    "organisation: Trial\n"
    "people:\n"
    "  - {id: eva, name: Eva Moss, extension: 1, says: {answer: {text: Eva.}}}\n"
    "calls:\n"
    "  - id: late\n"
    "    at: 0:50\n"
    "    caller: {given: Al}\n"
    "    expect: {do: decline}\n"
    "    says: {opening: {text: \"Hej, mitt namn är L-I-N-D.\"}, goodbye: {text: Hej då.}}\n"
    "  - id: early\n"
    "    at: 0:05\n"
    "    caller: {given: Bo}\n"
    "    expect: {do: decline}\n"
    "    says: {opening: {text: \"Ring 070-174 06 05.\"}, goodbye: {text: …}}\n";

enum {
  N_CLIPS = 5,
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;

  fixture->folder = g_dir_make_tmp ("test-spoken-clips-XXXXXX", NULL);
  fixture->scenario =
      desk_scenario_load_from_data (yaml, sizeof yaml - 1, "trial", NULL, &diagnostics);
  g_assert_nonnull (fixture->scenario);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { "rm", "-r", fixture->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (fixture->folder);
  desk_scenario_unref (fixture->scenario);
}

static void
on_progress (guint done, guint all, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (done, ==, ++fixture->n_told);
  g_assert_cmpuint (all, ==, N_CLIPS);
}

static DeskSpokenClips *
prepare (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DeskSpokenClips *clips;

  fixture->n_told = 0;
  clips = desk_spoken_clips_new (fixture->scenario, fixture->folder, DESK_SPOKEN_CLIPS_MAX_BYTES,
                                 on_progress, fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_spoken_clips_count (clips), ==, N_CLIPS);
  g_assert_cmpuint (fixture->n_told, ==, N_CLIPS);
  return clips;
}

static gboolean
lacks_synthesiser (void)
{
  if (desk_synthesiser_is_installed (DESK_SYNTHESISER_ESPEAK))
    return FALSE;
  g_test_skip ("espeak-ng is not installed");
  return TRUE;
}

static const DeskReply *
reply (Fixture *fixture, const char *key)
{
  return desk_scenario_find_reply (fixture->scenario, key);
}

static guint64
inode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_ino;
}

static void
test_are_spoken_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskSpokenClips) first = NULL, second = NULL;
  const DeskReply *opening = reply (fixture, "late/opening");
  const char *path;

  if (lacks_synthesiser ())
    return;
  first = prepare (fixture);
  path = desk_spoken_clips_get_path (first, opening);
  g_assert_cmpint (desk_clip_file_length_ms (path, NULL), ==,
                   desk_spoken_clips_get_length_ms (first, opening));
  g_assert_cmpint (desk_spoken_clips_get_length_ms (first, opening), >, 2000);
  g_assert_null (desk_spoken_clips_get_path (first, reply (fixture, "neutral/name")));

  guint64 before = inode (path);
  second = prepare (fixture);
  g_assert_cmpstr (desk_spoken_clips_get_path (second, opening), ==, path);
  g_assert_cmpuint (inode (path), ==, before);
}

/* A clip that was cut off, and one that is rubbish, are made again. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DeskSpokenClips) first = NULL, second = NULL;
  const char *cut, *rubbish;
  gint64 length_ms;

  if (lacks_synthesiser ())
    return;
  first = prepare (fixture);
  cut = desk_spoken_clips_get_path (first, reply (fixture, "late/opening"));
  rubbish = desk_spoken_clips_get_path (first, reply (fixture, "early/opening"));
  length_ms = desk_spoken_clips_get_length_ms (first, reply (fixture, "late/opening"));
  g_assert_cmpint (truncate (cut, 3000), ==, 0);
  g_assert_true (g_file_set_contents (rubbish, "rubbish", -1, NULL));
  second = prepare (fixture);
  g_assert_cmpint (desk_clip_file_length_ms (cut, NULL), ==, length_ms);
  g_assert_cmpint (desk_clip_file_length_ms (rubbish, NULL), >, 1000);
}

/* A folder that cannot be made: the clips lie elsewhere, and go with the shift. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "clips", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  DeskSpokenClips *clips;

  if (lacks_synthesiser ())
    return;
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  clips = desk_spoken_clips_new (fixture->scenario, below, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  path = g_strdup (desk_spoken_clips_get_path (clips, reply (fixture, "late/opening")));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  desk_spoken_clips_unref (clips);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* With no room, what was not used for long goes; what this shift uses does not. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.opus", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign.txt", NULL);
  const struct utimbuf long_ago = { 1000, 1000 };
  g_autoptr (DeskSpokenClips) clips = NULL;
  g_autoptr (GError) error = NULL;

  if (lacks_synthesiser ())
    return;
  g_assert_true (g_file_set_contents (old, "x", -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "x", -1, NULL));
  g_assert_cmpint (g_utime (old, (struct utimbuf *) &long_ago), ==, 0);
  g_assert_cmpint (g_utime (foreign, (struct utimbuf *) &long_ago), ==, 0);
  desk_spoken_clips_unref (prepare (fixture));
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  clips = desk_spoken_clips_new (fixture->scenario, fixture->folder, 1, NULL, NULL, NULL, &error);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (desk_spoken_clips_get_path (clips, reply (fixture, "late/opening")),
                              G_FILE_TEST_EXISTS));
}

static gpointer
prepare_in_thread (gpointer data)
{
  Fixture fixture = { .folder = ((Fixture *) data)->folder,
                      .scenario = ((Fixture *) data)->scenario };

  desk_spoken_clips_unref (prepare (&fixture));
  return NULL;
}

static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];
  g_autoptr (DeskSpokenClips) clips = NULL;

  if (lacks_synthesiser ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("prepare", prepare_in_thread, fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  clips = prepare (fixture);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DeskSpokenClips) clips = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  clips = desk_spoken_clips_new (fixture->scenario, fixture->folder, 0, NULL, NULL, cancellable,
                                 &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (desk_spoken_clips_count (clips), ==, 0);
}

/* The pause alone needs no synthesiser. */
static void
test_without_synthesiser (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (DeskSpokenClips) clips = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("PATH", fixture->folder, TRUE);
  clips = desk_spoken_clips_new (fixture->scenario, fixture->folder, 0, NULL, NULL, NULL, &error);
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_NOT_INSTALLED);
  g_assert_cmpuint (desk_spoken_clips_count (clips), <=, 1);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("/spoken-clips/once", test_are_spoken_once);
  ADD ("/spoken-clips/damaged", test_damaged);
  ADD ("/spoken-clips/unwritable", test_unwritable);
  ADD ("/spoken-clips/room", test_room);
  ADD ("/spoken-clips/two-at-once", test_two_at_once);
  ADD ("/spoken-clips/cancelled", test_cancelled);
  ADD ("/spoken-clips/without", test_without_synthesiser);
  return g_test_run ();
}
