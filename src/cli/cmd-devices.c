/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-devices.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>

#include "audio/device-list.h"
#include "audio/sound-settings.h"
#include "cli/device-trial.h"
#include "cli/text-table.h"
#include "report/json-print.h"
#include "report/words.h"

#define MOST_LATENCY_MS 1000.0

enum {
  STATUS_DONE = 0,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

/* The ids, or names, are the options', else the settings'; NULL: the default, and for the ringer the
 * device of the voices. */
typedef struct {
  char *wanted[DESK_N_TRIALS]; /* owned */
  double latency_ms;           /* G_MAXDOUBLE: as the settings have it */
  gboolean realtime;           /* as the settings have it */
  gboolean test;
  char *format; /* owned */
} Options;

typedef DeskTrial Trials[DESK_N_TRIALS];

static void
options_clear (Options *options)
{
  for (guint i = 0; i < DESK_N_TRIALS; i++)
    g_free (options->wanted[i]);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
name_role (DeskTrialRole role)
{
  switch (role) {
  case DESK_TRIAL_VOICES: return _ ("Voices");
  case DESK_TRIAL_RINGER: return _ ("Ringer");
  case DESK_TRIAL_MICROPHONE: return _ ("Microphone");
  }
  return NULL;
}

static const char *
name_form (DeskDeviceForm form)
{
  switch (form) {
  case DESK_DEVICE_UNKNOWN: return "";
  case DESK_DEVICE_HEADSET: return _ ("headset");
  case DESK_DEVICE_HEADPHONES: return _ ("headphones");
  case DESK_DEVICE_SPEAKERS: return _ ("speakers");
  case DESK_DEVICE_SCREEN: return _ ("screen");
  case DESK_DEVICE_MICROPHONE: return _ ("microphone");
  }
  return "";
}

/* In JSON, in every locale. */
static const char *
form_to_key (DeskDeviceForm form)
{
  switch (form) {
  case DESK_DEVICE_UNKNOWN: return NULL;
  case DESK_DEVICE_HEADSET: return "headset";
  case DESK_DEVICE_HEADPHONES: return "headphones";
  case DESK_DEVICE_SPEAKERS: return "speakers";
  case DESK_DEVICE_SCREEN: return "screen";
  case DESK_DEVICE_MICROPHONE: return "microphone";
  }
  return NULL;
}

/* The device that a shift would use; NULL: there is none. */
static const DeskDevice *
find_used (GPtrArray *devices, const Options *options, DeskTrialRole role)
{
  const gboolean is_input = role == DESK_TRIAL_MICROPHONE;
  const char *wanted = options->wanted[role];
  const DeskDevice *device = NULL;

  if (role == DESK_TRIAL_RINGER && wanted == NULL)
    return find_used (devices, options, DESK_TRIAL_VOICES);
  if (wanted != NULL)
    device = desk_device_list_find (devices, is_input, wanted);
  return device != NULL ? device : desk_device_list_find (devices, is_input, NULL);
}

static gboolean
is_used (GPtrArray *devices, const Options *options, gboolean inputs, const DeskDevice *device)
{
  if (inputs)
    return device == find_used (devices, options, DESK_TRIAL_MICROPHONE);
  return device == find_used (devices, options, DESK_TRIAL_VOICES) ||
         device == find_used (devices, options, DESK_TRIAL_RINGER);
}

/* Text */

static void
print_table (const DeskTextTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  desk_text_table_append_to (table, text);
  g_print ("%s", text->str);
}

static void
print_devices (GPtrArray *devices, const Options *options, gboolean inputs)
{
  g_autoptr (DeskTextTable) table = desk_text_table_new (7, NULL);
  gboolean is_empty = TRUE;

  g_print ("%s\n", inputs ? _ ("Inputs:") : _ ("Outputs:"));
  for (guint i = 0; i < devices->len; i++) {
    const DeskDevice *device = g_ptr_array_index (devices, i);
    const guint n_channels = inputs ? device->n_inputs : device->n_outputs;

    if (n_channels == 0)
      continue;
    is_empty = FALSE;
    desk_text_table_take (table,
                          g_strdup (is_used (devices, options, inputs, device) ? "  *" : "   "));
    desk_text_table_take (table, desk_text_fit (device->name));
    desk_text_table_take (table, g_strdup (name_form (device->form)));
    desk_text_table_take (table, desk_text_fit (device->host_api));
    desk_text_table_take (
        table, g_strdup_printf (ngettext ("%u channel", "%u channels", n_channels), n_channels));
    desk_text_table_take (table, g_strdup_printf (_ ("%.0f Hz"), device->sample_rate));
    desk_text_table_take (table, desk_words_tame (device->id));
  }

  if (is_empty)
    g_print ("  %s\n", inputs ? _ ("There is no sound input that can be used.")
                              : _ ("There is no sound output that can be used."));
  print_table (table);
}

/* "Höger Lur", or what is used instead of what. (transfer full) */
static char *
describe_use (GPtrArray *devices, const Options *options, DeskTrialRole role)
{
  const DeskDevice *device = find_used (devices, options, role);
  const char *wanted = options->wanted[role];
  const char *name = device == NULL ? _ ("none") : device->name;

  if (role == DESK_TRIAL_RINGER && wanted == NULL)
    return g_strdup (_ ("where the voices are"));
  if (wanted == NULL ||
      (device != NULL && (g_str_equal (device->id, wanted) || g_str_equal (device->name, wanted))))
    return g_strdup (name);
  return g_strdup_printf (_ ("%s, because “%s” is not connected"), name, wanted);
}

static void
print_uses (GPtrArray *devices, const Options *options)
{
  g_autoptr (DeskTextTable) table = desk_text_table_new (2, NULL);

  g_print ("%s\n", _ ("Would be used, as marked *:"));
  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    desk_text_table_take (table, g_strdup_printf ("  %s", name_role (role)));
    desk_text_table_take (table, describe_use (devices, options, role));
  }
  print_table (table);
}

static void
add_figures (DeskTextTable *table, const DeskTrial *trial)
{
  desk_text_table_take (table, g_strdup_printf ("%.1f s", trial->seconds));
  desk_text_table_take (table, g_strdup_printf ("%" G_GUINT64_FORMAT, trial->meter.n_callbacks));
  desk_text_table_take (table, g_strdup_printf ("%" G_GUINT64_FORMAT, trial->meter.n_frames));
  desk_text_table_take (table, g_strdup_printf ("%" G_GUINT64_FORMAT, trial->meter.n_underruns));
  desk_text_table_take (table, g_strdup_printf ("%" G_GUINT64_FORMAT, trial->meter.n_late));
  desk_text_table_take (table, g_strdup_printf ("%" G_GUINT64_FORMAT, trial->n_full));
  desk_text_table_take (table, g_strdup_printf ("%.1f ms", trial->meter.latency_ms));
}

static void
add_headings (DeskTextTable *table)
{
  const char *const headings[] = { "",           _ ("Device"),    _ ("Time"), _ ("Callbacks"),
                                   _ ("Frames"), _ ("Underruns"), _ ("Late"), _ ("Full rings"),
                                   _ ("Latency") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    desk_text_table_take (table, g_strdup (headings[i]));
}

static void
print_figures (const Trials trials)
{
  static const gboolean to_the_right[] = { FALSE, FALSE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (DeskTextTable) table = desk_text_table_new (G_N_ELEMENTS (to_the_right), to_the_right);

  add_headings (table);
  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    if (!trials[role].done || trials[role].device == NULL)
      continue;
    desk_text_table_take (table, g_strdup_printf ("  %s", name_role (role)));
    desk_text_table_take (table, desk_text_fit (trials[role].device));
    add_figures (table, &trials[role]);
  }
  print_table (table);
}

static void
print_level (double level)
{
  if (level > 0)
    g_print (_ ("The microphone heard at most %.1f dB below full level.\n"), -20 * log10 (level));
  else
    g_print ("%s\n", _ ("The microphone heard nothing at all."));
}

/* All are opened in the same way. */
static void
print_realtime (const Trials trials)
{
  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    if (trials[role].done && trials[role].device != NULL) {
      g_print (_ ("Real-time scheduling: %s\n"),
               desk_realtime_to_words (trials[role].meter.realtime));
      return;
    }
  }
}

static void
print_trials (const Trials trials)
{
  const DeskTrial *microphone = &trials[DESK_TRIAL_MICROPHONE];

  g_print ("\n%s\n", _ ("Test:"));
  print_figures (trials);
  print_realtime (trials);
  if (trials[DESK_TRIAL_VOICES].device == NULL)
    g_print ("%s\n", _ ("No tone could be played."));
  if (microphone->device != NULL)
    print_level (microphone->level);
  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    const gboolean is_fault = trials[role].device == NULL && role != DESK_TRIAL_MICROPHONE;

    if (trials[role].notice != NULL && !is_fault)
      g_print ("%s\n", trials[role].notice);
  }
}

