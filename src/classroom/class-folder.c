/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-folder.h"

#include <string.h>

#include "classroom/class-cache.h"
#include "classroom/own-sessions.h"
#include "history/history-files.h"
#include "history/history-judge.h"

/* The cache is asked first, in this thread; what it does not know is read and scored by as many
 * threads as there are processors, a journal each at a time, which bounds the memory. Each hands its
 * journal back through a queue. */

#define MOST_THREADS 8

/* A journal on its way; a thread has it, then the queue, then whoever reads. */
typedef struct {
  char *path; /* relative to the folder */
  DeskClassStamp stamp;
  DeskVerdict verdict;
  DeskClassSession *session; /* of a finished one */
  char *reason;              /* of a faulty one */
} Job;

/* A folder that is being read; borrowed but for the last three. */
typedef struct {
  DeskClassFolder *folder;
  GCancellable *cancellable;
  DeskClassTell tell;
  gpointer data;
  DeskClassCache *cache;
  GAsyncQueue *done; /* of Job */
  GHashTable *seen;  /* of an identity, its session; both borrowed */
} Work;

static void
job_free (Job *job)
{
  g_free (job->path);
  desk_class_session_free (job->session);
  g_free (job->reason);
  g_free (job);
}

static void
score (Job *job, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_name (job->path);
  g_autofree char *identity = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (DeskScorecard) scorecard = NULL;

  job->verdict = desk_history_judge (bytes, name, &scorecard, &job->reason);
  if (scorecard != NULL)
    job->session = desk_class_session_new (job->path, identity, scorecard);
}

/* The file is named beside it, and from the folder on. */
static char *
reason_of (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *begins = g_strconcat (shown, ": ", NULL);
  const gboolean named = g_str_has_prefix (error->message, begins);

  return g_strdup (error->message + (named ? strlen (begins) : 0));
}

/* On a thread of the pool. */
static void
on_job (gpointer data, gpointer user_data)
{
  const Work *work = user_data;
  Job *job = data;
  g_autofree char *path = g_build_filename (work->folder->path, job->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_cancellable_is_cancelled (work->cancellable))
    bytes = desk_history_read_file (path, DESK_LONGEST_JOURNAL, &error);
  if (bytes != NULL)
    score (job, bytes);
  else
    job->reason = error != NULL ? reason_of (path, error) : g_strdup ("");
  g_async_queue_push (work->done, job);
}

/* Of twins the one whose path comes first counts, whichever was read first. */
static void
add_session (Work *work, DeskClassSession *session)
{
  DeskClassSession *twin = g_hash_table_lookup (work->seen, session->identity);

  if (twin == NULL) {
    g_hash_table_insert (work->seen, session->identity, session);
    g_ptr_array_add (work->folder->sessions, session);
    return;
  }
  work->folder->n_twice++;
  if (strcmp (session->path, twin->path) < 0) {
    char *path = twin->path;

    twin->path = session->path;
    session->path = path;
  }
  desk_class_session_free (session);
}

static void
take_job (Work *work, Job *job)
{
  g_autofree char *shown = g_filename_display_name (job->path);

  switch (job->verdict) {
  case DESK_VERDICT_FINISHED:
    desk_class_cache_keep (work->cache, job->session, &job->stamp);
    add_session (work, g_steal_pointer (&job->session));
    break;
  case DESK_VERDICT_UNFINISHED:
  case DESK_VERDICT_TORN:
    g_ptr_array_add (work->folder->unfinished, g_steal_pointer (&shown));
    break;
  case DESK_VERDICT_FAULTY:
    desk_history_faults_add (work->folder->faults, shown, job->reason);
    break;
  }
  job_free (job);
}

static const char *
skip_slashes (const char *path)
{
  return path + strspn (path, G_DIR_SEPARATOR_S);
}

/* The session as it is remembered, or a job to read it. */
static Job *
find_or_begin (Work *work, const char *path)
{
  const char *inside = skip_slashes (path + strlen (work->folder->path));
  DeskClassStamp stamp = { 0 };
  DeskClassSession *session;
  Job *job;

  session = desk_class_stamp_read (path, &stamp)
                ? desk_class_cache_find (work->cache, inside, &stamp)
                : NULL;
  if (session != NULL) {
    work->folder->n_remembered++;
    add_session (work, session);
    return NULL;
  }
  job = g_new0 (Job, 1);
  job->path = g_strdup (inside);
  job->stamp = stamp;
  job->verdict = DESK_VERDICT_FAULTY;
  return job;
}

