/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "sound-stage.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>

#include "spectrum.h"

#define RATE 48000
#define EAR_FRAMES (RATE * 15 / 100)

static gboolean
on_wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

double
stage_patience (void)
{
  const char *factor = g_getenv ("FRONTDESK_TEST_PATIENCE");

  return factor != NULL ? g_ascii_strtod (factor, NULL) : 1;
}

double
stage_wait (StagePredicate holds, gpointer data, double at_most)
{
  const double most = holds == never ? at_most : at_most * stage_patience ();
  const gint64 start = g_get_monotonic_time ();
  guint source = g_timeout_add (5, on_wake, NULL);
  double passed = 0;

  while (!holds (data) && passed >= 0) {
    g_main_context_iteration (NULL, TRUE);
    passed = (double) (g_get_monotonic_time () - start) / 1e6;
    if (passed > most)
      passed = -1;
  }

  g_source_remove (source);
  return passed < 0 ? -1 : (double) (g_get_monotonic_time () - start) / 1e6;
}

void
stage_run (double seconds)
{
  stage_wait (never, NULL, seconds);
}

gboolean
stage_is_playing (gpointer speaker)
{
  return desk_speaker_get_state (speaker) == DESK_OUTPUT_PLAYING;
}

gboolean
stage_is_lost (gpointer speaker)
{
  return desk_speaker_get_state (speaker) == DESK_OUTPUT_LOST;
}

gboolean
stage_is_silent (gpointer speaker)
{
  return desk_speaker_get_state (speaker) == DESK_OUTPUT_SILENT;
}

double
stage_likeness (const float *a, const float *b, gsize n)
{
  double ab = 0, aa = 0, bb = 0;

  for (gsize i = 0; i < n; i++) {
    ab += (double) a[i] * (double) b[i];
    aa += (double) a[i] * (double) a[i];
    bb += (double) b[i] * (double) b[i];
  }

  return ab / sqrt (aa * bb + 1e-6);
}

/* What it prints. (transfer full) */
static char *
ask_pactl (const char *arguments)
{
  g_autofree char *command = g_strconcat ("pactl ", arguments, NULL);
  g_autoptr (GError) error = NULL;
  char *answer = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &answer, NULL, &status, &error));
  g_assert_no_error (error);
  if (status != 0)
    g_error ("%s: %d", command, status);
  return answer;
}

void
stage_pactl (const char *arguments)
{
  g_free (ask_pactl (arguments));
}

static gboolean
is_recording (gpointer data)
{
  StageSink *self = data;
  GStatBuf st;

  return g_stat (self->path, &st) == 0 && st.st_size > EAR_FRAMES * (int) sizeof (float);
}

static void
listen_to (StageSink *self)
{
  g_autofree char *name = g_strconcat (self->id, ".raw", NULL);
  g_autofree char *monitor = g_strconcat (self->id, ".monitor", NULL);
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (g_getenv ("HOME"), name, NULL);
  g_remove (self->path);
  self->listener = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "parecord", "--raw",
                                     "--latency-msec=20", "-d", monitor, "--rate=48000",
                                     "--channels=1", "--format=float32le", self->path, NULL);
  g_assert_no_error (error);
  g_assert_cmpfloat (stage_wait (is_recording, self, 5), >=, 0);
}

StageSink *
stage_sink_new_for (const char *id)
{
  StageSink *self = g_new0 (StageSink, 1);

  self->id = g_strdup (id);
  self->module = G_MAXUINT;
  listen_to (self);
  return self;
}

StageSink *
stage_sink_new_unheard (const char *id, const char *description)
{
  g_autofree char *arguments =
      g_strdup_printf ("load-module module-null-sink sink_name=%s rate=48000 norewinds=1 "
                       "\"sink_properties='device.description=\\\"%s\\\" "
                       "device.form_factor=headset'\"",
                       id, description);
  g_autofree char *module = ask_pactl (arguments);
  StageSink *self = g_new0 (StageSink, 1);

  self->id = g_strdup (id);
  self->module = (guint) g_ascii_strtoull (module, NULL, 10);
  return self;
}

StageSink *
stage_sink_new (const char *id, const char *description)
{
  StageSink *self = stage_sink_new_unheard (id, description);

  listen_to (self);
  return self;
}

void
stage_sink_free (StageSink *self)
{
  if (self->listener != NULL) {
    g_subprocess_force_exit (self->listener);
    g_subprocess_wait (self->listener, NULL, NULL);
  }
  g_clear_object (&self->listener);
  if (self->module != G_MAXUINT) {
    g_autofree char *arguments = g_strdup_printf ("unload-module %u", self->module);

    stage_pactl (arguments);
  }
  g_free (self->path);
  g_free (self->id);
  g_free (self);
}

double
stage_sink_hear (StageSink *self, double hz)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes, n;

  if (!g_file_get_contents (self->path, &bytes, &n_bytes, NULL))
    return 0;
  n = n_bytes / sizeof (float);
  if (n < EAR_FRAMES)
    return 0;
  return spectrum_amplitude ((const float *) (gconstpointer) bytes + n - EAR_FRAMES, EAR_FRAMES,
                             hz);
}

double
stage_sink_get_gap (StageSink *self)
{
  g_autofree char *bytes = NULL;
  const float *samples;
  gsize n_bytes, n, silent = 0, longest = 0;

  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  samples = (const float *) (gconstpointer) bytes;
  n = n_bytes / sizeof (float);
  for (gsize i = n > RATE ? n - RATE : 0; i < n; i++) {
    silent = fabsf (samples[i]) < 0.001f ? silent + 1 : 0;
    longest = MAX (longest, silent);
  }
  return (double) longest / RATE;
}

DeskSound *
stage_tone_new (double hz)
{
  float *samples = g_new (float, RATE);

  for (guint i = 0; i < RATE; i++)
    samples[i] = (float) sin (2 * G_PI * hz * i / RATE);
  return desk_sound_new_take (samples, RATE, RATE);
}

int
stage_server_pid (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("SOUND_SERVER_PID"), &text, NULL, NULL));
  return (int) g_ascii_strtoll (text, NULL, 10);
}

void
stage_kill_server (void)
{
  kill (stage_server_pid (), SIGKILL);
}

void
stage_start_server (void)
{
  int status;

  g_assert_true (
      g_spawn_command_line_sync (g_getenv ("SOUND_SERVER_START"), NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}
