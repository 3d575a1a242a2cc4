/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/device-list.h"
#include "audio/device-watch.h"
#include "audio/microphone.h"
#include "audio/route.h"
#include "audio/speaker.h"

#include <signal.h>
#include <string.h>

#include "sound-stage.h"

/* Run by with-sound-server, as whose outputs come and go. What was heard where is measured at the
 * outputs themselves, by frequency. */

#define HEADSET "Höger Lur åäö, 2:a “stora”"
#define VOICE_HZ 600.0
#define RING_HZ 900.0
#define LOUD 0.3
#define QUIET 0.01

static DeskSpeaker *
open_speaker (DeskSoundSystem *system, const char *id)
{
  DeskSpeaker *speaker = desk_speaker_new ();
  DeskMixer *mixer = desk_speaker_get_mixer (speaker);

  desk_speaker_take_output (
      speaker, desk_output_portaudio_new (system, mixer, id, DESK_OUTPUT_DEFAULT_LATENCY_MS));
  return speaker;
}

static void
play (DeskSpeaker *speaker, double hz)
{
  const DeskPlaying how = { .gain = 0.5, .fade_ms = 5 };
  g_autoptr (DeskSound) tone = stage_tone_new (hz);

  g_assert_cmpuint (desk_speaker_play (speaker, tone, &how), !=, 0);
}

static gboolean
is_listening (gpointer data)
{
  return desk_microphone_get_state (data) == DESK_OUTPUT_PLAYING;
}

static gboolean
is_deaf (gpointer data)
{
  return desk_microphone_get_state (data) == DESK_OUTPUT_LOST;
}

static gboolean
is_said_to_be_mute (gpointer data)
{
  const char *notice = desk_microphone_get_notice (data);

  return notice != NULL && strstr (notice, "Nothing at all is heard from the microphone") != NULL;
}

static gboolean
has_no_notice (gpointer data)
{
  return desk_microphone_get_notice (data) == NULL;
}

static gboolean
is_on_headset (gpointer data)
{
  return g_strcmp0 (desk_speaker_get_device (data), HEADSET) == 0;
}

static gboolean
is_off_headset (gpointer data)
{
  return !is_on_headset (data);
}

static gboolean
is_voice_loud (gpointer data)
{
  return stage_sink_hear (data, VOICE_HZ) > LOUD;
}

static gboolean
is_voice_quiet (gpointer data)
{
  return stage_sink_hear (data, VOICE_HZ) < QUIET;
}

static gboolean
is_slow (gpointer data)
{
  DeskOutputMeter meter;

  desk_speaker_measure (data, &meter);
  return meter.latency_ms > 60;
}

static void
assert_within (const char *what, double seconds, double at_most)
{
  g_test_message ("%s: %.2f s", what, seconds);
  g_assert_cmpfloat (seconds, >=, 0);
  g_assert_cmpfloat (seconds, <=, at_most * stage_patience ());
}

static void
assert_says (const char *notice, const char *part)
{
  g_assert_nonnull (notice);
  g_assert_nonnull (strstr (notice, part));
}

/* How often the keeper was woken so far. The libraries' threads inherit its name; it is the first. */
static guint64
count_wakes (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint64 wakes = 0, first = G_MAXUINT64;

  while ((task = g_dir_read_name (tasks)) != NULL) {
    g_autofree char *path = g_build_filename ("/proc/self/task", task, "status", NULL);
    g_autofree char *status = NULL;
    const char *count;

    if (!g_file_get_contents (path, &status, NULL, NULL) ||
        strstr (status, "Name:\tdesk-sound\n") == NULL || g_ascii_strtoull (task, NULL, 10) > first)
      continue;
    first = g_ascii_strtoull (task, NULL, 10);
    count = strstr (status, "\nvoluntary_ctxt_switches:\t");
    wakes = g_ascii_strtoull (strchr (count, '\t') + 1, NULL, 10);
  }
  return wakes;
}

/* Streams that were just opened may still be finding their way: it comes to rest within seconds. */
static void
assert_rests (const char *what, double at_most)
{
  double rate = G_MAXDOUBLE;

  for (guint second = 1; rate > at_most && second <= 4; second++) {
    const guint64 before = count_wakes ();

    stage_run (1);
    rate = (double) (count_wakes () - before);
    g_test_message ("%s: woken %.1f times in second %u", what, rate, second);
  }
  g_assert_cmpfloat (rate, <=, at_most);
}

/* Voices, ringer and microphone at once, each on its device and nowhere else, by one thread that
 * rests; which gives all back when they are closed. */