static void
show_text (GPtrArray *devices, const Options *options, const Trials trials)
{
  print_devices (devices, options, FALSE);
  print_devices (devices, options, TRUE);
  print_uses (devices, options);
  if (trials[DESK_TRIAL_VOICES].done)
    print_trials (trials);
}

/* JSON */

static json_t *
name_to_json (const DeskDevice *device)
{
  return device == NULL ? json_null () : json_string (device->name);
}

static json_t *
device_to_json (const DeskDevice *device)
{
  return json_pack ("{s:s, s:s, s:i, s:i, s:f, s:s, s:s?, s:b, s:b}", "name", device->name, "api",
                    device->host_api, "outputs", (int) device->n_outputs, "inputs",
                    (int) device->n_inputs, "rate", device->sample_rate, "id", device->id, "form",
                    form_to_key (device->form), "default_output", device->default_output,
                    "default_input", device->default_input);
}

static json_t *
trial_to_json (const DeskTrial *trial)
{
  if (!trial->done || trial->device == NULL)
    return json_null ();

  return json_pack ("{s:s, s:I, s:I, s:I, s:I, s:f, s:I, s:s}", "device", trial->device,
                    "callbacks", (json_int_t) trial->meter.n_callbacks, "frames",
                    (json_int_t) trial->meter.n_frames, "underruns",
                    (json_int_t) trial->meter.n_underruns, "late", (json_int_t) trial->meter.n_late,
                    "latency_ms", trial->meter.latency_ms, "full", (json_int_t) trial->n_full,
                    "realtime", desk_realtime_to_key (trial->meter.realtime));
}

