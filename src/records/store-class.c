/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-class.h"

#include "history/history-list.h"
#include "records/secret.h"
#include "records/statement-iri.h"
#include "records/store-pages.h"
#include "records/store-session.h"
#include "records/task-step.h"

/* The store is asked three times, for what was passed, what was failed, and when each session began: of the
 * statements about calls, of which there are ten times as many, only those that were failed come along. */
static const char *const verbs[] = {
  DESK_STATEMENT_VERBS "passed",
  DESK_STATEMENT_VERBS "failed",
  DESK_STATEMENT_VERBS "initialized",
};

/* A reading; owned. */
typedef struct {
  DeskStoreSetup *setup;
  char *since; /* or NULL */
  char *secret;
  DeskStoreClient *client;
  DeskClassFolder *folder;
  GHashTable *sessions;   /* of an identity, its session, both borrowed from the folder */
  DeskStoreBounds bounds; /* of all three together */
  guint n_asked;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  desk_store_setup_free (reading->setup);
  g_free (reading->since);
  desk_secret_free (reading->secret);
  desk_store_client_free (reading->client);
  desk_class_folder_unref (reading->folder);
  g_hash_table_unref (reading->sessions);
  g_free (reading);
}

static void
free_folder (gpointer folder)
{
  desk_class_folder_unref (folder);
}

/* Takes the session. */
static void
add (Reading *reading, DeskClassSession *session)
{
  if (!g_hash_table_contains (reading->sessions, session->identity)) {
    g_hash_table_insert (reading->sessions, session->identity, session);
    g_ptr_array_add (reading->folder->sessions, session);
    return;
  }
  reading->folder->n_twice++;
  desk_class_session_free (session);
}

static void
take (const json_t *statement, gpointer data)
{
  Reading *reading = data;
  const char *identity;
  const char *started = desk_store_session_beginning (statement, &identity);
  g_autofree char *reason = NULL;
  DeskClassSession *session = desk_store_session_new (statement, &reason);
  DeskClassSession *begun =
      started != NULL ? g_hash_table_lookup (reading->sessions, identity) : NULL;

  if (session != NULL)
    add (reading, session);
  else if (reason != NULL)
    desk_history_faults_add (reading->folder->faults, identity, reason);
  else if (begun != NULL && desk_history_moment_us (started) != 0)
    desk_store_session_begin (begun, started);
}

static void ask_next (GTask *task);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  if (desk_store_pages_read_finish (result, &error))
    ask_next (task);
  else
    desk_task_fail (task, error);
}

/* Takes the task. */
static void
finish (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  g_ptr_array_sort (reading->folder->sessions, desk_class_session_compare);
  g_task_return_pointer (task, g_steal_pointer (&reading->folder), free_folder);
  g_object_unref (task);
}

static void
ask_next (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  g_autofree char *reference = NULL;

  if (reading->n_asked == G_N_ELEMENTS (verbs)) {
    finish (task);
    return;
  }
  reference = desk_store_query_reference (&(DeskStoreQuery){
      .verb = verbs[reading->n_asked++],
      .activity = DESK_STATEMENT_PROFILE,
      .related = TRUE,
      .since = reading->since,
  });
  desk_store_pages_read (reading->client, reference, &reading->bounds, take, reading,
                         g_task_get_cancellable (task), on_read, task);
}

static void
find_secret (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  reading->secret = desk_secret_find (reading->setup, cancellable, &error);
  if (reading->secret != NULL)
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
on_secret (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    reading->client = desk_store_client_new (reading->setup, reading->secret, &error);
  if (reading->client == NULL) {
    desk_task_fail (task, error);
    return;
  }
  desk_store_bounds_begin (&reading->bounds);
  ask_next (task);
}

static char *
moment_of (gint64 us)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (us / G_TIME_SPAN_SECOND);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;
}

void
desk_store_class_read (const DeskStoreSetup *setup,
                       gint64 since_us,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->setup = desk_store_setup_copy (setup);
  reading->since = since_us > 0 ? moment_of (since_us) : NULL;
  reading->folder = desk_class_folder_new (setup->address);
  reading->sessions = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_task_data (task, reading, reading_free);
  desk_task_step (task, find_secret, on_secret);
}

DeskClassFolder *
desk_store_class_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
