/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "soak-leak.h"

#include <fcntl.h>
#include <string.h>

#define LOST_BYTES (64 << 10)

static gboolean
on_never (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gpointer
sleep_for_ever (gpointer data)
{
  g_usleep (G_MAXULONG);
  return NULL;
}

/* By way of a variable that the compiler cannot look through, or it would see that nobody wants it. */
static void
lose_memory (void)
{
  static char *volatile lost;

  lost = g_malloc (LOST_BYTES);
  memset (lost, 1, LOST_BYTES);
}

void
soak_leak (const char *kind)
{
  if (g_strcmp0 (kind, "memory") == 0)
    lose_memory ();
  else if (g_strcmp0 (kind, "file") == 0 && open ("/dev/null", O_RDONLY | O_CLOEXEC) < 0)
    g_error ("No more files can be leaked");
  else if (g_strcmp0 (kind, "thread") == 0)
    g_thread_unref (g_thread_new ("leaked", sleep_for_ever, NULL));
  else if (g_strcmp0 (kind, "source") == 0)
    g_timeout_add_seconds (3600, on_never, NULL);
}
