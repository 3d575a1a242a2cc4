/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/realtime.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sched.h>

#include "audio/realtime-guard.h"
#include "audio/realtime-kit.h"

/* RealtimeKit's answers are waited for by a thread of their own, which shares this with its owner. */

struct _DeskUrgency {
  gatomicrefcount refs;
  GArray *threads;    /* owned: of pid_t; immutable */
  GCancellable *stop; /* owned */
  GMutex lock;        /* guards what follows, and that nothing is given after the end */
  DeskRealtime state;
  gboolean is_over;
};

/* No thread that one of ours makes is given the class with it. */
#define POLICY (SCHED_RR | SCHED_RESET_ON_FORK)

const char *
desk_realtime_to_words (DeskRealtime realtime)
{
  switch (realtime) {
  case DESK_REALTIME_NONE: return _ ("no, not asked for");
  case DESK_REALTIME_SYSTEM: return _ ("yes, from the system");
  case DESK_REALTIME_KIT: return _ ("yes, from RealtimeKit");
  case DESK_REALTIME_REFUSED: return _ ("no, this system grants none");
  case DESK_REALTIME_STOPPED: return _ ("no, taken back: it took too long");
  }
  return NULL;
}

const char *
desk_realtime_to_key (DeskRealtime realtime)
{
  switch (realtime) {
  case DESK_REALTIME_NONE: return "none";
  case DESK_REALTIME_SYSTEM: return "system";
  case DESK_REALTIME_KIT: return "rtkit";
  case DESK_REALTIME_REFUSED: return "refused";
  case DESK_REALTIME_STOPPED: return "stopped";
  }
  return NULL;
}

static void
urgency_unref (DeskUrgency *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->threads);
  g_object_unref (self->stop);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
release_all (DeskUrgency *self)
{
  for (guint i = 0; i < self->threads->len; i++)
    desk_guard_release (g_array_index (self->threads, pid_t, i));
}

static gboolean
ask_system_for (pid_t thread)
{
  const struct sched_param param = { .sched_priority = DESK_REALTIME_PRIORITY };

  return desk_guard_watch (thread, 0) && sched_setscheduler (thread, POLICY, &param) == 0;
}

static gboolean
ask_system (DeskUrgency *self)
{
  gboolean is_granted = TRUE;

  for (guint i = 0; i < self->threads->len && is_granted; i++)
    is_granted = ask_system_for (g_array_index (self->threads, pid_t, i));
  if (!is_granted)
    release_all (self);
  return is_granted;
}

/* The claim that it was granted is not trusted. */
static gboolean
is_in_class (DeskUrgency *self)
{
  for (guint i = 0; i < self->threads->len; i++) {
    const int policy = sched_getscheduler (g_array_index (self->threads, pid_t, i));

    if (policy < 0 || (policy & ~SCHED_RESET_ON_FORK) == SCHED_OTHER)
      return FALSE;
  }
  return TRUE;
}

static gpointer
ask_kit (gpointer data)
{
  DeskUrgency *self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_granted =
      desk_realtime_kit_ask (self->threads, DESK_REALTIME_PRIORITY, self->stop, &error);

  if (error != NULL)
    g_debug ("no real-time class from RealtimeKit: %s", error->message);
  g_mutex_lock (&self->lock);
  if (is_granted && !self->is_over && is_in_class (self)) {
    self->state = DESK_REALTIME_KIT;
  } else {
    self->state = DESK_REALTIME_REFUSED;
    release_all (self);
  }
  g_mutex_unlock (&self->lock);
  urgency_unref (self);
  return NULL;
}

static void
ask (DeskUrgency *self)
{
  GThread *thread;

  if (self->threads->len == 0 || desk_guard_was_needed ()) {
    self->state = DESK_REALTIME_REFUSED;
  } else if (ask_system (self)) {
    self->state = DESK_REALTIME_SYSTEM;
  } else {
    g_atomic_ref_count_inc (&self->refs);
    thread = g_thread_try_new ("desk-rtkit", ask_kit, self, NULL);
    if (thread == NULL)
      urgency_unref (self);
    else
      g_thread_unref (thread);
  }
}

DeskUrgency *
desk_urgency_new (GArray *threads)
{
  DeskUrgency *self = g_new0 (DeskUrgency, 1);

  g_atomic_ref_count_init (&self->refs);
  self->threads = threads;
  self->stop = g_cancellable_new ();
  g_mutex_init (&self->lock);
  ask (self);
  return self;
}

DeskRealtime
desk_urgency_get (DeskUrgency *self)
{
  DeskRealtime state;

  if (desk_guard_was_needed ())
    return DESK_REALTIME_STOPPED;
  g_mutex_lock (&self->lock);
  state = self->state;
  g_mutex_unlock (&self->lock);
  return state;
}

void
desk_urgency_free (DeskUrgency *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->stop);
  g_mutex_lock (&self->lock);
  self->is_over = TRUE;
  release_all (self);
  g_mutex_unlock (&self->lock);
  urgency_unref (self);
}