static void
tell_progress (const Work *work, guint done, guint total)
{
  if (work->tell != NULL)
    work->tell (done, total, work->data);
}

/* Takes the jobs over, which `done` of `total` journals come before. */
static void
do_jobs (Work *work, GPtrArray *jobs, guint done, guint total)
{
  const int n_threads = (int) CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  GThreadPool *pool = g_thread_pool_new (on_job, work, n_threads, FALSE, NULL);

  for (guint n = 0; n < jobs->len; n++)
    g_thread_pool_push (pool, jobs->pdata[n], NULL);
  for (guint n = 0; n < jobs->len; n++) {
    take_job (work, g_async_queue_pop (work->done));
    tell_progress (work, done + n + 1, total);
  }
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
read_journals (Work *work, const GPtrArray *journals)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();

  for (guint n = 0; n < journals->len && !g_cancellable_is_cancelled (work->cancellable); n++) {
    Job *job = find_or_begin (work, journals->pdata[n]);

    if (job != NULL)
      g_ptr_array_add (jobs, job);
  }
  do_jobs (work, jobs, journals->len - jobs->len, journals->len);
}

/* The path is as it is shown; the folder's own stands whole. */
static void
add_fault (const char *path, const char *reason, gpointer data)
{
  const Work *work = data;
  g_autofree char *folder = g_filename_display_name (work->folder->path);
  const char *inside = g_str_has_prefix (path, folder) ? skip_slashes (path + strlen (folder)) : "";

  desk_history_faults_add (work->folder->faults, *inside != '\0' ? inside : path, reason);
}

/* (transfer full) (element-type filename) */
static GPtrArray *
list_journals (Work *work)
{
  g_autoptr (GPtrArray) files = desk_history_walk (work->folder->path, add_fault, work);
  GPtrArray *journals = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < files->len; n++) {
    if (desk_history_is_journal (files->pdata[n]))
      g_ptr_array_add (journals, g_steal_pointer (&files->pdata[n]));
    else
      work->folder->n_other++;
  }
  return journals;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const DeskHistoryFault *one = *(const DeskHistoryFault *const *) a;
  const DeskHistoryFault *other = *(const DeskHistoryFault *const *) b;

  return strcmp (one->path, other->path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Threads end in any order; what is told is in the same one each time. */
static void
sort (DeskClassFolder *folder)
{
  g_ptr_array_sort (folder->sessions, desk_class_session_compare);
  g_ptr_array_sort (folder->unfinished, compare_names);
  g_ptr_array_sort (folder->faults, compare_faults);
}

DeskClassFolder *
desk_class_folder_new (const char *path)
{
  DeskClassFolder *self = g_atomic_rc_box_new0 (DeskClassFolder);

  self->path = g_strdup (path);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_class_session_free);
  self->unfinished = g_ptr_array_new_with_free_func (g_free);
  self->faults = desk_history_faults_new ();
  return self;
}

static void
clear (gpointer data)
{
  DeskClassFolder *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->unfinished);
  g_ptr_array_unref (self->faults);
}

DeskClassFolder *
desk_class_folder_ref (DeskClassFolder *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
desk_class_folder_unref (DeskClassFolder *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static void
fill (Work *work)
{
  g_autoptr (GPtrArray) journals = list_journals (work);

  read_journals (work, journals);
  if (!g_cancellable_is_cancelled (work->cancellable))
    desk_class_cache_forget_others (work->cache);
  sort (work->folder);
}

DeskClassFolder *
desk_class_folder_read (const char *folder,
                        const char *cache,
                        DeskClassTell tell,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autoptr (DeskClassFolder) self = desk_class_folder_new (whole);
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, error);
  Work work = { self, cancellable, tell, data, NULL, NULL, NULL };

  if (dir == NULL)
    return NULL;
  work.cache = desk_class_cache_open (cache);
  work.done = g_async_queue_new ();
  work.seen = g_hash_table_new (g_str_hash, g_str_equal);
  fill (&work);
  desk_class_cache_close (work.cache);
  g_async_queue_unref (work.done);
  g_hash_table_unref (work.seen);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
