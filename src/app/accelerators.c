/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/accelerators.h"

#include "app/phrase-grid.h"

#define N_LINE_KEYS 24
#define N_FUNCTION_KEYS 12

static const struct {
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "desk.hold", { "<Control>h" } },
  { "desk.release", { "<Control>r" } },
  { "desk.transfer", { "<Control>t" } },
  { "desk.consult", { "<Control>k" } },
  { "desk.complete", { "<Control>Return", "<Control>KP_Enter" } },
  { "desk.take-back", { "<Control>b" } },
  { "desk.directory", { "<Control>d" } },
  { "desk.message", { "<Control>m" } },
  { "desk.pause", { "<Control>p" } },
  { "desk.briefing", { "<Control>i" } },
  { "desk.finish", { "<Control>f" } },
  { "win.preferences::", { "<Control>comma" } },
};

static void
add_numbered (GtkApplication *application, const char *action, guint number, const char *key)
{
  g_autofree char *detailed = g_strdup_printf ("desk.%s(uint32 %u)", action, number);

  gtk_application_set_accels_for_action (application, detailed, (const char *[]){ key, NULL });
}

void
desk_accelerators_add (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
  for (guint i = 0; i < N_LINE_KEYS; i++) {
    g_autofree char *key =
        g_strdup_printf ("%sF%u", i < N_FUNCTION_KEYS ? "" : "<Shift>", i % N_FUNCTION_KEYS + 1);

    add_numbered (application, "line", i + 1, key);
  }
  for (guint i = 0; i < DESK_N_PHRASE_KEYS; i++)
    add_numbered (application, "phrase", i, desk_phrase_accelerator (i));
}
