/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scripted-shift.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>

#include "punctuality.h"
#include "scenario/scenario-reader.h"
#include "sound-stage.h"

/* Voices are noise made of tones, each its own, so that each fits itself in one place only. They
 * leave out the pitch of the console's chirp, which can so be measured beneath them. */

/* What is looked for first: there all of the voices still is. */
#define THIN_RATE 8000

/* Between 400 and 3000 Hz, but for the chirp. (transfer full) */
static float *
voice_new (guint seed, guint ms)
{
  const gsize n = (gsize) ms * SCRIPT_RATE / 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  float *samples = g_new0 (float, n);

  for (guint tone = 0; tone < 120; tone++) {
    double hz = g_rand_double_range (rand, 400, 2900);
    const double phase = g_rand_double_range (rand, 0, 2 * G_PI);

    hz += hz > SCRIPT_CHIRP_HZ - 60 ? 120 : 0;
    for (gsize i = 0; i < n; i++)
      samples[i] += 0.02f * (float) sin (2 * G_PI * hz * (double) i / SCRIPT_RATE + phase);
  }
  return samples;
}

static void
write_voice (ScriptedShift *self, guint clip)
{
  g_autofree char *path = g_build_filename (self->folder, "clips", self->clips[clip].file, NULL);
  SF_INFO info = { .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16,
                   .samplerate = SCRIPT_RATE,
                   .channels = 1 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const sf_count_t n = (sf_count_t) self->clips[clip].ms * SCRIPT_RATE / 1000;

  self->voices[clip] = voice_new (clip + 1, self->clips[clip].ms);
  self->said_ms[clip] = -1;
  g_assert_nonnull (file);
  g_assert_cmpint (sf_writef_float (file, self->voices[clip], n), ==, n);
  sf_close (file);
}

void
scripted_shift_init (ScriptedShift *self, const char *yaml, const ScriptClip *clips, guint n_clips)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *folder = NULL;

  g_assert_cmpuint (n_clips, <=, SCRIPT_MOST_CLIPS);
  *self = (ScriptedShift){ .clips = clips, .n_clips = n_clips };
  self->folder = g_dir_make_tmp ("desk-script-XXXXXX", NULL);
  folder = g_build_filename (self->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint clip = 0; clip < n_clips; clip++)
    write_voice (self, clip);
  self->scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "script", self->folder, &diagnostics);
  g_assert_nonnull (self->scenario);
  self->lengths = desk_clip_lengths_new (self->scenario);
}

/* Time. */

static gboolean
on_alarm (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
on_alarm_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

void
script_wait_until_us (gint64 time_us)
{
  static GSourceFuncs funcs = { .dispatch = on_alarm_dispatch };
  GSource *alarm = g_source_new (&funcs, sizeof (GSource));
  gboolean passed = FALSE;

  g_source_set_callback (alarm, on_alarm, &passed, NULL);
  g_source_set_ready_time (alarm, time_us);
  g_source_attach (alarm, NULL);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
  g_source_destroy (alarm);
  g_source_unref (alarm);
}

static gint64
now_ms (ScriptedShift *self)
{
  return (g_get_monotonic_time () - self->start_us) / 1000;
}

/* What the window's driver of a session does: wakes at each deadline. */
static void
pass_until (ScriptedShift *self, gint64 until_ms)
{
  for (;;) {
    const gint64 deadline_ms = desk_session_next_deadline_ms (self->session);
    const gboolean is_first = deadline_ms >= 0 && deadline_ms < until_ms;

    script_wait_until_us (self->start_us + (is_first ? deadline_ms : until_ms) * 1000);
    if (!is_first)
      return;
    desk_session_advance (self->session, now_ms (self));
  }
}

/* The shift. */

static void
on_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  ScriptedShift *self = data;

  if (event->type == DESK_EVENT_COMMAND_REJECTED)
    g_error ("%s at %d ms: %s", desk_command_name (event->command), (int) event->t_ms,
             desk_reason_name (event->reason));
  if (event->type == DESK_EVENT_UNPAUSED)
    self->start_us = g_get_monotonic_time () - event->t_ms * 1000;
  for (guint clip = 0; clip < self->n_clips && event->reply != NULL; clip++)
    if (event->type != DESK_EVENT_CALLER_DONE &&
        g_str_equal (self->clips[clip].key, event->reply->key))
      self->said_ms[clip] = event->t_ms;

  desk_player_handle_event (self->player, desk_session_get_state (session), event);
}

static gboolean
is_playing (gpointer audio)
{
  DeskStreamStatus status;

  desk_audio_get_status (audio, DESK_STREAM_HEADSET, &status);
  return status.state == DESK_OUTPUT_PLAYING;
}

void
scripted_shift_open_audio (ScriptedShift *self, double latency_ms)
{
  g_autofree char *path = g_build_filename (self->folder, "settings.ini", NULL);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);

  g_object_set (settings, "voice-volume", 1.0, "ringer-volume", 1.0, "latency-ms", latency_ms,
                NULL);
  self->audio = desk_audio_new (settings);
  desk_audio_start (self->audio);
  g_assert_cmpfloat (stage_wait (is_playing, self->audio, 5), >=, 0);
}

void
scripted_shift_start (ScriptedShift *self, DeskJournal *journal)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("T", DESK_MODE_PRACTICE);
  g_autoptr (GError) error = NULL;

  self->journal = journal;
  self->session = desk_session_new (self->scenario, self->lengths, header, self->journal);
  self->player = desk_player_new (self->audio, self->scenario, self->lengths);
  g_signal_connect (self->session, "event", G_CALLBACK (on_event), self);
  self->start_us = g_get_monotonic_time ();
  desk_session_start (self->session, &error);
  g_assert_no_error (error);
}

