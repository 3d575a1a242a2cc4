/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/newborn.h"

#include <pthread.h>
#include <sys/types.h>

/* Tells which threads PortAudio made while it opened a stream. A thread inherits the name of the one that
 * creates it; PortAudio leaves it at that, libpulse gives its own a name. So while it opens, the opener
 * bears a name that no other thread has. */

#define THREADS "/proc/self/task"
#define OPENER_NAME "desk-stream"
#define LIBPULSE_NAME "threaded-ml"

/* Of pid_t. (transfer full) */
static GArray *
list_threads (void)
{
  GArray *threads = g_array_new (FALSE, FALSE, sizeof (pid_t));
  g_autoptr (GDir) folder = g_dir_open (THREADS, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    const pid_t thread = (pid_t) g_ascii_strtoll (name, NULL, 10);

    g_array_append_val (threads, thread);
  }
  return threads;
}

static gboolean
has_thread (const GArray *threads, pid_t thread)
{
  for (guint i = 0; i < threads->len; i++) {
    if (g_array_index (threads, pid_t, i) == thread)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_of_opener (pid_t thread)
{
  g_autofree char *path = g_strdup_printf (THREADS "/%d/comm", (int) thread);
  g_autofree char *name = NULL;

  if (!g_file_get_contents (path, &name, NULL, NULL))
    return FALSE;
  g_strchomp (name);
  return g_str_equal (name, OPENER_NAME) || g_str_equal (name, LIBPULSE_NAME);
}

void
desk_newborn_begin (DeskNewborn *self)
{
  self->before = list_threads ();
  if (pthread_getname_np (pthread_self (), self->name, sizeof self->name) != 0)
    self->name[0] = '\0';
  pthread_setname_np (pthread_self (), OPENER_NAME);
}

GArray *
desk_newborn_end (DeskNewborn *self)
{
  GArray *born = list_threads ();

  pthread_setname_np (pthread_self (), self->name);
  for (guint i = born->len; i-- > 0;) {
    const pid_t thread = g_array_index (born, pid_t, i);

    if (has_thread (self->before, thread) || !is_of_opener (thread))
      g_array_remove_index (born, i);
  }
  g_clear_pointer (&self->before, g_array_unref);
  return born;
}
