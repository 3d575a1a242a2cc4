/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <sndfile.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audio/recorder.h"
#include "audio/tape.h"
#include "device.h"

/* The tape is tested in time that is made up, faster than any clock; the recorder with its thread in
 * real time. What comes of it is read back from the file. */

#define MOST_OFF_S .020 /* what is asked for */

#define ORIGIN_NS (G_GINT64_CONSTANT (1000000000) * 86400)

static char *folder;

typedef struct {
  char *path;
  float *frames; /* interleaved */
  gsize n_frames;
} Read;

static char *
path_for (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
read_tape (Read *self, const char *path)
{
  SF_INFO info = { 0 };
  SNDFILE *file = sf_open (path, SFM_READ, &info);

  g_assert_nonnull (file);
  g_assert_cmpint (info.samplerate, ==, DESK_RECORDER_RATE);
  g_assert_cmpint (info.channels, ==, 2);
  g_assert_cmpint (info.format, ==, SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
  self->n_frames = (gsize) info.frames;
  self->frames = g_new (float, 2 * self->n_frames);
  g_assert_cmpint (sf_readf_float (file, self->frames, info.frames), ==, info.frames);
  sf_close (file);
}

static void
read_clear (Read *self)
{
  g_free (self->frames);
}

/* The loudest sample of a channel in between. */
static float
loudest (const Read *self, guint channel, double from_s, double to_s)
{
  float most = 0;

  for (gsize i = (gsize) (from_s * DESK_RECORDER_RATE);
       i < MIN (self->n_frames, (gsize) (to_s * DESK_RECORDER_RATE)); i++)
    most = MAX (most, fabsf (self->frames[2 * i + channel]));
  return most;
}

/* A tape, two devices, and time. */
typedef struct {
  DeskTape tape;
  DeskTestDevice callers;
  DeskTestDevice microphone;
  char *path;
  double now_s;
  double session_s;
  gboolean running;
} Rig;

static void
rig_init (Rig *self, const char *name, double ppm, double late_s)
{
  g_autoptr (GError) error = NULL;
  DeskTapeFile *file;

  *self = (Rig){ .path = path_for (name) };
  file = desk_tape_file_new (self->path, &error);
  g_assert_no_error (error);
  desk_test_device_init (&self->callers, ORIGIN_NS, ppm, late_s);
  desk_test_device_init (&self->microphone, ORIGIN_NS, -ppm, late_s);
  self->microphone.frames = 1024;
  desk_tape_init (&self->tape, file, self->callers.tap, self->microphone.tap);
}

static void
rig_clear (Rig *self)
{
  desk_tape_clear (&self->tape);
  desk_test_device_clear (&self->callers);
  desk_test_device_clear (&self->microphone);
  g_free (self->path);
}

static gint64
rig_now_ns (const Rig *self)
{
  return ORIGIN_NS + (gint64) (self->now_s * 1e9);
}

static void
rig_start (Rig *self)
{
  desk_tape_clock_run (&self->tape.clock, (gint64) (self->session_s * 1e9), rig_now_ns (self));
  self->running = TRUE;
}

static void
rig_hold (Rig *self)
{
  desk_tape_clock_hold (&self->tape.clock, (gint64) (self->session_s * 1e9));
  self->running = FALSE;
}

/* Lets time pass, and the tape be written every so often unless the disk stands still. */
static void
rig_pass (Rig *self, double seconds, gboolean disk_stands)
{
  const double end_s = self->now_s + seconds;

  while (self->now_s < end_s - 1e-9) {
    const double step_s = MIN (.15, end_s - self->now_s);

    self->now_s += step_s;
    self->session_s += self->running ? step_s : 0;
    desk_test_device_run (&self->callers, self->now_s);
    desk_test_device_run (&self->microphone, self->now_s);
    while (!disk_stands && desk_tape_collect (&self->tape, rig_now_ns (self)))
      desk_tape_write (&self->tape);
    if (!disk_stands)
      desk_tape_write (&self->tape);
  }
}

static void
rig_finish (Rig *self, Read *read)
{
  rig_hold (self);
  while (
      desk_tape_collect_rest (&self->tape, (gint64) (self->session_s * 1e9), rig_now_ns (self))) {
    desk_tape_write (&self->tape);
    self->now_s += .005;
  }
  desk_tape_write (&self->tape);
  desk_tape_close (&self->tape);
  read_tape (read, self->path);
  g_assert_cmpint (ABS ((gint64) read->n_frames - (gint64) (self->session_s * DESK_RECORDER_RATE)),
                   <=, 1);
}

/* Looks for the chirps of whole seconds of the clock between two, each of them or of ever so many,
 * when session time is `behind_s` behind the clock. Returns how far the worst is off. */
static double
worst_of (const Read *read, guint channel, guint from_s, guint to_s, double behind_s)
{
  double worst = 0;

  for (guint s = from_s; s < to_s; s += 1 + (to_s - from_s) / 100) {
    const double off = desk_test_find_chirp (read->frames, read->n_frames, channel, s - behind_s);

    if (isnan (off))
      g_error ("channel %u: no chirp of second %u", channel, s);
    worst = MAX (worst, fabs (off));
  }
  return worst;
}

static void
assert_aligned (const Read *read, const char *what, guint from_s, guint to_s, double behind_s)
{
  for (guint channel = 0; channel < 2; channel++) {
    const double worst = worst_of (read, channel, from_s, to_s, behind_s);

    g_test_message ("%s, channel %u: %.2f ms off at most", what, channel, worst * 1000);
    g_assert_cmpfloat (worst, <, MOST_OFF_S);
  }
}

/* Ten minutes in which the clocks of the devices part by 240 ms, and each by 120 ms from the
 * machine's; of which the quick test takes three. */
static void
test_drift (void)
{
  const double seconds = g_test_slow () ? 600 : 180;
  Rig rig;
  Read read;

  rig_init (&rig, "drift.flac", 200, .005);
  rig_pass (&rig, 1.5, FALSE);
  rig_start (&rig);
  rig_pass (&rig, seconds, FALSE);
  rig_finish (&rig, &read);
  assert_aligned (&read, "beginning", 2, 12, 1.5);
  assert_aligned (&read, "the rest", 12, seconds + 1, 1.5);
  g_assert_cmpuint (rig.tape.faults, ==, 0);
  read_clear (&read);
  rig_clear (&rig);
}

/* A pause that begins and ends in the middle of blocks, and one that is over before a block is. */
static void
test_pauses (void)
{
  Rig rig;
  Read read;

  rig_init (&rig, "pauses.flac", 200, .005);
  rig_start (&rig);
  rig_pass (&rig, 10.5031, FALSE);
  rig_hold (&rig);
  rig_pass (&rig, 7.2, FALSE);
  rig_start (&rig);
  rig_pass (&rig, 10, FALSE);
  rig_hold (&rig);
  rig_pass (&rig, .003, FALSE);
  rig_start (&rig);
  rig_pass (&rig, 10, FALSE);
  rig_finish (&rig, &read);
  g_assert_cmpuint (rig.tape.faults, ==, 0);
  assert_aligned (&read, "before the pause", 0, 10, 0);
  assert_aligned (&read, "after it", 18, 27, 7.2);
  assert_aligned (&read, "after the short one", 28, 37, 7.203);
  read_clear (&read);
  rig_clear (&rig);
}

/* A device that is away for a while leaves silence, and what it hears then is in its place. */
static void
test_device_away (void)
{
  Rig rig;
  Read read;

  rig_init (&rig, "away.flac", 100, .005);
  rig.microphone.away_from = 10.4;
  rig.microphone.away_to = 17.7;
  rig_start (&rig);
  rig_pass (&rig, 30, FALSE);
  rig_finish (&rig, &read);
  g_assert_cmpuint (rig.tape.faults, ==, DESK_TAPE_MICROPHONE_LOST);
  g_assert_cmpfloat (loudest (&read, 1, 10.6, 17.6), ==, 0);
  assert_aligned (&read, "before", 0, 10, 0);
  assert_aligned (&read, "after", 18, 29, 0);
  g_assert_cmpfloat (worst_of (&read, 0, 0, 29, 0), <, MOST_OFF_S);
  read_clear (&read);
  rig_clear (&rig);
}

/* One block that is told of late by a tenth of a second moves nothing. */
static void
test_stray_block (void)
{
  Rig rig;
  Read read;
  float quiet[480] = { 0 };

  rig_init (&rig, "stray.flac", 0, 0);
  rig_start (&rig);
  rig_pass (&rig, 5.5, FALSE);
  desk_tap_write (rig.callers.tap, quiet, 1, 480, rig_now_ns (&rig) + 100000000);
  rig.callers.n_frames += 480;
  rig_pass (&rig, 5, FALSE);
  rig_finish (&rig, &read);
  g_assert_cmpfloat (worst_of (&read, 0, 0, 10, 0), <, .001);
  read_clear (&read);
  rig_clear (&rig);
}

/* A disk that stands still for fifteen seconds: the taps hold eleven of them. */
static void
test_disk_stands (void)
{
  const double held_s = DESK_TAP_BLOCKS / (48000. / 240);
  Rig rig;
  Read read;

  rig_init (&rig, "slow.flac", 50, .003);
  rig_start (&rig);
  rig_pass (&rig, 10, FALSE);
  rig_pass (&rig, 15, TRUE);
  rig_pass (&rig, 10, FALSE);
  rig_finish (&rig, &read);
  g_assert_cmpuint (rig.tape.faults, ==, DESK_TAPE_MISSED);
  g_test_message ("%.2f s were missed of 15", rig.tape.missed_s);
  g_assert_cmpfloat_with_epsilon (rig.tape.missed_s, 15.5 - held_s, 3);
  g_assert_cmpfloat (worst_of (&read, 0, 0, 17, 0), <, MOST_OFF_S);
  assert_aligned (&read, "after it", 26, 34, 0);
  g_assert_cmpfloat (loudest (&read, 0, 24.1, 24.9), ==, 0);
  read_clear (&read);
  rig_clear (&rig);
}

static void
test_no_sound (void)
{
  Rig rig;
  Read read;

  rig_init (&rig, "nothing.flac", 0, 0);
  rig.callers.away_to = rig.microphone.away_to = 1000;
  rig_pass (&rig, 10, FALSE);
  g_assert_cmpuint (rig.tape.faults, ==, 0);
  rig_start (&rig);
  rig_pass (&rig, 10, FALSE);
  rig_finish (&rig, &read);
  g_assert_cmpuint (rig.tape.faults, ==, DESK_TAPE_MICROPHONE_ABSENT);
  g_assert_cmpfloat (loudest (&read, 0, 0, 10), ==, 0);
  read_clear (&read);
  rig_clear (&rig);
}

/* Disks. */

static void
assert_ends_whole (Rig *rig)
{
  Read read;

  g_assert_cmpuint (rig->tape.faults, ==, DESK_TAPE_CUT);
  g_assert_nonnull (rig->tape.error);
  g_assert_true (rig->tape.error->domain == G_FILE_ERROR);
  desk_tape_close (&rig->tape);
  read_tape (&read, rig->path);
  g_test_message ("%.2f s fit: %s", (double) read.n_frames / DESK_RECORDER_RATE,
                  rig->tape.error->message);
  g_assert_cmpuint (read.n_frames, >, DESK_RECORDER_RATE);
  g_assert_cmpfloat (worst_of (&read, 0, 0, (guint) (read.n_frames / DESK_RECORDER_RATE), 0), <,
                     .001);
  read_clear (&read);
}

static void
fill_disk (const char *name)
{
  Rig rig;

  rig_init (&rig, name, 0, 0);
  rig.callers.noise = rig.microphone.noise = .05;
  rig_start (&rig);
  rig_pass (&rig, 20, FALSE);
  assert_ends_whole (&rig);
  rig_clear (&rig);
}

static void
test_longest_file (void)
{
  const struct rlimit short_files = { 200000, RLIM_INFINITY };
  const struct rlimit any_files = { RLIM_INFINITY, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &short_files), ==, 0);
  fill_disk ("too-long.flac");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &any_files), ==, 0);
}

