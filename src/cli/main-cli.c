/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/main-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cmd-check.h"
#include "cli/cmd-class.h"
#include "cli/cmd-devices.h"
#include "cli/cmd-history.h"
#include "cli/cmd-new.h"
#include "cli/cmd-render.h"
#include "cli/cmd-score.h"
#include "cli/cmd-simulate.h"
#include "matching/edit-distance.h"
#include "scoring/scorecard.h"

typedef struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Subcommand;

static const Subcommand subcommands[] = {
  { "check", desk_cmd_check, N_ ("list every fault in a scenario, and where it is") },
  { "simulate", desk_cmd_simulate, N_ ("work a shift with a built-in trainee or a script") },
  { "score", desk_cmd_score, N_ ("score a recorded session from its journal") },
  { "render", desk_cmd_render, N_ ("give a voice to the replies that have no clip") },
  { "history", desk_cmd_history, N_ ("list the sessions worked on this computer") },
  { "class", desk_cmd_class, N_ ("show how a class gets on, from a folder of journals") },
  { "devices", desk_cmd_devices, N_ ("list the sound devices and which are used") },
  { "new", desk_cmd_new, N_ ("write a small scenario to start from") },
};

static const Subcommand *
find_subcommand (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++) {
    if (g_str_equal (name, subcommands[i].name))
      return &subcommands[i];
  }
  return NULL;
}

#define MOST_SLIPS 2 /* of typing, in the name of a command */

/* The command that `name`, which is none, may have been meant to be; NULL: it looks like none. */
static const char *
guess_subcommand (const char *name)
{
  const char *nearest = NULL;
  guint least = MOST_SLIPS + 1;

  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++) {
    const guint distance = desk_edit_distance (name, subcommands[i].name, MOST_SLIPS);

    if (distance < least && distance < strlen (subcommands[i].name) - 1) {
      nearest = subcommands[i].name;
      least = distance;
    }
  }
  return nearest;
}

static void
print_usage (void)
{
  g_print (_ ("Usage:\n"
              "  frontdesk [SCENARIO]          open the trainer on a scenario\n"
              "  frontdesk COMMAND [OPTION…]   do something that needs no window\n"));
  g_print ("\n%s\n",
           _ ("SCENARIO is a folder, or the scenario.yaml in it; the window opens a bundle of\n"
              "one (.zip or .tar.gz) too, and without SCENARIO the library. The commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    g_print ("  %-9s %s\n", subcommands[i].name, _ (subcommands[i].summary));
  g_print ("\n%s\n", _ ("Each command has a --help of its own. The options of the program:"));
  g_print ("  --help           %s\n", _ ("show this text"));
  g_print ("  --version        %s\n", _ ("show the version of the program and of its rubric"));
  g_print ("  --check-display  %s\n", _ ("tell by the exit status whether a window can be opened"));
}

static int
wrong_usage (const char *message)
{
  g_printerr ("frontdesk: %s\n", message);
  g_printerr (_ ("Usage: frontdesk [SCENARIO] or frontdesk COMMAND [OPTION…]; "
                 "“frontdesk --help” says more.\n"));
  return 2;
}

/* Answers an option; options of the window there are none. */
static DeskMain
run_option (const char *option, int *status)
{
  *status = 0;
  if (g_str_equal (option, "--check-display"))
    return DESK_MAIN_CHECK_DISPLAY;

  if (g_str_equal (option, "--help") || g_str_equal (option, "-h")) {
    print_usage ();
  } else if (g_str_equal (option, "--version")) {
    g_print ("frontdesk %s (rubric %d)\n", DESK_VERSION, DESK_RUBRIC);
  } else {
    g_autofree char *message = g_strdup_printf (_ ("There is no option %s."), option);
    *status = wrong_usage (message);
  }
  return DESK_MAIN_DONE;
}

/* Whether `argument` is neither a command nor anything that could be opened. A path is left to the
 * window, which says what is wrong with it. */
static gboolean
is_unknown_command (const char *argument, gboolean has_more)
{
  return strchr (argument, '/') == NULL && strchr (argument, '.') == NULL &&
         !g_file_test (argument, G_FILE_TEST_EXISTS) &&
         (has_more || guess_subcommand (argument) != NULL);
}

static int
refuse_command (const char *name)
{
  const char *nearest = guess_subcommand (name);
  g_autofree char *message =
      nearest != NULL
          ? g_strdup_printf (_ ("There is no command “%s”. Did you mean “%s”?"), name, nearest)
          : g_strdup_printf (_ ("There is no command “%s”."), name);

  return wrong_usage (message);
}

DeskMain
desk_main_cli (int argc, char **argv, int *status)
{
  const Subcommand *subcommand = argc > 1 ? find_subcommand (argv[1]) : NULL;

  if (subcommand != NULL) {
    g_autofree char *name = g_strconcat ("frontdesk ", subcommand->name, NULL);

    g_set_prgname (name);
    *status = subcommand->run (argc - 1, argv + 1);
    return DESK_MAIN_DONE;
  }
  for (int i = 1; i < argc; i++) {
    if (argv[i][0] == '-' && (i == 1 || !is_unknown_command (argv[1], TRUE)))
      return run_option (argv[i], status);
  }
  if (argc > 1 && is_unknown_command (argv[1], argc > 2)) {
    *status = refuse_command (argv[1]);
    return DESK_MAIN_DONE;
  }
  if (argc > 2) {
    *status = wrong_usage (_ ("The window opens one scenario at a time."));
    return DESK_MAIN_DONE;
  }
  return DESK_MAIN_WINDOW;
}
