/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/scenario-reader.h"

#include <string.h>

/* Scenarios read on several threads at the very start of a program, as those of a class's journals are. */

#define N_THREADS 4
#define N_STARTS 100

#define READ_ONLY "read" /* the argument of a start */

static const char yaml[] =
    "format: 1\ntitle: Together\nlanguage: en\ncountry: gb\nlines: 2\nduration: 10:00\n"
    "organisation: Acme\npeople: [{id: fay, name: Fay Reed, extension: 201}]\n"
    "calls: [{id: a, at: 5, caller: {given: Ann}, says: {opening: {text: Hello}}, "
    "expect: {do: decline}}]\n";

static int n_waiting; /* atomic: who is not there yet */

static gpointer
read_it (gpointer data)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autoptr (DeskScenario) scenario = NULL;
  g_autofree char *told = NULL;

  g_atomic_int_add (&n_waiting, -1);
  while (g_atomic_int_get (&n_waiting) > 0)
    continue;
  scenario = desk_scenario_load_from_data (yaml, strlen (yaml), "together", NULL, &diagnostics);
  told = desk_diagnostics_to_text (diagnostics);
  if (scenario == NULL)
    g_error ("%s", told);
  return NULL;
}

static void
read_together (void)
{
  GThread *threads[N_THREADS];

  g_atomic_int_set (&n_waiting, N_THREADS);
  for (guint n = 0; n < N_THREADS; n++)
    threads[n] = g_thread_new ("reader", read_it, NULL);
  for (guint n = 0; n < N_THREADS; n++)
    g_thread_join (threads[n]);
}

/* What is set up once is so in each program, and GLib's own test set-up would be first. */
static void
test_each_start (gconstpointer program)
{
  const char *const argv[] = { program, READ_ONLY, NULL };

  for (guint n = 0; n < N_STARTS; n++) {
    g_autoptr (GError) error = NULL;
    int status = -1;

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                  &error);
    g_assert_no_error (error);
    g_assert_true (g_spawn_check_wait_status (status, &error));
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], READ_ONLY) == 0) {
    read_together ();
    return 0;
  }
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scenario/together/each-start", argv[0], test_each_start);
  return g_test_run ();
}