static void
test_three_streams (void)
{
  g_autoptr (StageSink) line = stage_sink_new_for ("line");
  g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, "head");
  g_autoptr (DeskSpeaker) ringer = open_speaker (system, NULL);
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  DeskMicrophone *microphone = desk_microphone_new (system, tap, "head.monitor");
  DeskOutputMeter meter;

  desk_tap_open (tap);
  desk_microphone_start (microphone);
  play (voices, VOICE_HZ);
  play (ringer, RING_HZ);
  assert_within ("voices open", stage_wait (stage_is_playing, voices, 5), 5);
  assert_within ("ringer opens", stage_wait (stage_is_playing, ringer, 5), 5);
  assert_within ("microphone opens", stage_wait (is_listening, microphone, 5), 5);
  assert_within ("voices are heard", stage_wait (is_voice_loud, head, 3), 3);
  g_assert_cmpstr (desk_speaker_get_device (voices), ==, HEADSET);
  g_assert_cmpstr (desk_speaker_get_device (ringer), ==, "Null Output");
  g_assert_null (desk_speaker_get_notice (voices));
  g_assert_null (desk_speaker_get_notice (ringer));
  g_assert_null (desk_microphone_get_notice (microphone));
  stage_run (0.5);
  assert_rests ("three streams", 3);

  g_assert_cmpfloat (stage_sink_hear (head, VOICE_HZ), >, LOUD);
  g_assert_cmpfloat (stage_sink_hear (head, RING_HZ), <, QUIET);
  g_assert_cmpfloat (stage_sink_hear (line, RING_HZ), >, LOUD);
  g_assert_cmpfloat (stage_sink_hear (line, VOICE_HZ), <, QUIET);

  desk_microphone_take_level (microphone);
  stage_run (0.2);
  g_assert_cmpfloat_with_epsilon (desk_microphone_take_level (microphone), 0.5, 0.02);
  g_assert_nonnull (desk_tap_peek (tap));
  desk_microphone_measure (microphone, &meter);
  g_test_message ("microphone: %" G_GUINT64_FORMAT " callbacks, %.1f ms", meter.n_callbacks,
                  meter.latency_ms);
  g_assert_cmpfloat (meter.latency_ms, >, 1);

  desk_microphone_destroy (microphone);
  g_aligned_free (tap);
  g_clear_object (&voices);
  g_clear_object (&ringer);
  stage_run (1.2);
  assert_rests ("nothing open", 0);
}

/* The wanted headset is not there: the default plays, and says so; it comes, and goes, and the tone
 * goes on all the while. */
static void
test_headset_comes_and_goes (void)
{
  g_autoptr (StageSink) line = stage_sink_new_for ("line");
  g_autoptr (StageSink) head = NULL;
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, "head");

  assert_within ("stands in", stage_wait (stage_is_playing, voices, 5), 5);
  play (voices, VOICE_HZ);
  g_assert_cmpstr (desk_speaker_get_device (voices), ==, "Null Output");
  assert_says (desk_speaker_get_notice (voices),
               "is not connected. Sound comes from “Null Output”");
  assert_within ("heard in its stead", stage_wait (is_voice_loud, line, 2), 2);

  head = stage_sink_new ("head", HEADSET);
  assert_within ("said", stage_wait (is_on_headset, voices, 1), 1);
  assert_within ("heard in the headset", stage_wait (is_voice_loud, head, 3), 3);
  g_assert_cmpfloat (stage_wait (is_voice_quiet, line, 1), >=, 0);
  g_assert_null (desk_speaker_get_notice (voices));

  g_clear_pointer (&head, stage_sink_free);
  assert_within ("its loss is said", stage_wait (is_off_headset, voices, 1), 1);
  assert_says (desk_speaker_get_notice (voices), "“" HEADSET "” is not connected");
  assert_within ("heard in its stead again", stage_wait (is_voice_loud, line, 3), 3);
}

static void
test_default_is_followed (void)
{
  g_autoptr (StageSink) line = stage_sink_new_for ("line");
  g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = NULL;

  /* Else the server would take the listener along: the default input follows the output. */
  stage_pactl ("set-default-source line.monitor");
  stage_pactl ("set-default-sink line");
  voices = open_speaker (system, NULL);
  play (voices, VOICE_HZ);
  assert_within ("heard", stage_wait (is_voice_loud, line, 5), 5);

  stage_pactl ("set-default-sink head");
  assert_within ("followed", stage_wait (is_on_headset, voices, 1), 1);
  assert_within ("heard there", stage_wait (is_voice_loud, head, 2), 2);
  g_assert_cmpfloat (stage_wait (is_voice_quiet, line, 1), >=, 0);
  g_assert_null (desk_speaker_get_notice (voices));
  stage_pactl ("set-default-sink line");
}

