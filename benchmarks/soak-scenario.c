/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-scenario.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sndfile.h>

#define RATE 48000
#define N_CLIPS 6

/* Callers are short here: 2,000 of them must find room in eight hours. */
static double
clip_seconds (guint n)
{
  return 0.7 + 0.15 * n;
}

/* A tone that swells and fades, so that what is decoded and mixed is not silence. */
static void
write_clip (const char *path, guint n)
{
  SF_INFO info = { .samplerate = RATE, .channels = 1, .format = SF_FORMAT_OGG | SF_FORMAT_OPUS };
  SNDFILE *file = sf_open (path, SFM_WRITE, &info);
  const guint n_frames = (guint) (clip_seconds (n) * RATE);
  g_autofree float *frames = g_new (float, n_frames);

  if (file == NULL)
    g_error ("%s: %s", path, sf_strerror (NULL));
  for (guint i = 0; i < n_frames; i++)
    frames[i] =
        (float) (0.2 * sin (G_PI * i / n_frames) * sin (2 * G_PI * (180 + 60 * n) * i / RATE));
  sf_writef_float (file, frames, n_frames);
  sf_close (file);
}

/* A reply with its clip, where there are clips. */
static void
add_reply (GString *yaml, gboolean clips, const char *id, guint clip, const char *text)
{
  g_string_append_printf (yaml, "      %s: {", id);
  if (clips)
    g_string_append_printf (yaml, "clip: tone-%u.opus, ", clip % N_CLIPS);
  g_string_append_printf (yaml, "text: \"%s\"}\n", text);
}

static void
add_people (GString *yaml)
{
  static const char *const given[] = { "Fay", "Ian", "Una", "Åke", "Joan", "Omar" };
  static const char *const surnames[] = { "Reed",  "Moss",  "Öberg", "Carver", "Lindqvist",
                                          "Piper", "Nowak", "Stone", "Walsh",  "Hale" };

  g_string_append (yaml, "people:\n");
  for (guint n = 0; n < SOAK_PEOPLE; n++)
    g_string_append_printf (
        yaml,
        "  - {id: p%u, name: %s %s, department: Floor %u, extension: %u, answers_after: 2,"
        " screens_calls: %s, presence: [{from: 0:00, is: available}, {from: %u:%02u:00, is: %s}]}\n",
        n, given[n % G_N_ELEMENTS (given)], surnames[n / G_N_ELEMENTS (given)], n / 10 + 1, 200 + n,
        n % 6 == 5 ? "yes" : "no", 1 + n % 7, n % 60, n % 9 == 8 ? "busy" : "available");
}

static void
add_expectation (GString *yaml, guint n)
{
  const guint person = n % SOAK_PEOPLE;

  switch (n % 8) {
  case 0:
  case 3:
  case 6: g_string_append (yaml, "    expect: {do: inform, say: [hours]}\n"); break;
  case 1:
  case 4:
  case 5:
    g_string_append_printf (yaml, "    expect: {do: transfer, to: p%u, otherwise: message}\n",
                            person);
    break;
  default:
    g_string_append_printf (yaml,
                            "    expect: {do: message, to: p%u, ticks: [please_call], message:"
                            " \"Order %u is late, ring before 14:30\", facts: [{number: \"%u\"},"
                            " {time: \"14:30\"}]}\n",
                            person, 4000 + n, 4000 + n);
  }
}

static void
add_call (GString *yaml, guint n, gboolean clips)
{
  g_autofree char *matter =
      g_strdup_printf ("Order %u is late, ring before half past two", 4000 + n);

  g_string_append_printf (
      yaml,
      "  - id: c%u\n    at: %u\n    caller: {given: Ann, surname: Number%u, organisation: Harbour"
      " Print, phone: 01632 960%03u}\n    says:\n",
      n, (guint) (SOAK_GAP_S * n) + 2, n, n % 1000);
  add_reply (yaml, clips, "opening", n, "Hello there");
  add_reply (yaml, clips, "matter", n + 1, matter);
  add_reply (yaml, clips, "name", n + 2, "Ann Number");
  add_reply (yaml, clips, "number", n + 3, "As you see it");
  add_reply (yaml, clips, "goodbye", 0, "Bye");
  add_reply (yaml, clips, "otherwise", 1, "All right");
  add_expectation (yaml, n);
}

char *
soak_scenario_text (guint n_calls, gboolean clips)
{
  GString *yaml = g_string_new ("format: 1\ntitle: A long day\nlanguage: en\ncountry: gb\n"
                                "organisation: Harbour Print\ngreeting: Harbour Print\n");
  const guint minutes = (guint) (SOAK_GAP_S * n_calls) / 60 + 1;

  g_string_append_printf (yaml, "lines: %u\nduration: %u:%02u:00\n", SOAK_LINES, minutes / 60,
                          minutes % 60);
  add_people (yaml);
  g_string_append (yaml, "phrases:\n  - {id: hours, label: We are open from 8 to 17}\ncalls:\n");
  for (guint n = 0; n < n_calls; n++)
    add_call (yaml, n, clips);
  return g_string_free (yaml, FALSE);
}

void
soak_scenario_write (const char *folder, guint n_calls)
{
  g_autofree char *clips = g_build_filename (folder, "clips", NULL);
  g_autofree char *path = g_build_filename (folder, "scenario.yaml", NULL);
  g_autofree char *text = soak_scenario_text (n_calls, TRUE);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (clips, 0700) != 0)
    g_error ("%s: %s", clips, g_strerror (errno));
  for (guint n = 0; n < N_CLIPS; n++) {
    g_autofree char *name = g_strdup_printf ("tone-%u.opus", n);
    g_autofree char *clip = g_build_filename (clips, name, NULL);

    write_clip (clip, n);
  }
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}
