/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-devices.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <stdio.h>

#include "audio/device-list.h"
#include "audio/speaker.h"
#include "audio/tones.h"

/* The test plays through the very parts that a shift is heard through, so that its figures are
 * those of a shift. */

#define OPENING_AT_MOST_MS 10000
#define TONE_MS 2000
#define MOST_LATENCY_MS 1000.0

enum {
  STATUS_DONE = 0,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

typedef struct {
  char *device;
  double latency_ms;
  gboolean test;
  char *format;
} Options;

typedef struct {
  gboolean done;
  char *device; /* what played; NULL: nothing did */
  char *notice; /* why not */
  double seconds;
  DeskOutputMeter meter; /* of the tone alone, but for the latency */
} Trial;

typedef struct {
  DeskSpeaker *speaker; /* owned */
  GMainLoop *loop;      /* owned */
} Stage;

static void
options_clear (Options *options)
{
  g_free (options->device);
  g_free (options->format);
}

static void
trial_clear (Trial *trial)
{
  g_free (trial->device);
  g_free (trial->notice);
}

static void
stage_clear (Stage *stage)
{
  g_clear_object (&stage->speaker);
  g_clear_pointer (&stage->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stage, stage_clear)

static gboolean
on_timeout (gpointer data)
{
  Stage *stage = data;

  g_main_loop_quit (stage->loop);
  return G_SOURCE_CONTINUE;
}

static void
run_for (Stage *stage, guint at_most_ms)
{
  guint source = g_timeout_add (at_most_ms, on_timeout, stage);

  g_main_loop_run (stage->loop);
  g_source_remove (source);
}

static void
on_speaker_changed (DeskSpeaker *speaker, Stage *stage)
{
  g_main_loop_quit (stage->loop);
}

static void
play_tone (Stage *stage, Trial *trial)
{
  const DeskPlaying how = { .gain = 0.8, .times = 1, .fade_ms = 5 };
  g_autoptr (DeskSound) tone = desk_tone_new (DESK_TONE_RINGBACK, DESK_COUNTRY_US);
  const gint64 start_us = g_get_monotonic_time ();
  DeskOutputMeter before;

  desk_speaker_measure (stage->speaker, &before);
  desk_speaker_play (stage->speaker, tone, &how);
  run_for (stage, TONE_MS);
  desk_speaker_measure (stage->speaker, &trial->meter);

  trial->seconds = (double) (g_get_monotonic_time () - start_us) / 1e6;
  trial->meter.n_callbacks -= before.n_callbacks;
  trial->meter.n_frames -= before.n_frames;
  trial->meter.n_underruns -= before.n_underruns;
  trial->meter.n_late -= before.n_late;
}

static void
try_output (const Options *options, Trial *trial)
{
  g_auto (Stage) stage = { desk_speaker_new (), g_main_loop_new (NULL, FALSE) };

  g_signal_connect (stage.speaker, "changed", G_CALLBACK (on_speaker_changed), &stage);
  desk_speaker_take_output (stage.speaker,
                            desk_output_portaudio_new (desk_speaker_get_mixer (stage.speaker),
                                                       options->device, options->latency_ms));
  run_for (&stage, OPENING_AT_MOST_MS);

  trial->done = TRUE;
  trial->device = g_strdup (desk_speaker_get_device (stage.speaker));
  trial->notice = g_strdup (desk_speaker_get_notice (stage.speaker));
  if (trial->device != NULL)
    play_tone (&stage, trial);
}

static const DeskDevice *
find_default (GPtrArray *devices, gboolean output)
{
  for (guint i = 0; i < devices->len; i++) {
    const DeskDevice *device = g_ptr_array_index (devices, i);

    if (output ? device->default_output : device->default_input)
      return device;
  }

  return NULL;
}

/* The output that a shift would use: the one asked for where there is one of that name. */
static const DeskDevice *
find_output (GPtrArray *devices, const char *wanted)
{
  for (guint i = 0; wanted != NULL && i < devices->len; i++) {
    const DeskDevice *device = g_ptr_array_index (devices, i);

    if (device->n_outputs > 0 && g_str_equal (device->name, wanted))
      return device;
  }

  return find_default (devices, TRUE);
}

static void
print_devices (GPtrArray *devices, gboolean outputs, const DeskDevice *used)
{
  g_print ("%s\n", outputs ? _ ("Outputs:") : _ ("Inputs:"));
  for (guint i = 0; i < devices->len; i++) {
    const DeskDevice *device = g_ptr_array_index (devices, i);
    guint n_channels = outputs ? device->n_outputs : device->n_inputs;

    if (n_channels > 0)
      g_print (_ ("  %c %s (%s, %u channels, %.0f Hz)\n"), device == used ? '*' : ' ', device->name,
               device->host_api, n_channels, device->sample_rate);
  }

  if (used == NULL)
    g_print ("  %s\n", outputs ? _ ("There is no sound output that can be used.")
                               : _ ("There is no sound input that can be used."));
}

static void
print_trial (const Trial *trial)
{
  if (trial->device == NULL) {
    g_print ("\n%s\n", _ ("Test: no tone could be played."));
    return;
  }

  g_print ("\n");
  g_print (_ ("Test: a tone on “%s” for %.1f s\n"), trial->device, trial->seconds);
  g_print (_ ("  callbacks  %lu\n"), (gulong) trial->meter.n_callbacks);
  g_print (_ ("  frames     %lu\n"), (gulong) trial->meter.n_frames);
  g_print (_ ("  underruns  %lu\n"), (gulong) trial->meter.n_underruns);
  g_print (_ ("  late       %lu\n"), (gulong) trial->meter.n_late);
  g_print (_ ("  latency    %.1f ms\n"), trial->meter.latency_ms);
}

static void
show_text (GPtrArray *devices, const Options *options, const Trial *trial)
{
  print_devices (devices, TRUE, find_output (devices, options->device));
  print_devices (devices, FALSE, find_default (devices, FALSE));
  g_print ("%s\n", _ ("The one marked * would be used."));
  if (trial->done)
    print_trial (trial);
}

static json_t *
name_to_json (const DeskDevice *device)
{
  return device == NULL ? json_null () : json_string (device->name);
}

static json_t *
device_to_json (const DeskDevice *device)
{
  return json_pack ("{s:s, s:s, s:i, s:i, s:f}", "name", device->name, "api", device->host_api,
                    "outputs", (int) device->n_outputs, "inputs", (int) device->n_inputs, "rate",
                    device->sample_rate);
}

static json_t *
trial_to_json (const Trial *trial)
{
  if (!trial->done || trial->device == NULL)
    return json_null ();

  return json_pack ("{s:s, s:I, s:I, s:I, s:I, s:f}", "device", trial->device, "callbacks",
                    (json_int_t) trial->meter.n_callbacks, "frames",
                    (json_int_t) trial->meter.n_frames, "underruns",
                    (json_int_t) trial->meter.n_underruns, "late", (json_int_t) trial->meter.n_late,
                    "latency_ms", trial->meter.latency_ms);
}

static void
show_json (GPtrArray *devices, const Options *options, const Trial *trial)
{
  json_t *list = json_array ();
  json_t *object = json_object ();

  for (guint i = 0; i < devices->len; i++)
    json_array_append_new (list, device_to_json (g_ptr_array_index (devices, i)));

  json_object_set_new (object, "devices", list);
  json_object_set_new (object, "output", name_to_json (find_output (devices, options->device)));
  json_object_set_new (object, "input", name_to_json (find_default (devices, FALSE)));
  json_object_set_new (object, "test", trial_to_json (trial));
  json_dumpf (object, stdout, JSON_COMPACT | JSON_REAL_PRECISION (6));
  fputc ('\n', stdout);
  json_decref (object);
}

static int
wrong_usage (const char *what)
{
  g_printerr ("frontdesk devices: %s\n", what);
  g_printerr ("%s\n", _ ("Try “frontdesk devices --help”."));
  return STATUS_USAGE;
}

static int
system_failure (const char *what)
{
  g_printerr ("frontdesk devices: %s\n", what);
  return STATUS_SYSTEM;
}

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "test", 0, 0, G_OPTION_ARG_NONE, &options->test,
      N_ ("Play a tone for two seconds and tell how it went"), NULL },
    { "device", 0, 0, G_OPTION_ARG_STRING, &options->device,
      N_ ("The output to use instead of the default one"), N_ ("NAME") },
    { "latency", 0, 0, G_OPTION_ARG_DOUBLE, &options->latency_ms,
      N_ ("The latency to ask for, in milliseconds"), N_ ("MS") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("How to write: text or json"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Lists the sound outputs and inputs, and which would be used."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (argc == 1)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _ ("this command takes options alone"));
  return FALSE;
}

int
desk_cmd_devices (int argc, char **argv)
{
  g_auto (Options) options = { .latency_ms = DESK_OUTPUT_DEFAULT_LATENCY_MS };
  g_auto (Trial) trial = { 0 };
  g_autoptr (GPtrArray) devices = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&options, argc, argv, &error))
    return wrong_usage (error->message);

  gboolean as_json = g_strcmp0 (options.format, "json") == 0;

  if (!as_json && options.format != NULL && !g_str_equal (options.format, "text"))
    return wrong_usage (_ ("the format must be text or json"));

  /* So written that it holds for NaN too. */
  if (!(options.latency_ms > 0.0 && options.latency_ms <= MOST_LATENCY_MS))
    return wrong_usage (_ ("the latency must be more than 0 and at most 1000 milliseconds"));

  devices = desk_device_list_new ();
  if (devices == NULL)
    return system_failure (_ ("The sound system of this machine cannot be reached."));
  if (options.test)
    try_output (&options, &trial);

  if (as_json)
    show_json (devices, &options, &trial);
  else
    show_text (devices, &options, &trial);

  if (trial.done && trial.device == NULL)
    return system_failure (trial.notice != NULL ? trial.notice
                                                : _ ("The output did not open in time."));

  return STATUS_DONE;
}