static void
test_full_disk (void)
{
  g_autofree char *disk = path_for ("disk");

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=200k") < 0) {
    g_test_skip (g_strerror (errno));
  } else {
    fill_disk ("disk/full.flac");
    umount (disk);
  }
}

static void
test_new_file (void)
{
  g_autofree char *path = path_for ("new.flac");
  g_autofree char *nowhere = path_for ("nowhere/new.flac");
  g_autofree char *full = path_for ("link.flac");
  g_autoptr (GError) error = NULL;
  DeskTapeFile *file = desk_tape_file_new (path, &error);
  struct stat info;

  g_assert_no_error (error);
  g_assert_true (desk_tape_file_close (file, &error));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  g_assert_null (desk_tape_file_new (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_clear_error (&error);
  g_assert_null (desk_tape_file_new (nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_cmpint (symlink ("elsewhere.flac", full), ==, 0);
  g_assert_null (desk_tape_file_new (full, &error));
  g_assert_nonnull (error);
}

/* The recorder itself. */

typedef struct {
  DeskRecorder *recorder;
  DeskTestDevice callers;
  DeskTestDevice microphone;
  gint64 origin_us;
  GPtrArray *notices;
  char *path;
} Studio;

static void
on_notice (Studio *self, const char *words)
{
  g_test_message ("Told: %s", words);
  g_ptr_array_add (self->notices, g_strdup (words));
}

static void
studio_init_devices (Studio *self)
{
  self->notices = g_ptr_array_new_with_free_func (g_free);
  self->origin_us = g_get_monotonic_time ();
  desk_test_device_init (&self->callers, self->origin_us * 1000, 0, .002);
  desk_test_device_init (&self->microphone, self->origin_us * 1000, 0, .002);
}

static void
studio_take (Studio *self, DeskRecorder *recorder, const GError *error)
{
  g_assert_no_error (error);
  self->recorder = recorder;
  g_signal_connect_swapped (recorder, "notice", G_CALLBACK (on_notice), self);
}

static void
studio_init (Studio *self, const char *name, gboolean with_microphone)
{
  g_autoptr (GError) error = NULL;

  *self = (Studio){ .path = path_for (name) };
  studio_init_devices (self);
  studio_take (self,
               desk_recorder_new (self->path, self->callers.tap,
                                  with_microphone ? self->microphone.tap : NULL, &error),
               error);
}

static void
studio_clear (Studio *self)
{
  g_object_unref (self->recorder);
  g_ptr_array_unref (self->notices);
  desk_test_device_clear (&self->callers);
  desk_test_device_clear (&self->microphone);
  g_free (self->path);
}

static void
studio_pass (Studio *self, double seconds)
{
  const gint64 end_us = g_get_monotonic_time () + (gint64) (seconds * 1e6);

  while (g_get_monotonic_time () < end_us) {
    const double now_s = (double) (g_get_monotonic_time () - self->origin_us) / 1e6;

    desk_test_device_run (&self->callers, now_s);
    desk_test_device_run (&self->microphone, now_s);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (5000);
  }
}

static gint64
studio_now_ms (const Studio *self)
{
  return (g_get_monotonic_time () - self->origin_us) / 1000;
}

static void
assert_told (const Studio *self, guint n, const char *words)
{
  g_assert_cmpuint (self->notices->len, ==, n);
  if (n > 0)
    g_assert_nonnull (strstr (self->notices->pdata[n - 1], words));
}

static void
test_recorder (void)
{
  g_autoptr (GError) error = NULL;
  Studio studio;
  Read read;

  studio_init (&studio, "real.flac", TRUE);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 2.2);
  g_assert_true (desk_recorder_finish (studio.recorder, 2100, &error));
  g_assert_no_error (error);
  assert_told (&studio, 0, NULL);
  read_tape (&read, studio.path);
  g_assert_cmpuint (read.n_frames, ==, 2100 * DESK_RECORDER_RATE / 1000);
  assert_aligned (&read, "in real time", 0, 2, 0);
  read_clear (&read);
  studio_clear (&studio);
}

static void
test_no_microphone (void)
{
  g_autoptr (GError) error = NULL;
  Studio studio;
  Read read;

  studio_init (&studio, "deaf.flac", FALSE);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 1.2);
  assert_told (&studio, 1, "microphone");
  g_assert_false (desk_recorder_finish (studio.recorder, 1200, &error));
  g_assert_nonnull (strstr (error->message, "microphone"));
  read_tape (&read, studio.path);
  g_assert_cmpfloat (worst_of (&read, 0, 0, 1, 0), <, MOST_OFF_S);
  g_assert_cmpfloat (loudest (&read, 1, 0, 2), ==, 0);
  read_clear (&read);
  studio_clear (&studio);
}

/* The disk fails while it runs: it is told once, and the end comes at once. */
static void
test_recorder_cut (void)
{
  const struct rlimit short_files = { 30000, RLIM_INFINITY };
  const struct rlimit any_files = { RLIM_INFINITY, RLIM_INFINITY };
  g_autoptr (GError) error = NULL;
  Studio studio;

  signal (SIGXFSZ, SIG_IGN);
  studio_init (&studio, "cut.flac", TRUE);
  studio.callers.noise = studio.microphone.noise = .3;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &short_files), ==, 0);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 2.5);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &any_files), ==, 0);
  assert_told (&studio, 1, "ends here");
  desk_recorder_hold (studio.recorder, 2400);
  g_assert_false (desk_recorder_finish (studio.recorder, 2400, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  studio_clear (&studio);
}

/* Nobody reads what is written: the pipe is full, and the writer stands. */
static void
test_disk_never_comes_back (void)
{
  g_autoptr (GError) error = NULL;
  Studio studio = { 0 };
  int ends[2];
  gint64 asked_us, waited_us;

  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (fcntl (ends[1], F_SETPIPE_SZ, 4096), >, 0);
  studio_init_devices (&studio);
  studio.callers.noise = studio.microphone.noise = .3;
  studio_take (
      &studio,
      desk_recorder_new_for_fd (ends[1], studio.callers.tap, studio.microphone.tap, &error), error);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 2.5);
  asked_us = g_get_monotonic_time ();
  g_assert_false (desk_recorder_finish (studio.recorder, studio_now_ms (&studio), &error));
  waited_us = g_get_monotonic_time () - asked_us;
  g_test_message ("finished after %.2f s", (double) waited_us / 1e6);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
  g_assert_cmpint (waited_us, <, 2300000);
  studio_clear (&studio);
  close (ends[0]); /* lets the thread go */
  g_usleep (100000);
}

