/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "soak-engine.h"
#include "soak-window.h"

/* Long work, and whether the program holds on to anything over it. Prints a table with the machine, and
 * ends with 1 when a limit was broken: docs/soak.md has the limits with their reasons. */

typedef struct {
  const char *name;
  const char *what;
  const char *wrappers[2]; /* programs that give it what it needs; NULL: no more */
  gboolean through_server;
  SoakOptions usual; /* what is run unless told otherwise */
} Kind;

static const Kind kinds[] = {
  { "window",
    "Soak: a shift in the real window, time passing fast, no sound output",
    { WITH_DISPLAY },
    FALSE,
    { .n_calls = 2000, .pace = 100 } },
  { "sound",
    "Soak: a shift in the real window, in real time, through a sound server",
    { WITH_DISPLAY, WITH_SOUND_SERVER },
    TRUE,
    { .n_calls = 60, .pace = 1, .minutes = 5 } },
  { "engine",
    "Soak: one session of very many calls, without a window",
    { NULL },
    FALSE,
    { .n_calls = 1000000 } },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

/* Runs this program again within `kind`'s wrappers, which give it a home, a display and a sound server of
 * its own. Returns only when that cannot be done. */
static void
run_wrapped (const Kind *kind, char **argv)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kind->wrappers) && kind->wrappers[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) kind->wrappers[i]);
  for (char **word = argv; *word != NULL; word++)
    g_ptr_array_add (command, *word);
  g_ptr_array_add (command, NULL);
  execvp (command->pdata[0], (char **) command->pdata);
  perror (command->pdata[0]);
}

/* Without a server there is no output on a machine that has no sound card itself: a soak plays to nobody
 * in either case. */
static void
leave_devices_alone (const Kind *kind)
{
  g_setenv ("JACK_NO_START_SERVER", "1", TRUE);
  if (kind->through_server)
    return;
  g_setenv ("PULSE_SERVER", "unix:/nonexistent", TRUE);
}

static int
run (const Kind *kind, const SoakOptions *options)
{
  g_autoptr (SoakTable) table = soak_table_new (kind->what);
  g_autoptr (GArray) readings = g_array_new (FALSE, TRUE, sizeof (SoakReading));

  if (kind->wrappers[0] != NULL)
    soak_window_run (options, table, readings);
  else
    soak_engine_run (options, table, readings);
  soak_table_print (table);
  soak_table_save (table, readings, options->json);
  return soak_table_is_good (table) ? 0 : 1;
}

static gboolean
read_options (int *argc, char ***argv, SoakOptions *options)
{
  const GOptionEntry entries[] = {
    { "calls", 0, 0, G_OPTION_ARG_INT, &options->n_calls, "How many callers ring", "N" },
    { "pace", 0, 0, G_OPTION_ARG_INT, &options->pace,
      "Window: how many times as fast as real time passes, at most 1000", "N" },
    { "minutes", 0, 0, G_OPTION_ARG_DOUBLE, &options->minutes,
      "Sound: how long the shift is worked", "N" },
    { "json", 0, 0, G_OPTION_ARG_FILENAME, &options->json,
      "Writes the figures and every reading there", "FILE" },
    { "leak", 0, 0, G_OPTION_ARG_STRING, &options->leak,
      "Leaks a memory, file, thread or source at each reading, to see it found", "KIND" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("window|sound|engine");
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (
      context,
      "window: a shift of 2,000 calls in eight hours at x100, in the real window on a display\n"
      "        of its own, without sound; then another\n"
      "sound: five minutes at x1 through a sound server of its own\n"
      "engine: a million calls in one session\n\n"
      "Prints what was measured beside its limit; ends with 1 when one was broken.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error) && *argc == 2 && options->n_calls > 0)
    return TRUE;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "Usage: soak window|sound|engine");
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  const Kind *kind = argc > 1 ? find_kind (argv[1]) : NULL;
  SoakOptions options = kind != NULL ? kind->usual : (SoakOptions){ .n_calls = 1 };

  if (!read_options (&argc, &argv, &options) || kind == NULL || options.pace < 0 ||
      options.pace > 1000)
    return 2;
  options.through_server = kind->through_server;
  if (kind->wrappers[0] != NULL && g_getenv ("FRONTDESK_TEST_HOME") == NULL) {
    run_wrapped (kind, words);
    return 3;
  }
  leave_devices_alone (kind);
  return run (kind, &options);
}