/* Another device and another latency are taken up while a tone sounds. */
static void
test_change (void)
{
  g_autoptr (StageSink) line = stage_sink_new_for ("line");
  g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = desk_speaker_new ();
  DeskOutput *output =
      desk_output_portaudio_new (system, desk_speaker_get_mixer (voices), "line", 20);

  desk_speaker_take_output (voices, output);
  play (voices, VOICE_HZ);
  assert_within ("heard", stage_wait (is_voice_loud, line, 5), 5);
  desk_output_portaudio_change (output, "head", 20);
  assert_within ("told", stage_wait (is_on_headset, voices, 1), 1);
  assert_within ("heard there", stage_wait (is_voice_loud, head, 2), 2);

  stage_run (0.7);
  desk_output_portaudio_change (output, "head", 100);
  assert_within ("slower", stage_wait (is_slow, voices, 1), 1);
  stage_run (0.5);
  assert_within ("the gap", stage_sink_get_gap (head), 0.3);
  g_assert_cmpfloat (stage_sink_hear (head, VOICE_HZ), >, LOUD);
}

/* The server stands still: no error comes. Said within a second, by name; when it goes on, so does
 * the sound. To close everything meanwhile takes two seconds at most. */
static void
test_server_hangs (void)
{
  g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, "head");
  const int server = stage_server_pid ();
  gint64 start_us;

  play (voices, VOICE_HZ);
  assert_within ("heard", stage_wait (is_voice_loud, head, 5), 5);
  stage_run (1);
  kill (server, SIGSTOP);
  assert_within ("hanging is said", stage_wait (stage_is_lost, voices, 3), 1);
  assert_says (desk_speaker_get_notice (voices), HEADSET);
  g_assert_null (desk_speaker_get_device (voices));

  kill (server, SIGCONT);
  assert_within ("plays again", stage_wait (stage_is_playing, voices, 3), 3);
  assert_within ("heard again", stage_wait (is_voice_loud, head, 3), 3);
  stage_run (1);

  kill (server, SIGSTOP);
  stage_run (0.1);
  start_us = g_get_monotonic_time ();
  g_clear_object (&voices);
  g_clear_pointer (&system, desk_sound_system_unref);
  assert_within ("all is closed", (double) (g_get_monotonic_time () - start_us) / 1e6, 2.2);
  kill (server, SIGCONT);
}

/* The server dies and another comes: all that was open is found again. */
static void
test_server_dies (void)
{
  g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, "head");
  g_autoptr (DeskSpeaker) ringer = open_speaker (system, NULL);
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  DeskMicrophone *microphone = desk_microphone_new (system, tap, "line.monitor");

  desk_microphone_start (microphone);
  play (voices, VOICE_HZ);
  assert_within ("voices open", stage_wait (stage_is_playing, voices, 5), 5);
  assert_within ("ringer opens", stage_wait (stage_is_playing, ringer, 5), 5);
  assert_within ("microphone opens", stage_wait (is_listening, microphone, 5), 5);
  stage_run (0.5);

  stage_kill_server ();
  assert_within ("voices are lost", stage_wait (stage_is_lost, voices, 3), 1);
  assert_within ("ringer is lost", stage_wait (stage_is_lost, ringer, 3), 1);
  assert_within ("microphone is lost", stage_wait (is_deaf, microphone, 3), 1);
  assert_says (desk_speaker_get_notice (voices), HEADSET);
  assert_says (desk_microphone_get_notice (microphone), "Monitor of Null Output");
  head->module = G_MAXUINT;
  g_clear_pointer (&head, stage_sink_free);

  stage_start_server ();
  head = stage_sink_new ("head", HEADSET);
  assert_within ("ringer is back", stage_wait (stage_is_playing, ringer, 4), 4);
  assert_within ("microphone is back", stage_wait (is_listening, microphone, 4), 4);
  assert_within ("voices are back", stage_wait (is_on_headset, voices, 4), 4);
  assert_within ("and heard", stage_wait (is_voice_loud, head, 3), 3);
  g_assert_null (desk_speaker_get_notice (voices));

  desk_microphone_destroy (microphone);
  g_aligned_free (tap);
}

/* The monitor of an output that plays nothing gives zeros, as a microphone does that is muted. The
 * stream goes on, and what is heard then ends the notice. */
