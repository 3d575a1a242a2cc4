/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "forbidden.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* A function defined by the program comes before the C library's of the same name, for the program and
 * for every library in it. Each asks whether it may, and hands over to the real one: the allocator by
 * the names that glibc keeps for that, since the search for others allocates. */

static __thread bool forbidden;

extern void *__libc_malloc (size_t);
extern void *__libc_calloc (size_t, size_t);
extern void *__libc_realloc (void *, size_t);
extern void *__libc_memalign (size_t, size_t);
extern void __libc_free (void *);

void
forbid_begin (void)
{
  forbidden = true;
}

void
forbid_end (void)
{
  forbidden = false;
}

static void
ask (const char *name)
{
  if (!forbidden)
    return;

  forbidden = false;
  fprintf (stderr, "the callback called %s()\n", name);
  abort ();
}

static void *
real (const char *name)
{
  void *found = dlsym (RTLD_NEXT, name);

  if (found == NULL)
    abort ();
  return found;
}

void *
malloc (size_t size)
{
  ask ("malloc");
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  ask ("calloc");
  return __libc_calloc (n, size);
}

void *
realloc (void *old, size_t size)
{
  ask ("realloc");
  return __libc_realloc (old, size);
}

void
free (void *block)
{
  ask ("free");
  __libc_free (block);
}

void *
aligned_alloc (size_t alignment, size_t size)
{
  ask ("aligned_alloc");
  return __libc_memalign (alignment, size);
}

void *
memalign (size_t alignment, size_t size)
{
  ask ("memalign");
  return __libc_memalign (alignment, size);
}

int
posix_memalign (void **block, size_t alignment, size_t size)
{
  ask ("posix_memalign");
  *block = __libc_memalign (alignment, size);
  return *block == NULL ? ENOMEM : 0;
}

#define STAND_BEFORE(type, name, parameters, arguments)                                            \
  type name parameters                                                                             \
  {                                                                                                \
    static type (*behind) parameters;                                                              \
                                                                                                   \
    ask (#name);                                                                                   \
    if (behind == NULL)                                                                            \
      *(void **) &behind = real (#name);                                                           \
    return behind arguments;                                                                       \
  }

STAND_BEFORE (int, pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex))
STAND_BEFORE (int, pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
STAND_BEFORE (int, pthread_mutex_unlock, (pthread_mutex_t * mutex), (mutex))
STAND_BEFORE (int, pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock))
STAND_BEFORE (int, pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock))
STAND_BEFORE (int, pthread_spin_lock, (pthread_spinlock_t * lock), (lock))
STAND_BEFORE (int, pthread_cond_signal, (pthread_cond_t * cond), (cond))
STAND_BEFORE (int, pthread_cond_broadcast, (pthread_cond_t * cond), (cond))
STAND_BEFORE (int,
              pthread_cond_wait,
              (pthread_cond_t * cond, pthread_mutex_t *mutex),
              (cond, mutex))
STAND_BEFORE (int,
              pthread_cond_timedwait,
              (pthread_cond_t * cond, pthread_mutex_t *mutex, const struct timespec *until),
              (cond, mutex, until))
STAND_BEFORE (int, sem_post, (sem_t * sem), (sem))
STAND_BEFORE (int, sem_wait, (sem_t * sem), (sem))
STAND_BEFORE (ssize_t, read, (int fd, void *bytes, size_t n), (fd, bytes, n))
STAND_BEFORE (ssize_t, write, (int fd, const void *bytes, size_t n), (fd, bytes, n))
STAND_BEFORE (int, close, (int fd), (fd))
STAND_BEFORE (int, fsync, (int fd), (fd))
STAND_BEFORE (int, poll, (struct pollfd * fds, nfds_t n, int timeout), (fds, n, timeout))
STAND_BEFORE (int, nanosleep, (const struct timespec *time, struct timespec *left), (time, left))
STAND_BEFORE (int,
              clock_nanosleep,
              (clockid_t clock, int flags, const struct timespec *time, struct timespec *left),
              (clock, flags, time, left))
STAND_BEFORE (int, usleep, (useconds_t us), (us))
STAND_BEFORE (int, sched_yield, (void), ())
STAND_BEFORE (int, munmap, (void *start, size_t length), (start, length))
STAND_BEFORE (void *,
              mmap,
              (void *start, size_t length, int protection, int flags, int fd, off_t offset),
              (start, length, protection, flags, fd, offset))

int
open (const char *path, int flags, ...)
{
  static int (*behind) (const char *, int, ...);
  va_list rest;
  mode_t mode;

  ask ("open");
  if (behind == NULL)
    *(void **) &behind = real ("open");
  va_start (rest, flags);
  mode = va_arg (rest, mode_t);
  va_end (rest);
  return behind (path, flags, mode);
}

int
ioctl (int fd, unsigned long request, ...)
{
  static int (*behind) (int, unsigned long, ...);
  va_list rest;
  void *data;

  ask ("ioctl");
  if (behind == NULL)
    *(void **) &behind = real ("ioctl");
  va_start (rest, request);
  data = va_arg (rest, void *);
  va_end (rest);
  return behind (fd, request, data);
}

/* By which GLib reaches futexes. */
long
syscall (long number, ...)
{
  static long (*behind) (long, ...);
  long words[6];
  va_list rest;

  ask ("syscall");
  if (behind == NULL)
    *(void **) &behind = real ("syscall");
  va_start (rest, number);
  for (int i = 0; i < 6; i++)
    words[i] = va_arg (rest, long);
  va_end (rest);
  return behind (number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

bool
forbid_system_calls (void)
{
  struct sock_filter rules[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_exit_group, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
  };
  const struct sock_fprog program = { .len = sizeof rules / sizeof *rules, .filter = rules };

  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

void
leave_in_peace (void)
{
  _exit (0);
}