static void
trials_to_json (json_t *object, const Trials trials)
{
  const DeskTrial *microphone = &trials[DESK_TRIAL_MICROPHONE];
  json_t *heard = trial_to_json (microphone);

  if (json_is_object (heard))
    json_object_set_new (heard, "level", json_real (microphone->level));
  json_object_set_new (object, "test", trial_to_json (&trials[DESK_TRIAL_VOICES]));
  json_object_set_new (object, "test_ringer", trial_to_json (&trials[DESK_TRIAL_RINGER]));
  json_object_set_new (object, "test_microphone", heard);
}

static void
show_json (GPtrArray *devices, const Options *options, const Trials trials)
{
  json_t *list = json_array ();
  json_t *object = json_object ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < devices->len; i++)
    json_array_append_new (list, device_to_json (g_ptr_array_index (devices, i)));

  json_object_set_new (object, "devices", list);
  json_object_set_new (object, "output",
                       name_to_json (find_used (devices, options, DESK_TRIAL_VOICES)));
  json_object_set_new (object, "input",
                       name_to_json (find_used (devices, options, DESK_TRIAL_MICROPHONE)));
  json_object_set_new (object, "ringer",
                       name_to_json (find_used (devices, options, DESK_TRIAL_RINGER)));
  json_object_set_new (object, "wanted",
                       json_pack ("{s:s?, s:s?, s:s?}", "voices",
                                  options->wanted[DESK_TRIAL_VOICES], "ringer",
                                  options->wanted[DESK_TRIAL_RINGER], "microphone",
                                  options->wanted[DESK_TRIAL_MICROPHONE]));
  trials_to_json (object, trials);
  json = desk_json_print (object, JSON_COMPACT | JSON_REAL_PRECISION (6));
  puts (json);
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
      N_ ("Play a tone and a ring, listen to the microphone, and report how it went"), NULL },
    { "device", 0, 0, G_OPTION_ARG_STRING, &options->wanted[DESK_TRIAL_VOICES],
      N_ ("The output for voices, by name or id, instead of the one in the settings"),
      N_ ("NAME") },
    { "ringer", 0, 0, G_OPTION_ARG_STRING, &options->wanted[DESK_TRIAL_RINGER],
      N_ ("The output for the ringer, likewise"), N_ ("NAME") },
    { "microphone", 0, 0, G_OPTION_ARG_STRING, &options->wanted[DESK_TRIAL_MICROPHONE],
      N_ ("The microphone, likewise"), N_ ("NAME") },
    { "latency", 0, 0, G_OPTION_ARG_DOUBLE, &options->latency_ms,
      N_ ("The latency to ask for, in milliseconds"), N_ ("MS") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("Output format: text or json"),
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

/* What the options leave open, the user's settings tell. */
static void
fill_from_settings (Options *options)
{
  static const char *const properties[DESK_N_TRIALS] = { "headset", "ringer", "microphone" };
  g_autofree char *path = desk_sound_settings_default_path ();
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);

  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    if (options->wanted[role] == NULL)
      g_object_get (settings, properties[role], &options->wanted[role], NULL);
  }
  if (options->latency_ms == G_MAXDOUBLE)
    g_object_get (settings, "latency-ms", &options->latency_ms, NULL);
  g_object_get (settings, "realtime", &options->realtime, NULL);
}

