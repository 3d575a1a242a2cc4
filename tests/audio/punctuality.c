/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "punctuality.h"

#define STEP_US 5000

struct _Punctuality {
  GThread *thread;
  int ended;      /* atomic */
  gint64 late_us; /* of the thread, until it has ended */
};

static gpointer
watch (gpointer data)
{
  Punctuality *self = data;

  while (!g_atomic_int_get (&self->ended)) {
    const gint64 due_us = g_get_monotonic_time () + STEP_US;

    g_usleep (STEP_US);
    self->late_us = MAX (self->late_us, g_get_monotonic_time () - due_us);
  }
  return NULL;
}

Punctuality *
punctuality_new (void)
{
  Punctuality *self = g_new0 (Punctuality, 1);

  self->thread = g_thread_new ("punctuality", watch, self);
  return self;
}

gint64
punctuality_free (Punctuality *self)
{
  gint64 late_us;

  g_atomic_int_set (&self->ended, TRUE);
  g_thread_join (self->thread);
  late_us = self->late_us;
  g_free (self);
  return late_us;
}