static void
test_mute_microphone (void)
{
  G_GNUC_UNUSED g_autoptr (StageSink) head = stage_sink_new ("head", HEADSET);
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, "head");
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  DeskMicrophone *microphone = desk_microphone_new (system, tap, "head.monitor");

  desk_microphone_start (microphone);
  assert_within ("voices open", stage_wait (stage_is_playing, voices, 5), 5);
  assert_within ("microphone opens", stage_wait (is_listening, microphone, 5), 5);
  g_assert_null (desk_microphone_get_notice (microphone));
  stage_run (2);
  g_assert_null (desk_microphone_get_notice (microphone));
  assert_within ("it is said", stage_wait (is_said_to_be_mute, microphone, 4), 2);
  g_assert_true (is_listening (microphone));
  assert_rests ("a mute microphone", 3);

  play (voices, VOICE_HZ);
  assert_within ("no more", stage_wait (has_no_notice, microphone, 4), 2);
  g_assert_true (is_listening (microphone));

  desk_microphone_destroy (microphone);
  g_aligned_free (tap);
}

/* No output and no microphone at all, until one appears. A monitor is not taken for a microphone. */
static void
test_nothing_there (void)
{
  g_autoptr (StageSink) head = NULL;
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = NULL;
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  DeskMicrophone *microphone = desk_microphone_new (system, tap, NULL);

  stage_pactl ("unload-module module-null-sink");
  voices = open_speaker (system, NULL);
  desk_microphone_start (microphone);
  assert_within ("no output is said", stage_wait (stage_is_silent, voices, 2), 2);
  assert_says (desk_speaker_get_notice (voices), "No sound output is connected.");

  head = stage_sink_new ("head", HEADSET);
  play (voices, VOICE_HZ);
  assert_within ("one that comes is used", stage_wait (is_on_headset, voices, 2), 2);
  assert_within ("and heard", stage_wait (is_voice_loud, head, 2), 2);
  g_assert_cmpint (desk_microphone_get_state (microphone), ==, DESK_OUTPUT_SILENT);
  assert_says (desk_microphone_get_notice (microphone), "No microphone is connected.");

  desk_microphone_destroy (microphone);
  g_aligned_free (tap);
  stage_pactl ("load-module module-null-sink sink_name=line rate=48000");
}

typedef struct {
  DeskDeviceWatch *watch;
  guint n_devices;
} Count;

static gboolean
has_count (gpointer data)
{
  Count *count = data;
  GPtrArray *devices = desk_device_watch_get_devices (count->watch);

  return devices != NULL && devices->len == count->n_devices;
}

/* Names as the desktop has them, twins apart, monitors left out; and told as they come and go. */
static void
test_watch (void)
{
  g_autoptr (DeskDeviceWatch) watch = desk_device_watch_new ();
  g_autoptr (StageSink) head = NULL;
  g_autoptr (StageSink) twin = NULL;
  Count count = { watch, 1 };
  const char *const chosen[] = { "line.monitor", NULL };
  g_autoptr (GPtrArray) listed = NULL;
  const DeskDevice *device;

  g_assert_null (desk_device_watch_get_devices (watch));
  assert_within ("listed", stage_wait (has_count, &count, 2), 0.5);
  head = stage_sink_new_unheard ("head", HEADSET);
  twin = stage_sink_new_unheard ("head2", HEADSET);
  count.n_devices = 3;
  assert_within ("two more", stage_wait (has_count, &count, 2), 1);

  device = desk_device_list_find (desk_device_watch_get_devices (watch), FALSE, "head");
  g_assert_cmpstr (device->name, ==, HEADSET);
  g_assert_cmpint (device->form, ==, DESK_DEVICE_HEADSET);
  g_assert_cmpstr (device->host_api, ==, "PulseAudio");
  g_assert_false (device->default_output);
  device = desk_device_list_find (desk_device_watch_get_devices (watch), FALSE, "head2");
  g_assert_cmpstr (device->name, ==, HEADSET " (2)");
  device = desk_device_list_find (desk_device_watch_get_devices (watch), FALSE, NULL);
  g_assert_cmpstr (device->id, ==, "line");

  g_clear_pointer (&twin, stage_sink_free);
  count.n_devices = 2;
  assert_within ("one less", stage_wait (has_count, &count, 2), 1);

  listed = desk_device_list_new_with (chosen);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_nonnull (desk_device_list_find (listed, TRUE, "line.monitor"));
  g_assert_null (desk_device_list_find (listed, TRUE, NULL));
}

