/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <dlfcn.h>
#include <gio/gio.h>
#include <poll.h>
#include <sanitizer/tsan_interface.h>

/* What GLib promises of its locks, counts, sources and tasks, told to ThreadSanitizer.
 *
 * GLib is not built with it, and waits by system calls that it does not follow: a GMutex looks like no
 * lock at all, and whatever lies under one like a race. The linker leads our calls of the functions
 * below here (--wrap); each does what GLib's does, and says which order between threads comes of it.
 * Nothing is silenced: where a lock is forgotten, nobody says a word of order, and the race is told. */

void __real_g_mutex_lock (GMutex *mutex);
void __wrap_g_mutex_lock (GMutex *mutex);
void __real_g_mutex_unlock (GMutex *mutex);
void __wrap_g_mutex_unlock (GMutex *mutex);
void __real_g_mutex_clear (GMutex *mutex);
void __wrap_g_mutex_clear (GMutex *mutex);
void __real_g_cond_wait (GCond *cond, GMutex *mutex);
void __wrap_g_cond_wait (GCond *cond, GMutex *mutex);
gboolean __real_g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time);
gboolean __wrap_g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time);
gboolean __real_g_atomic_ref_count_dec (gatomicrefcount *count);
gboolean __wrap_g_atomic_ref_count_dec (gatomicrefcount *count);
void __real_g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear);
void __wrap_g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear);
void __real_g_object_unref (gpointer object);
void __wrap_g_object_unref (gpointer object);
void
__real_g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify);
void
__wrap_g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify);
GTask *__real_g_task_new (gpointer source, GCancellable *, GAsyncReadyCallback, gpointer data);
GTask *__wrap_g_task_new (gpointer source, GCancellable *, GAsyncReadyCallback, gpointer data);
void __real_g_task_set_task_data (GTask *task, gpointer data, GDestroyNotify destroy);
void __wrap_g_task_set_task_data (GTask *task, gpointer data, GDestroyNotify destroy);
void __real_g_task_run_in_thread (GTask *task, GTaskThreadFunc func);
void __wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func);
void __real_g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy);
void __wrap_g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy);
void __real_g_task_return_boolean (GTask *task, gboolean result);
void __wrap_g_task_return_boolean (GTask *task, gboolean result);
void __real_g_task_return_error (GTask *task, GError *error);
void __wrap_g_task_return_error (GTask *task, GError *error);

/* A lock. It also learns in which order several are taken, and warns of a deadlock to come. */

void
__wrap_g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  __real_g_mutex_lock (mutex);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

void
__wrap_g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __real_g_mutex_unlock (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

void
__wrap_g_mutex_clear (GMutex *mutex)
{
  __tsan_mutex_destroy (mutex, 0);
  __real_g_mutex_clear (mutex);
}

/* The lock is let go of while one waits. */

void
__wrap_g_cond_wait (GCond *cond, GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  __real_g_cond_wait (cond, mutex);
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

gboolean
__wrap_g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean is_signalled;

  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  is_signalled = __real_g_cond_wait_until (cond, mutex, end_time);
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
  return is_signalled;
}

/* A count of references: whoever lets go last comes after all who let go before. */

gboolean
__wrap_g_atomic_ref_count_dec (gatomicrefcount *count)
{
  __tsan_release (count);
  if (!__real_g_atomic_ref_count_dec (count))
    return FALSE;
  __tsan_acquire (count);
  return TRUE;
}

static _Thread_local GDestroyNotify box_clear;

static void
clear_box (gpointer box)
{
  __tsan_acquire (box);
  box_clear (box);
}

void
__wrap_g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  __tsan_release (box);
  box_clear = clear;
  __real_g_atomic_rc_box_release_full (box, clear_box);
}

void
__wrap_g_object_unref (gpointer object)
{
  __tsan_release (object);
  __tsan_acquire (object);
  __real_g_object_unref (object);
}

/* A source: what it calls comes after what made it, and its end after what it called. */

typedef struct {
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Callback;

static gboolean
call_back (gpointer data)
{
  Callback *callback = data;
  gboolean goes_on;

  __tsan_acquire (callback);
  goes_on = callback->func (callback->data);
  __tsan_release (callback);
  return goes_on;
}

static void
callback_free (gpointer data)
{
  Callback *callback = data;

  __tsan_acquire (callback);
  if (callback->notify != NULL)
    callback->notify (callback->data);
  g_free (callback);
}

void
__wrap_g_source_set_callback (GSource *source,
                              GSourceFunc func,
                              gpointer data,
                              GDestroyNotify notify)
{
  Callback *callback = g_new (Callback, 1);

  *callback = (Callback){ .func = func, .data = data, .notify = notify };
  __tsan_release (callback);
  __real_g_source_set_callback (source, call_back, callback, callback_free);
}

/* A task: its thread comes after who asked for it, what is done with the result after the thread, and the
 * end of its data after both, on whichever thread that is. */

typedef struct {
  GAsyncReadyCallback ready;
  GTaskThreadFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gpointer
      source; /* held until nobody needs the task, so that its end too comes after all of that */
} Work;

static Work *
work_of (gpointer task)
{
  return g_object_get_data (task, "thread-order");
}

static void
on_ready (GObject *source, GAsyncResult *task, gpointer user_data)
{
  __tsan_acquire (work_of (task));
  work_of (task)->ready (source, task, user_data);
  __tsan_release (work_of (task));
}

static void
run_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  __tsan_acquire (work_of (task));
  work_of (task)->func (task, source, data, cancellable);
  __tsan_release (work_of (task));
}

static void
work_free (gpointer data)
{
  Work *work = data;

  __tsan_acquire (work);
  if (work->destroy != NULL)
    work->destroy (work->data);
  if (work->source != NULL)
    __wrap_g_object_unref (work->source);
  g_free (work);
}

GTask *
__wrap_g_task_new (gpointer source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback ready,
                   gpointer user_data)
{
  GTask *task = __real_g_task_new (source, cancellable, ready != NULL ? on_ready : NULL, user_data);
  Work *work = g_new0 (Work, 1);

  work->ready = ready;
  work->source = source != NULL ? g_object_ref (source) : NULL;
  g_object_set_data_full (G_OBJECT (task), "thread-order", work, work_free);
  return task;
}

void
__wrap_g_task_set_task_data (GTask *task, gpointer data, GDestroyNotify destroy)
{
  work_of (task)->data = data;
  work_of (task)->destroy = destroy;
  __real_g_task_set_task_data (task, data, NULL);
}

void
__wrap_g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  work_of (task)->func = func;
  __tsan_release (work_of (task));
  __real_g_task_run_in_thread (task, run_task);
}

void
__wrap_g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy)
{
  __tsan_release (work_of (task));
  __real_g_task_return_pointer (task, result, destroy);
}

void
__wrap_g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (work_of (task));
  __real_g_task_return_boolean (task, result);
}

void
__wrap_g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (work_of (task));
  __real_g_task_return_error (task, error);
}

/* PortAudio ends its thread by cancelling it where it waits. Out of the sanitizer's own poll() that would
 * leave the thread in a state which the sanitizer then dies of, so libraries are given the C library's. */
__attribute__ ((no_sanitize ("thread"))) int
poll (struct pollfd *descriptors, nfds_t n, int timeout_ms)
{
  static int (*poll_of_libc) (struct pollfd *, nfds_t, int);

  if (poll_of_libc == NULL)
    poll_of_libc = dlsym (dlopen ("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "poll");
  return poll_of_libc (descriptors, n, timeout_ms);
}
