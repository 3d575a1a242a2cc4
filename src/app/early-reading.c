/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/early-reading.h"

#include "scenario/scenario-reader.h"

struct _DeskEarlyReading {
  char *path;      /* owned */
  GThread *thread; /* NULL: it was waited for */
};

/* On the thread. Errors are dropped: whoever opens the history again meets them. */
static gpointer
read_scenario (gpointer path)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;

  return desk_scenario_load_from_file (path, &diagnostics);
}

DeskEarlyReading *
desk_early_reading_new (const char *path)
{
  DeskEarlyReading *self = g_new (DeskEarlyReading, 1);

  self->path = g_strdup (path);
  self->thread = g_thread_new ("reading", read_scenario, self->path);
  return self;
}

DeskScenario *
desk_early_reading_take (DeskEarlyReading *self)
{
  GThread *thread = g_steal_pointer (&self->thread);

  return thread != NULL ? g_thread_join (thread) : NULL;
}

void
desk_early_reading_free (DeskEarlyReading *self)
{
  if (self == NULL)
    return;
  desk_scenario_unref (desk_early_reading_take (self));
  g_free (self->path);
  g_free (self);
}
