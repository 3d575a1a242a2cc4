/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "shift.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>

#include "scenario/scenario-reader.h"

static const char yaml_format[] =
    "format: 1\n"
    "title: What is heard\n"
    "language: en\n"
    "country: gb\n"
    "sound: %s\n"
    "lines: 3\n"
    "duration: 8:00\n"
    "organisation: Marlow Fittings\n"
    "people:\n"
    "  - id: erik\n"
    "    name: Eric Dale\n"
    "    extension: 201\n"
    "    says:\n"
    "      answer: {clip: answer.wav, text: \"Dale.\"}\n"
    "      accepts: {text: \"Put them through.\"}\n"
    "  - {id: hans, name: Hans Ek, extension: 202, presence: [{from: 0:00, is: busy}]}\n"
    "  - id: dora\n"
    "    name: Dora Finch\n"
    "    extension: 203\n"
    "    presence: [{from: 0:00, is: do_not_disturb}]\n"
    "  - id: rita\n"
    "    name: Rita Quayle\n"
    "    extension: 204\n"
    "    says: {refuses: {text: Not now., when: {from: 0:00, to: 8:00}}}\n"
    "calls:\n"
    "  - id: a\n"
    "    at: 0:10\n"
    "    line: 1\n"
    "    caller: {given: Anna, surname: Frome}\n"
    "    says:\n"
    "      opening: {clip: opening.wav, text: \"Is Eric Dale in?\"}\n"
    "      name: {text: \"Anna Frome.\"}\n"
    "      number: {clip: number.wav, text: \"One two three.\"}\n"
    "    expect: {do: transfer, to: erik}\n"
    "  - id: b\n"
    "    at: 0:20\n"
    "    line: 2\n"
    "    caller: {given: Ben, surname: Hale}\n"
    "    says:\n"
    "      opening: {clip: broken.wav, text: \"Is Eric Dale there?\"}\n"
    "    expect: {do: transfer, to: erik}\n"
    "  - id: u\n"
    "    at: 0:30\n"
    "    line: 3\n"
    "    priority: urgent\n"
    "    caller: {given: Una, surname: Vane}\n"
    "    says: {opening: {text: \"Is Eric Dale there?\"}}\n"
    "    expect: {do: transfer, to: erik}\n";

static void
write_tone (const char *folder, const char *name, double hz, double seconds)
{
  g_autofree char *path = g_build_filename (folder, "clips", name, NULL);
  SF_INFO info = { .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16, .samplerate = 48000, .channels = 1 };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const gsize n = (gsize) (seconds * 48000);
  g_autofree float *samples = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    samples[i] = 0.5f * (float) sin (2 * G_PI * hz * (double) i / 48000);
  g_assert_cmpint (sf_writef_float (file, samples, (sf_count_t) n), ==, n);
  sf_close (file);
}

void
shift_init (Shift *shift)
{
  shift_init_sounding (shift, "wideband");
}

void
shift_init_sounding (Shift *shift, const char *sound)
{
  g_autofree char *yaml = g_strdup_printf (yaml_format, sound);
  const DeskRules rules = { .mode = DESK_MODE_PRACTICE, .patience_factor = 1 };
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  shift->colleague = "erik";
  shift->folder = g_dir_make_tmp ("desk-shift-XXXXXX", NULL);
  path = g_build_filename (shift->folder, "clips", NULL);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  write_tone (shift->folder, "opening.wav", 1000, 2);
  write_tone (shift->folder, "answer.wav", 1500, 1);
  write_tone (shift->folder, "number.wav", 1800, 1);
  write_tone (shift->folder, "broken.wav", 2000, 1);

  shift->scenario =
      desk_scenario_load_from_data (yaml, strlen (yaml), "heard", shift->folder, &diagnostics);
  text = desk_diagnostics_to_text (diagnostics);
  g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR), ==, 0);
  g_assert_nonnull (shift->scenario);
  shift->lengths = desk_clip_lengths_new (shift->scenario);
  shift->state = desk_state_new (shift->scenario, shift->lengths, &rules);
}

static void
remove_files (const char *folder)
{
  static const char *const names[] = { "opening.wav", "answer.wav", "broken.wav", "number.wav",
                                       "." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, "clips", names[i], NULL);

    g_unlink (path);
  }

  g_autofree char *clips = g_build_filename (folder, "clips", NULL);

  g_autofree char *settings = g_build_filename (folder, "settings.ini", NULL);

  g_rmdir (clips);
  g_unlink (settings);
  g_rmdir (folder);
}

void
shift_clear (Shift *shift)
{
  desk_state_free (shift->state);
  desk_clip_lengths_unref (shift->lengths);
  desk_scenario_unref (shift->scenario);
  remove_files (shift->folder);
  g_free (shift->folder);
}

DeskEvent
shift_evolve (Shift *shift,
              DeskEventType type,
              const char *call,
              guint line,
              const char *reply,
              gboolean flag)
{
  DeskEvent event = {
    .t_ms = shift->state->now_ms,
    .type = type,
    .line = line,
    .again = flag,
    .cut = flag,
    .ms = 1000,
    .call = call == NULL ? NULL : desk_scenario_find_call (shift->scenario, call),
    .to = desk_scenario_find_person (shift->scenario, shift->colleague),
    .phrase = type == DESK_EVENT_TRAINEE_SAYS ? shift->scenario->phrases[0] : NULL,
    .reply = reply == NULL ? NULL : desk_scenario_find_reply (shift->scenario, reply),
  };

  g_assert_true (reply == NULL || event.reply != NULL);
  desk_evolve (shift->state, &event);
  return event;
}
