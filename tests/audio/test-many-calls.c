/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/player.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>
#include <time.h>

#include "engine/autopilot.h"
#include "scenario/scenario-reader.h"

/* The largest shift that a scenario may have, in virtual time: 10,000 calls (fewer unless run with
 * -m=slow) on 24 lines, in bursts of six, some of whom call back; worked by a built-in trainee and
 * played into nothing. What a second of the shift would give the workers time for, they are waited
 * for. */

#define N_PEOPLE 40
#define READY_BEFORE_MS 5000

typedef struct {
  char *folder;
  DeskScenario *scenario;
  DeskClipLengths *lengths;
  DeskJournal *journal;
  DeskSession *session;
  DeskAudio *audio;
  DeskPlayer *player;
  DeskClipStore *clips; /* of the player */

  guint n_calls;
  guint n_arrived;  /* calls from the first on that are pending no more */
  gint64 waited_ms; /* the time up to which the workers have caught up */
  guint n_due;
  guint n_late;    /* openings not there five seconds before the call */
  guint n_missing; /* nor when it came */
  guint n_read;
  guint n_events;
  gsize most_used;
  double handling_s;
  double longest_s;
} Crowd;

static void
write_clip (const char *folder, double seconds)
{
  g_autofree char *path = g_build_filename (folder, "clips", "word.wav", NULL);
  SF_INFO info = { .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16, .samplerate = 16000, .channels = 1 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const gsize n = (gsize) (16000 * seconds);
  g_autofree float *samples = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    samples[i] = 0.3f * (float) sin (2 * G_PI * 700 * (double) i / 16000);
  g_assert_cmpint (sf_writef_float (file, samples, (sf_count_t) n), ==, n);
  sf_close (file);
}

/* Six calls, a second apart, every ten seconds. */
static char *
write_yaml (guint n_calls)
{
  GString *yaml = g_string_new ("format: 1\ntitle: Everybody rings\nlanguage: en\ncountry: gb\n"
                                "lines: 24\nduration: 5:00:00\norganisation: Marlow\npeople:\n");

  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (yaml,
                            "- {id: p%u, name: Person %u, extension: %u, says: {answer: {clip: "
                            "word.wav, text: Yes}, accepts: {clip: word.wav, text: Go on}}}\n",
                            i, i, 200 + i);
  g_string_append (yaml, "calls:\n");
  for (guint i = 0; i < n_calls; i++)
    g_string_append_printf (
        yaml,
        "- {id: c%u, at: %u, patience: {ringing: 20}, %scaller: {surname: Name%u}, says: {opening: "
        "{clip: word.wav, text: Hello}, name: {clip: word.wav, text: Name}, matter: {clip: word.wav, "
        "text: It is this}}, expect: {do: transfer, to: p%u}}\n",
        i, 10 + i / 6 * 10 + i % 6, i % 5 == 0 ? "calls_back_after: 30, " : "", i, i % N_PEOPLE);
  return g_string_free (yaml, FALSE);
}

static void
load (Crowd *crowd, double seconds)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *yaml = write_yaml (crowd->n_calls);
  g_autofree char *clips = NULL;
  g_autofree char *told = NULL;

  crowd->folder = g_dir_make_tmp ("desk-crowd-XXXXXX", NULL);
  clips = g_build_filename (crowd->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir (clips, 0700), ==, 0);
  write_clip (crowd->folder, seconds);
  crowd->scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "crowd", crowd->folder, &diagnostics);
  told = desk_diagnostics_to_text (diagnostics);
  if (crowd->scenario == NULL)
    g_error ("%.400s", told);
  crowd->lengths = desk_clip_lengths_new (crowd->scenario);
}