static void
command (ScriptedShift *self, const ScriptAct *act, gint64 time_ms)
{
  const DeskCommand command = {
    .type = act->type,
    .line = act->line,
    .early = TRUE,
    .phrase = act->phrase == NULL ? NULL : desk_scenario_find_phrase (self->scenario, act->phrase),
    .to = act->to == NULL ? NULL : desk_scenario_find_person (self->scenario, act->to),
  };

  desk_session_dispatch (self->session, &command, time_ms);
}

void
scripted_shift_act (ScriptedShift *self, const ScriptAct *act)
{
  pass_until (self, act->at_ms);
  command (self, act, now_ms (self));
}

void
scripted_shift_pause (ScriptedShift *self, guint ms)
{
  const gint64 from_us = g_get_monotonic_time ();
  const gint64 paused_ms = now_ms (self);

  command (self, &(ScriptAct){ .type = DESK_COMMAND_PAUSE }, paused_ms);
  script_wait_until_us (from_us + (gint64) ms * 1000);
  command (self, &(ScriptAct){ .type = DESK_COMMAND_UNPAUSE }, paused_ms);
}

void
scripted_shift_clear (ScriptedShift *self)
{
  static const char *const rest[] = { "clips", "settings.ini", "" };

  g_clear_object (&self->player);
  g_clear_object (&self->audio);
  g_clear_object (&self->session);
  g_clear_object (&self->journal);
  desk_clip_lengths_unref (self->lengths);
  desk_scenario_unref (self->scenario);
  for (guint clip = 0; clip < self->n_clips; clip++) {
    g_autofree char *path = g_build_filename (self->folder, "clips", self->clips[clip].file, NULL);

    g_remove (path);
    g_free (self->voices[clip]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++) {
    g_autofree char *path = g_build_filename (self->folder, rest[i], NULL);

    g_remove (path);
  }
  g_free (self->folder);
}

/* Finding. */

float *
script_thin (const float *samples, gsize n, guint from_rate, guint rate)
{
  const gsize times = from_rate / rate;
  float *thinned = g_new0 (float, n / times + 1);

  for (gsize i = 0; i < n / times; i++)
    for (gsize k = 0; k < times; k++)
      thinned[i] += samples[times * i + k] / (float) times;
  return thinned;
}

/* To the frame: thinned out, a voice may lie between two of them. */
static ScriptFind
find_exactly (
    const float *heard, gsize n_heard, const float *voice, gsize n, const ScriptFind roughly)
{
  const gsize reach = 12;
  ScriptFind found = { .elsewhere = roughly.elsewhere };

  for (gsize lag = MAX (roughly.at, reach) - reach; lag <= roughly.at + reach; lag++) {
    const double here = lag + n > n_heard ? 0 : stage_likeness (heard + lag, voice, n);

    if (here > found.likeness) {
      found.likeness = here;
      found.at = lag;
    }
  }

  return found;
}

ScriptFind
script_find (const float *heard, gsize n_heard, const float *voice, gsize n, guint rate)
{
  const gsize times = rate / THIN_RATE, n_thin_heard = n_heard / times, n_thin = n / times;
  const gsize apart = THIN_RATE / 100;
  g_autofree float *thin_heard = script_thin (heard, n_heard, rate, THIN_RATE);
  g_autofree float *thin_voice = script_thin (voice, n, rate, THIN_RATE);
  g_autofree double *all = g_new (double, n_thin_heard + 1);
  ScriptFind found = { 0 };

  for (gsize lag = 0; lag + n_thin <= n_thin_heard; lag++) {
    all[lag] = stage_likeness (thin_heard + lag, thin_voice, n_thin);
    if (all[lag] > found.likeness)
      found = (ScriptFind){ .at = times * lag, .likeness = all[lag] };
  }
  for (gsize lag = 0; lag + n_thin <= n_thin_heard; lag++)
    if (lag + apart < found.at / times || lag > found.at / times + apart)
      found.elsewhere = MAX (found.elsewhere, all[lag]);

  return find_exactly (heard, n_heard, voice, n, found);
}

/* Chances. */

enum {
  CHANCES = 3,
};

/* A machine that wakes somebody so late drops what a device did not get in time, and says so to nobody. */
#define TOO_LATE_US 10000

gboolean
script_holds (gboolean condition, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  if (condition)
    return TRUE;
  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("not so: %s", words);
  return FALSE;
}

static void
test_with_chances (gconstpointer data)
{
  gboolean (*const *work) (void) = data;
  gboolean whole = FALSE, in_time = FALSE;

  for (guint chance = 0; chance < CHANCES && !whole; chance++) {
    Punctuality *punctuality = punctuality_new ();
    gint64 late_us;

    whole = (*work) ();
    late_us = punctuality_free (punctuality);
    g_test_message ("the machine was late by up to %.1f ms", (double) late_us / 1000);
    in_time = in_time || late_us < TOO_LATE_US;
  }
  if (!whole && !in_time)
    g_test_skip ("this machine is too busy to keep time");
  else
    g_assert_true (whole);
}

int
script_run_test (int argc, char **argv, const char *path, gboolean (*work) (void))
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("SOUND_SERVER_START") == NULL) {
    g_print ("1..0 # SKIP run me by with-sound-server\n");
    return 0;
  }

  g_test_add_data_func (path, &work, test_with_chances);

  return g_test_run ();
}