static void
run_trials (GPtrArray *devices, const Options *options, Trials trials)
{
  const DeskDevice *voices = find_used (devices, options, DESK_TRIAL_VOICES);
  const DeskDevice *ringer = find_used (devices, options, DESK_TRIAL_RINGER);

  for (guint role = 0; role < DESK_N_TRIALS; role++) {
    const DeskTrialTerms terms = { options->wanted[role], options->latency_ms, options->realtime };

    if (role != DESK_TRIAL_RINGER || ringer != voices)
      desk_trial_run (&trials[role], role, &terms);
  }
}

static int
show (const Options *options, gboolean as_json)
{
  const char *chosen[DESK_N_TRIALS + 1] = { NULL };
  g_autoptr (GPtrArray) devices = NULL;
  Trials trials = { 0 };
  int status = STATUS_DONE;

  for (guint role = 0, n = 0; role < DESK_N_TRIALS; role++) {
    if (options->wanted[role] != NULL)
      chosen[n++] = options->wanted[role];
  }
  devices = desk_device_list_new_with (chosen);
  if (devices == NULL)
    return system_failure (_ ("The sound system of this computer cannot be reached."));
  if (options->test)
    run_trials (devices, options, trials);

  if (as_json)
    show_json (devices, options, trials);
  else
    show_text (devices, options, trials);

  for (guint role = 0; role < DESK_TRIAL_MICROPHONE; role++) {
    if (trials[role].done && trials[role].device == NULL)
      status =
          system_failure (trials[role].notice != NULL ? trials[role].notice
                                                      : _ ("The output did not open in time."));
  }
  for (guint role = 0; role < DESK_N_TRIALS; role++)
    desk_trial_clear (&trials[role]);
  return status;
}

int
desk_cmd_devices (int argc, char **argv)
{
  g_auto (Options) options = { .latency_ms = G_MAXDOUBLE };
  g_autoptr (GError) error = NULL;

  if (!parse (&options, argc, argv, &error))
    return wrong_usage (error->message);

  gboolean as_json = g_strcmp0 (options.format, "json") == 0;

  if (!as_json && options.format != NULL && !g_str_equal (options.format, "text"))
    return wrong_usage (_ ("the format must be text or json"));

  /* So written that it holds for NaN too. */
  if (options.latency_ms != G_MAXDOUBLE &&
      !(options.latency_ms > 0.0 && options.latency_ms <= MOST_LATENCY_MS))
    return wrong_usage (_ ("the latency must be more than 0 and at most 1000 milliseconds"));

  fill_from_settings (&options);
  return show (&options, as_json);
}