static double
cpu_s (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static gboolean
has_opening (Crowd *crowd, const DeskCall *call)
{
  g_autoptr (DeskSound) sound =
      desk_clip_store_lookup (crowd->clips, desk_call_find_reply (call, "opening")->index);

  return sound != NULL;
}

/* The workers had until `t_ms`: whatever they can do is done. */
static void
catch_up (Crowd *crowd, gint64 t_ms)
{
  if (t_ms <= crowd->waited_ms)
    return;

  crowd->waited_ms = t_ms;
  while (desk_clip_store_get_n_loading (crowd->clips) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What will ring within five seconds must be there. */
static void
look_ahead (Crowd *crowd, const DeskState *state)
{
  const DeskCallState *calls = state->calls;

  while (crowd->n_arrived < crowd->n_calls && calls[crowd->n_arrived].phase != DESK_CALL_PENDING)
    crowd->n_arrived++;
  for (guint i = crowd->n_arrived; i < crowd->n_calls; i++) {
    if (calls[i].due_ms > state->now_ms + READY_BEFORE_MS)
      break;
    crowd->n_late += !has_opening (crowd, crowd->scenario->calls[i]);
  }
}

static void
on_event (DeskSession *session, const DeskEvent *event, gpointer data)
{
  Crowd *crowd = data;
  const DeskState *state = desk_session_get_state (session);
  float nowhere[2 * 480];
  double start;

  catch_up (crowd, event->t_ms);
  if (event->type == DESK_EVENT_CALL_DUE) {
    crowd->n_due++;
    crowd->n_missing += !has_opening (crowd, event->call);
  }
  look_ahead (crowd, state);

  start = cpu_s ();
  desk_player_handle_event (crowd->player, state, event);
  start = cpu_s () - start;
  crowd->handling_s += start;
  crowd->longest_s = MAX (crowd->longest_s, start);
  crowd->n_events++;
  crowd->most_used = MAX (crowd->most_used, desk_clip_store_get_used (crowd->clips));

  desk_mixer_run (
      desk_speaker_get_mixer (desk_audio_get_speaker (crowd->audio, DESK_STREAM_HEADSET)), nowhere,
      480, 0);
}

static void
on_ready (DeskClipStore *clips, guint key, gpointer data)
{
  ((Crowd *) data)->n_read++;
}

static void
work (Crowd *crowd, DeskTrainee trainee)
{
  g_autoptr (DeskJournalHeader) header = desk_journal_header_new ("T", DESK_MODE_SIMULATED);
  g_autofree char *path = g_build_filename (crowd->folder, "settings.ini", NULL);
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);
  g_autoptr (DeskAutopilot) autopilot = NULL;

  crowd->waited_ms = -1;
  crowd->journal = desk_journal_new_in_memory ();
  crowd->session = desk_session_new (crowd->scenario, crowd->lengths, header, crowd->journal);
  crowd->audio = desk_audio_new (settings);
  crowd->player = desk_player_new (crowd->audio, crowd->scenario, crowd->lengths);
  crowd->clips = desk_player_get_clips (crowd->player);
  g_signal_connect (crowd->clips, "ready", G_CALLBACK (on_ready), crowd);
  g_signal_connect (crowd->session, "event", G_CALLBACK (on_event), crowd);

  g_assert_true (desk_session_start (crowd->session, NULL));
  autopilot = desk_autopilot_new (trainee, crowd->session, 7);
  desk_autopilot_run (autopilot);
}

static void
clear (Crowd *crowd)
{
  static const char *const names[] = { "clips/word.wav", "clips", "settings.ini", "" };

  g_object_unref (crowd->player);
  g_object_unref (crowd->audio);
  g_object_unref (crowd->session);
  g_object_unref (crowd->journal);
  desk_clip_lengths_unref (crowd->lengths);
  desk_scenario_unref (crowd->scenario);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (crowd->folder, names[i], NULL);

    g_remove (path);
  }
  g_free (crowd->folder);
}

static void
check_crowd (Crowd *crowd, double seconds, DeskTrainee trainee)
{
  load (crowd, seconds);
  work (crowd, trainee);
  g_test_message ("%u events, %u calls due, openings late %u, missing %u; %u clips read, %.1f MiB",
                  crowd->n_events, crowd->n_due, crowd->n_late, crowd->n_missing, crowd->n_read,
                  (double) crowd->most_used / (1024 * 1024));
  g_test_message ("%.1f us an event, %.2f ms the longest",
                  crowd->handling_s / crowd->n_events * 1e6, crowd->longest_s * 1e3);

  g_assert_cmpuint (crowd->n_due, >=, crowd->n_calls);
  g_assert_cmpuint (crowd->n_late, ==, 0);
  g_assert_cmpuint (crowd->n_missing, ==, 0);
  g_assert_cmpuint (crowd->most_used, <=, DESK_CLIP_STORE_BUDGET);
}

/* Three clips of a call, two of a person; few of them a second time. */
static void
test_crowd (void)
{
  Crowd crowd = { .n_calls = g_test_slow () ? 10000 : 1000 };

  check_crowd (&crowd, 0.25, DESK_TRAINEE_IDEAL);
  g_assert_cmpuint (crowd.n_read, <, (3 * crowd.n_calls + 2 * N_PEOPLE) * 3 / 2);
  g_assert_cmpfloat (crowd.handling_s / crowd.n_events, <, 100e-6);
  clear (&crowd);
}

/* Everything that the live calls might say has no room; who rings next has it all the same. */
static void
test_long_clips (void)
{
  Crowd crowd = { .n_calls = 50 };

  check_crowd (&crowd, 15, DESK_TRAINEE_ABSENT);
  clear (&crowd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/many-calls/crowd", test_crowd);
  g_test_add_func ("/audio/many-calls/long-clips", test_long_clips);

  return g_test_run ();
}
