/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-sending.h"

#include <glib/gi18n-lib.h>

#include "history/history-files.h"
#include "history/history-lock.h"
#include "records/outbox-fill.h"
#include "records/secret.h"
#include "records/task-step.h"

#define MOST_REFUSALS 10 /* of each kind that are told */

/* A run: what it needs and what came of it; all owned. */
typedef struct {
  DeskStoreSetup *setup;
  char *sessions;
  gboolean refused_too;
  int turn; /* of this program to deliver; -1: none */
  DeskOutbox *outbox;
  char *secret;
  DeskStoreClient *client;
  char *full; /* what there is to say where the outbox had no room for all; or NULL */
  DeskStoreSending *result;
} Run;

void
desk_store_sending_free (DeskStoreSending *self)
{
  if (self == NULL)
    return;
  desk_store_delivery_free (self->delivery);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_clear_pointer (&self->put_off, g_ptr_array_unref);
  g_free (self->notice);
  g_free (self);
}

static void
free_result (gpointer result)
{
  desk_store_sending_free (result);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  desk_store_setup_free (run->setup);
  g_free (run->sessions);
  desk_store_client_free (run->client);
  desk_outbox_close (run->outbox);
  desk_history_unlock (run->turn);
  desk_secret_free (run->secret);
  g_free (run->full);
  desk_store_sending_free (run->result);
  g_free (run);
}

/* On a thread. */

/* The lock lies beside the outbox, which may not be there yet. */
static gboolean
take_turn (Run *run, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean taken;

  if (!desk_history_make_folder (folder, error))
    return FALSE;
  run->turn = desk_history_lock (path, DESK_HISTORY_TURN_FILL, 0, &taken);
  if (!taken)
    return TRUE;
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_BUSY,
      _ ("Another copy of Frontdesk is delivering to the learning record store at the moment."));
  return FALSE;
}

static gboolean
open_outbox (Run *run, GBytes *salt, GError **error)
{
  g_autofree char *path = desk_outbox_default_path (run->setup->address);
  g_autofree char *terms = desk_store_setup_terms (run->setup, salt);

  if (!take_turn (run, path, error))
    return FALSE;
  run->outbox = desk_outbox_open (path, terms, &run->result->notice, error);
  return run->outbox != NULL &&
         (!run->refused_too || desk_outbox_try_all_again (run->outbox, error));
}

/* An outbox that is full still delivers. */
static gboolean
fill (Run *run, GBytes *salt, GCancellable *cancellable, GError **error)
{
  const DeskStatementWays ways = { run->setup->account, run->setup->homepage, salt };
  g_autoptr (GError) local = NULL;

  if (desk_outbox_fill (run->outbox, run->sessions, &ways, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE)) {
    run->full = g_strdup (local->message);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The outbox is filled before the secret is asked for: what waits is kept, whatever a keyring does. */
static gboolean
prepare (Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) salt = desk_store_setup_read_salt (run->setup, &local);

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (!open_outbox (run, salt, error) || !fill (run, salt, cancellable, error))
    return FALSE;
  run->secret = desk_secret_find (run->setup, cancellable, error);
  return run->secret != NULL;
}

static void
prepare_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare (data, cancellable, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

/* All that was in the outbox was delivered, but not all there is. */
static void
tell_full (Run *run)
{
  DeskStoreDelivery *delivery = run->result->delivery;

  if (run->full == NULL || delivery->end != DESK_DELIVERED_ALL)
    return;
  delivery->end = DESK_DELIVERED_LATER;
  delivery->words = g_steal_pointer (&run->full);
}

static gboolean
count (DeskStoreSending *result, DeskOutbox *outbox, GError **error)
{
  result->refusals = desk_outbox_list_refused (outbox, MOST_REFUSALS, error);
  if (result->refusals != NULL)
    result->put_off = desk_outbox_list_put_off (outbox, MOST_REFUSALS, error);
  return result->put_off != NULL && desk_outbox_count (outbox, &result->counts, error);
}

static void
count_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;

  if (count (run->result, run->outbox, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

/* On the thread of the caller. */

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    desk_task_fail (task, error);
    return;
  }
  g_task_return_pointer (task, g_steal_pointer (&run->result), free_result);
  g_object_unref (task);
}

static void
on_delivered (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->result->delivery = desk_store_deliver_finish (result, &error);
  if (run->result->delivery == NULL) {
    desk_task_fail (task, error);
    return;
  }
  tell_full (run);
  desk_task_step (task, count_on_thread, on_counted);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    run->client = desk_store_client_new (run->setup, run->secret, &error);
  if (run->client == NULL)
    desk_task_fail (task, error);
  else
    desk_store_deliver (run->client, run->outbox, g_task_get_cancellable (task), on_delivered,
                        task);
}

void
desk_store_send (const DeskStoreSetup *setup,
                 const char *sessions,
                 gboolean refused_too,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Run *run = g_new0 (Run, 1);

  run->setup = desk_store_setup_copy (setup);
  run->sessions = g_strdup (sessions);
  run->refused_too = refused_too;
  run->turn = -1;
  run->result = g_new0 (DeskStoreSending, 1);
  g_task_set_task_data (task, run, run_free);
  desk_task_step (task, prepare_on_thread, on_prepared);
}

DeskStoreSending *
desk_store_send_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