/* Finishing without waiting. */

#define TICK_MS 10
#define LONGEST_GAP_US 100000 /* of the main loop, on a machine that does other things too */

typedef struct {
  gint64 last_us;
  gint64 longest_us;
  guint n;
} Ticks;

static gboolean
on_tick (gpointer data)
{
  Ticks *ticks = data;
  const gint64 now_us = g_get_monotonic_time ();

  ticks->longest_us = MAX (ticks->longest_us, now_us - ticks->last_us);
  ticks->last_us = now_us;
  ticks->n++;
  return G_SOURCE_CONTINUE;
}

static void
take_result (GObject *recorder, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

/* Lets the main loop turn until the recorder has finished. (transfer full) */
static GAsyncResult *
finish_while_turning (Studio *studio, gint64 session_ms, Ticks *ticks)
{
  GAsyncResult *result = NULL;
  guint source;

  *ticks = (Ticks){ .last_us = g_get_monotonic_time () };
  source = g_timeout_add (TICK_MS, on_tick, ticks);
  desk_recorder_finish_async (studio->recorder, session_ms, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  on_tick (ticks);
  g_source_remove (source);
  g_test_message ("%u turns, the longest of %.1f ms", ticks->n, (double) ticks->longest_us / 1000);
  g_assert_cmpint (ticks->longest_us, <, LONGEST_GAP_US);
  return result;
}

static void
test_finish_async (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Studio studio;
  Ticks ticks;
  Read read;

  studio_init (&studio, "async.flac", TRUE);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 1.2);
  result = finish_while_turning (&studio, 1100, &ticks);
  g_assert_true (desk_recorder_finish_finish (studio.recorder, result, &error));
  g_assert_no_error (error);
  read_tape (&read, studio.path);
  g_assert_cmpuint (read.n_frames, ==, 1100 * DESK_RECORDER_RATE / 1000);
  read_clear (&read);
  studio_clear (&studio);
}

/* As above, but the disk stood still before there was anybody to wait: the file is closed long since. */
static void
test_finish_async_cut (void)
{
  const struct rlimit short_files = { 30000, RLIM_INFINITY };
  const struct rlimit any_files = { RLIM_INFINITY, RLIM_INFINITY };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Studio studio;
  Ticks ticks;

  signal (SIGXFSZ, SIG_IGN);
  studio_init (&studio, "async-cut.flac", TRUE);
  studio.callers.noise = studio.microphone.noise = .3;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &short_files), ==, 0);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 2.5);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &any_files), ==, 0);
  result = finish_while_turning (&studio, 2400, &ticks);
  g_assert_false (desk_recorder_finish_finish (studio.recorder, result, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  studio_clear (&studio);
}

/* The disk stands for good: the main loop goes on turning for the two seconds that are given it. */
static void
test_finish_async_stuck (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Studio studio = { 0 };
  Ticks ticks;
  int ends[2];

  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (fcntl (ends[1], F_SETPIPE_SZ, 4096), >, 0);
  studio_init_devices (&studio);
  studio.callers.noise = studio.microphone.noise = .3;
  studio_take (
      &studio,
      desk_recorder_new_for_fd (ends[1], studio.callers.tap, studio.microphone.tap, &error), error);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 2.5);
  result = finish_while_turning (&studio, studio_now_ms (&studio), &ticks);
  g_assert_false (desk_recorder_finish_finish (studio.recorder, result, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
  g_assert_cmpuint (ticks.n, >, 100);
  studio_clear (&studio); /* the taps are the caller's again */
  close (ends[0]);        /* lets the thread go */
  g_usleep (100000);
}

/* A recorder that is just let go of finishes its file. */
static void
test_let_go (void)
{
  Studio studio;
  Read read;

  studio_init (&studio, "let-go.flac", TRUE);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, .7);
  g_clear_object (&studio.recorder);
  read_tape (&read, studio.path);
  g_assert_cmpuint (read.n_frames, >=, .7 * DESK_RECORDER_RATE);
  read_clear (&read);
  studio.recorder = g_object_new (G_TYPE_OBJECT, NULL);
  studio_clear (&studio);
}

#define KILLED_AFTER_S 3

static void
record_until_killed (void)
{
  Studio studio;

  studio_init (&studio, "killed.flac", TRUE);
  desk_recorder_run (studio.recorder, 0, studio.origin_us);
  studio_pass (&studio, 60);
}

static void
test_killed (void)
{
  g_autofree char *path = path_for ("killed.flac");
  const pid_t child = fork ();
  Read read;
  double lasts_s;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    record_until_killed ();
    _exit (0);
  }
  g_usleep (KILLED_AFTER_S * G_USEC_PER_SEC);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  read_tape (&read, path);
  lasts_s = (double) read.n_frames / DESK_RECORDER_RATE;
  g_test_message ("killed after %d s, %.2f s can be read", KILLED_AFTER_S, lasts_s);
  g_assert_cmpfloat (lasts_s, >, KILLED_AFTER_S - 2);
  assert_aligned (&read, "of the killed", 0, (guint) lasts_s, 0);
  read_clear (&read);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *path = path_for (name);

    if (g_unlink (path) < 0)
      g_rmdir (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int result;

  folder = g_dir_make_tmp ("frontdesk-recorder-XXXXXX", NULL);
  g_test_init (&argc, &argv, NULL);
  /* First, while there is no thread. */
  g_test_add_func ("/recorder/killed", test_killed);
  g_test_add_func ("/recorder/tape/drift", test_drift);
  g_test_add_func ("/recorder/tape/pauses", test_pauses);
  g_test_add_func ("/recorder/tape/device-away", test_device_away);
  g_test_add_func ("/recorder/tape/stray-block", test_stray_block);
  g_test_add_func ("/recorder/tape/disk-stands", test_disk_stands);
  g_test_add_func ("/recorder/tape/no-sound", test_no_sound);
  g_test_add_func ("/recorder/tape/longest-file", test_longest_file);
  g_test_add_func ("/recorder/tape/full-disk", test_full_disk);
  g_test_add_func ("/recorder/tape/new-file", test_new_file);
  g_test_add_func ("/recorder/real", test_recorder);
  g_test_add_func ("/recorder/no-microphone", test_no_microphone);
  g_test_add_func ("/recorder/cut", test_recorder_cut);
  g_test_add_func ("/recorder/disk-never-comes-back", test_disk_never_comes_back);
  g_test_add_func ("/recorder/finish-async", test_finish_async);
  g_test_add_func ("/recorder/finish-async/cut", test_finish_async_cut);
  g_test_add_func ("/recorder/finish-async/stuck", test_finish_async_stuck);
  g_test_add_func ("/recorder/let-go", test_let_go);
  result = g_test_run ();
  remove_folder ();
  g_free (folder);
  return result;
}