static void
test_guessed_names (void)
{
  static const char *const names[][2] = {
    { "alsa_output.usb-Acme_Voice_20_SE_0123-00.analog-stereo", "Acme Voice 20 SE 0123" },
    { "ALSA: Acme: USB Audio (hw:1,0)", "Acme: USB Audio (hw:1,0)" },
    { "bluez_output.00_11_22_33_44_55.1", NULL },
    { "", NULL },
    { ".usb-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = desk_route_guess_name (names[i][0]);

    g_assert_cmpstr (name, ==, names[i][1]);
  }
}

/* By PortAudio alone: the ALSA plug-in knows where the server is, and libpulse does not. */
static void
test_without_libpulse (void)
{
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) voices = open_speaker (system, NULL);
  g_autoptr (DeskSpeaker) ringer = open_speaker (system, "ALSA: nothing of the kind");
  g_autoptr (GPtrArray) devices = NULL;

  assert_within ("voices open", stage_wait (stage_is_playing, voices, 5), 5);
  assert_within ("ringer opens", stage_wait (stage_is_playing, ringer, 5), 5);
  g_assert_cmpstr (desk_speaker_get_device (voices), ==, "default");
  g_assert_null (desk_speaker_get_notice (voices));
  assert_says (desk_speaker_get_notice (ringer), "“nothing of the kind” is not connected.");
  devices = desk_device_list_new ();
  g_assert_cmpstr (desk_device_list_find (devices, FALSE, NULL)->id, ==, "ALSA: default");

  stage_run (0.7);
  assert_rests ("by PortAudio alone", 3);
  stage_kill_server ();
  assert_within ("voices are lost", stage_wait (stage_is_lost, voices, 3), 1);
  assert_within ("ringer is lost", stage_wait (stage_is_lost, ringer, 3), 0.5);
  assert_says (desk_speaker_get_notice (voices), "default");
  stage_start_server ();
  assert_within ("voices are back", stage_wait (stage_is_playing, voices, 9), 9);
  assert_within ("ringer is back", stage_wait (stage_is_playing, ringer, 1), 1);
}

/* Runs one test of this program as a process of its own. Nothing may be printed to its standard error,
 * whatever happens to the devices. */
static void
run_apart (const char *path, GSubprocessLauncher *launcher)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *complaints = NULL;

  child =
      g_subprocess_launcher_spawn (launcher, &error, g_get_prgname (), "--tap", "-p", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &printed, &complaints, &error));
  g_test_message ("%s", printed);
  g_assert_true (g_subprocess_get_successful (child));
  g_assert_cmpstr (complaints, ==, "");
}

static GSubprocessLauncher *
prepare (void)
{
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_setenv (launcher, "APART", "1", TRUE);
  return launcher;
}

static void
test_server_dies_in_silence (void)
{
  g_autoptr (GSubprocessLauncher) launcher = prepare ();

  run_apart ("/audio/devices/server-dies", launcher);
}

static void
test_portaudio_alone (void)
{
  g_autoptr (GSubprocessLauncher) launcher = prepare ();
  g_autofree char *path = g_build_filename (g_getenv ("HOME"), ".asoundrc", NULL);
  g_autofree char *rules =
      g_strdup_printf ("pcm.!default { type pulse server \"%s\" }\n", g_getenv ("PULSE_SERVER"));

  g_assert_true (g_file_set_contents (path, rules, -1, NULL));
  g_subprocess_launcher_setenv (launcher, "PULSE_SERVER", "unix:/nowhere", TRUE);
  run_apart ("/audio/devices/without-libpulse", launcher);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("SOUND_SERVER_START") == NULL) {
    g_print ("1..0 # SKIP run me by with-sound-server\n");
    return 0;
  }

  g_set_prgname (argv[0]);
  g_test_add_func ("/audio/devices/guessed-names", test_guessed_names);
  g_test_add_func ("/audio/devices/watch", test_watch);
  g_test_add_func ("/audio/devices/three-streams", test_three_streams);
  g_test_add_func ("/audio/devices/mute-microphone", test_mute_microphone);
  g_test_add_func ("/audio/devices/headset-comes-and-goes", test_headset_comes_and_goes);
  g_test_add_func ("/audio/devices/default-is-followed", test_default_is_followed);
  g_test_add_func ("/audio/devices/change", test_change);
  g_test_add_func ("/audio/devices/server-hangs", test_server_hangs);
  g_test_add_func ("/audio/devices/nothing-there", test_nothing_there);
  if (g_getenv ("APART") == NULL) {
    g_test_add_func ("/audio/devices/server-dies-in-silence", test_server_dies_in_silence);
    g_test_add_func ("/audio/devices/portaudio-alone", test_portaudio_alone);
  } else {
    g_test_add_func ("/audio/devices/server-dies", test_server_dies);
    g_test_add_func ("/audio/devices/without-libpulse", test_without_libpulse);
  }

  return g_test_run ();
}
