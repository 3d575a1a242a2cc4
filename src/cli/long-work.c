/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/long-work.h"

#include <signal.h>
#include <unistd.h>

#include "cli/terminal.h"

#define PATIENCE_US 500000 /* shorter work shows nothing */
#define PACE_US 100000

static const int watched[] = { SIGINT, SIGTERM };

/* A handler may do no more than this; the work asks for it each time that it tells how far it is. */
static volatile sig_atomic_t caught;
static struct sigaction before[G_N_ELEMENTS (watched)];

static void
on_signal (int number)
{
  caught = number;
}

static void
watch (guint n)
{
  struct sigaction action = { .sa_handler = on_signal };

  sigemptyset (&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction (watched[n], NULL, &before[n]);
  if (before[n].sa_handler != SIG_IGN)
    sigaction (watched[n], &action, NULL);
}

void
desk_long_work_begin (DeskLongWork *self, const char *words)
{
  *self = (DeskLongWork){ .cancellable = g_cancellable_new (), .words = words };
  self->begun_us = g_get_monotonic_time ();
  caught = 0;
  for (guint n = 0; n < G_N_ELEMENTS (watched); n++)
    watch (n);
}

static void
show (DeskLongWork *self, double fraction)
{
  const gint64 now_us = g_get_monotonic_time ();

  if (now_us - self->begun_us < PATIENCE_US || now_us - self->shown_us < PACE_US)
    return;
  self->shown_us = now_us;
  desk_terminal_begin_line_again ();
  g_printerr ("%s ... %d %%", self->words, (int) (100 * fraction));
}

void
desk_long_work_tell (double fraction, gpointer data)
{
  DeskLongWork *self = data;

  if (caught != 0)
    g_cancellable_cancel (self->cancellable);
  else if (isatty (STDERR_FILENO))
    show (self, fraction);
}

int
desk_long_work_end (DeskLongWork *self)
{
  if (self->shown_us > 0)
    desk_terminal_clear_line ();
  for (guint n = 0; n < G_N_ELEMENTS (watched); n++)
    sigaction (watched[n], &before[n], NULL);
  g_clear_object (&self->cancellable);
  return caught != 0 ? 128 + caught : 0;
}
