/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-trial.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>

#include "records/secret.h"
#include "records/statement-actor.h"
#include "records/store-address.h"
#include "records/store-pages.h"
#include "records/store-verdict.h"
#include "records/task-step.h"

#define MOST_BYTES ((gsize) 1 << 20)

/* A trial; owned. */
typedef struct {
  DeskStoreSetup *setup;
  char *secret;
  DeskStoreClient *client;
  DeskStoreBounds bounds;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  desk_store_setup_free (trial->setup);
  desk_secret_free (trial->secret);
  desk_store_client_free (trial->client);
  g_free (trial);
}

static void
fail_with (GTask *task, const char *words)
{
  desk_task_fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, words));
}

/* Fewer than none cannot be asked for. */
static GError *
error_of_too_much (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_FAILED,
      _ ("The learning record store gives statements that were not asked for."));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  if (!desk_store_pages_read_finish (result, &error)) {
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE)) {
      g_clear_error (&error);
      error = error_of_too_much ();
    }
    desk_task_fail (task, error);
    return;
  }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
take_nothing (const json_t *statement, gpointer data)
{
}

/* Of a time to come there are no statements, so that it is one short page. */
static void
ask_for_statements (GTask *task)
{
  Trial *trial = g_task_get_task_data (task);
  g_autofree char *reference =
      desk_store_query_reference (&(DeskStoreQuery){ .since = "9999-01-01T00:00:00Z" });

  desk_store_bounds_begin (&trial->bounds);
  desk_store_pages_read (trial->client, reference, &trial->bounds, take_nothing, NULL,
                         g_task_get_cancellable (task), on_read, task);
}

static gboolean
speaks_xapi (const DeskStoreReply *reply)
{
  json_t *about = desk_store_reply_json (reply);
  const json_t *versions = json_object_get (about, "version");
  gboolean found = FALSE;

  for (gsize n = 0; n < json_array_size (versions) && !found; n++) {
    const char *version = json_string_value (json_array_get (versions, n));

    found = version != NULL && g_str_has_prefix (version, "1.0");
  }
  json_decref (about);
  return found;
}

/* Takes the task. */
static void
judge (GTask *task, const DeskStoreReply *reply)
{
  if (reply->status != 200)
    desk_task_fail (task, desk_store_reply_error (reply));
  else if (speaks_xapi (reply))
    ask_for_statements (task);
  else
    fail_with (task, _ ("What answers at that address is no learning record store of xAPI 1.0."));
}

static void
on_about (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Trial *trial = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);
  g_autofree char *host = desk_store_address_host (trial->setup->address);
  g_autofree char *words = NULL;

  if (reply != NULL) {
    judge (task, reply);
    return;
  }
  desk_store_verdict_of_error (error, host, &words);
  fail_with (task, words);
}

/* The salt is looked at too: without it no statement could be made. */
static gboolean
prepare (Trial *trial, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) salt = desk_store_setup_read_salt (trial->setup, &local);
  const DeskStatementWays ways = { trial->setup->account, trial->setup->homepage, salt };
  json_t *actor;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  actor = desk_statement_actor ("A", &ways, error);
  json_decref (actor);
  if (actor == NULL)
    return FALSE;
  trial->secret = desk_secret_find (trial->setup, cancellable, error);
  return trial->secret != NULL;
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

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Trial *trial = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    trial->client = desk_store_client_new (trial->setup, trial->secret, &error);
  if (trial->client == NULL)
    desk_task_fail (task, error);
  else
    desk_store_client_ask (trial->client, "about", NULL, MOST_BYTES, g_task_get_cancellable (task),
                           on_about, task);
}

void
desk_store_try (const DeskStoreSetup *setup,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Trial *trial = g_new0 (Trial, 1);

  trial->setup = desk_store_setup_copy (setup);
  g_task_set_task_data (task, trial, trial_free);
  desk_task_step (task, prepare_on_thread, on_prepared);
}

gboolean
desk_store_try_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
