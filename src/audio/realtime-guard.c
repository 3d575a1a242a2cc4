/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/realtime-guard.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

/* RLIMIT_RTTIME counts how long a thread of a real-time class has run since it slept last. At its soft
 * limit the kernel sends SIGXCPU, which ends a program that does not handle it; at its hard limit,
 * SIGKILL. The handler runs in the thread that went too far, unless it blocks signals, as libpulse's
 * does; then in another. It does nothing but what is safe in a handler.
 *
 * The hard limit is left alone where nobody asks for one: then no thread of ours is ever killed. Else
 * the soft limit lies at a quarter of it at most, so that there is time to come to the handler. */

#define MOST_THREADS 16
#define EARLIER 4

/* Of a thread that was given the class SCHED_RESET_ON_FORK cannot be taken back. */
#define POLICY_ORDINARY (SCHED_OTHER | SCHED_RESET_ON_FORK)

static _Atomic pid_t watched[MOST_THREADS]; /* 0: a free place */
static atomic_bool was_needed;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* guards what follows */
static bool has_handler;
static struct sigaction before;

static void
make_ordinary (pid_t thread)
{
  const struct sched_param none = { 0 };

  sched_setscheduler (thread, POLICY_ORDINARY, &none);
}

/* Also sent at the limit of a processor's time altogether, RLIMIT_CPU: that is not ours to handle, if
 * no thread is watched. */
static void
hand_on (int signal)
{
  sigaction (signal, &before, NULL);
  raise (signal);
}

/* Empties all places. */
static size_t
take_all (pid_t *threads)
{
  size_t n = 0;

  for (size_t i = 0; i < MOST_THREADS; i++) {
    const pid_t thread = atomic_exchange (&watched[i], 0);

    if (thread != 0)
      threads[n++] = thread;
  }
  return n;
}

/* The thread that it runs in comes last: without the class it may have to wait. */
static void
on_overtime (int signal)
{
  const int saved = errno;
  const pid_t self = gettid ();
  pid_t threads[MOST_THREADS];
  const size_t n = take_all (threads);

  if (n > 0)
    atomic_store (&was_needed, true);
  else if (!atomic_load (&was_needed))
    hand_on (signal);

  for (size_t i = 0; i < n; i++) {
    if (threads[i] != self)
      make_ordinary (threads[i]);
  }
  for (size_t i = 0; i < n; i++) {
    if (threads[i] == self)
      make_ordinary (self);
  }
  errno = saved;
}

static bool
install_handler (void)
{
  struct sigaction action = { .sa_handler = on_overtime, .sa_flags = SA_RESTART };

  if (has_handler)
    return true;
  sigemptyset (&action.sa_mask);
  has_handler = sigaction (SIGXCPU, &action, &before) == 0;
  return has_handler;
}

static rlim_t
lesser (rlim_t a, rlim_t b)
{
  return a < b ? a : b;
}

static bool
set_limit (int64_t most_us)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_RTTIME, &limit) != 0)
    return false;
  if (most_us > 0)
    limit.rlim_max = lesser (limit.rlim_max, (rlim_t) most_us);
  limit.rlim_cur = lesser (limit.rlim_cur, DESK_GUARD_LIMIT_US);
  limit.rlim_cur = lesser (limit.rlim_cur, limit.rlim_max / EARLIER);
  return setrlimit (RLIMIT_RTTIME, &limit) == 0;
}

static bool
take_place (pid_t thread)
{
  for (size_t i = 0; i < MOST_THREADS; i++) {
    pid_t none = 0;

    if (atomic_compare_exchange_strong (&watched[i], &none, thread))
      return true;
  }
  errno = EAGAIN;
  return false;
}

bool
desk_guard_watch (pid_t thread, int64_t most_us)
{
  bool is_ready;

  if (desk_guard_was_needed ()) {
    errno = ECANCELED;
    return false;
  }

  pthread_mutex_lock (&lock);
  is_ready = install_handler () && set_limit (most_us);
  pthread_mutex_unlock (&lock);
  return is_ready && take_place (thread);
}

void
desk_guard_release (pid_t thread)
{
  for (size_t i = 0; i < MOST_THREADS; i++) {
    pid_t it = thread;

    if (atomic_compare_exchange_strong (&watched[i], &it, 0))
      make_ordinary (thread);
  }
}

bool
desk_guard_was_needed (void)
{
  return atomic_load (&was_needed);
}
