/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-pages.h"

#include <glib/gi18n-lib.h>

#include "records/store-address.h"
#include "records/store-verdict.h"

#define A_PAGE "100"
#define MOST_PAGES 1000
#define MOST_EMPTY_PAGES 20 /* in a row; a store that goes on so has no end */
#define MOST_BYTES ((gsize) 8 << 20)

/* A reading that goes on; owned but for the client and the data. */
typedef struct {
  DeskStoreClient *client;
  DeskStoreTake take;
  gpointer data;
  char *reference;
  guint n_pages;
  guint n_empty; /* of the last ones */
} Reading;

static void
append (GString *reference, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (reference, "&%s=", key);
  g_string_append_uri_escaped (reference, value, NULL, FALSE);
}

char *
desk_store_query_reference (const DeskStoreQuery *query)
{
  GString *reference = g_string_new ("statements?limit=" A_PAGE);

  append (reference, "verb", query->verb);
  append (reference, "activity", query->activity);
  append (reference, "related_activities", query->related ? "true" : NULL);
  append (reference, "agent", query->agent);
  append (reference, "registration", query->registration);
  append (reference, "since", query->since);
  append (reference, "until", query->until);
  return g_string_free (reference, FALSE);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->reference);
  g_free (reading);
}

static void ask (GTask *task);

/* Takes the task and the error. */
static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static GError *
error_of_reply (const DeskStoreReply *reply)
{
  GPtrArray none = { 0 };
  g_autofree char *words = NULL;

  desk_store_verdict (reply, &none, 0, 0, &words);
  return g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                      words != NULL ? words : _ ("The learning record store answered nothing."));
}

static GError *
error_of_form (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The learning record store answered with something else than statements."));
}

static void
take_statements (Reading *reading, const json_t *statements)
{
  reading->n_empty = json_array_size (statements) == 0 ? reading->n_empty + 1 : 0;
  for (gsize n = 0; n < json_array_size (statements); n++)
    reading->take (json_array_get (statements, n), reading->data);
}

/* Takes the task: to the next page, or to the end. */
static void
turn (GTask *task, const char *more)
{
  Reading *reading = g_task_get_task_data (task);

  if (more == NULL || *more == '\0') {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
  } else if (++reading->n_pages >= MOST_PAGES || reading->n_empty >= MOST_EMPTY_PAGES) {
    fail (task, g_error_new_literal (
                    G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                    _ ("The learning record store has more statements than can be read at once: "
                       "choose fewer with --since.")));
  } else {
    g_free (reading->reference);
    reading->reference = g_strdup (more);
    ask (task);
  }
}

/* Takes the task. */
static void
take_page (GTask *task, const DeskStoreReply *reply)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);
  json_t *page = data != NULL ? json_loadb (data, length, 0, NULL) : NULL;
  const json_t *statements = json_object_get (page, "statements");

  if (json_is_array (statements)) {
    take_statements (g_task_get_task_data (task), statements);
    turn (task, json_string_value (json_object_get (page, "more")));
  } else {
    fail (task, error_of_form ());
  }
  json_decref (page);
}

static GError *
error_of_silence (const Reading *reading, GError *error)
{
  g_autofree char *host = desk_store_address_host (desk_store_client_get_address (reading->client));
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return error;
  desk_store_verdict_of_error (error, host, &words);
  g_error_free (error);
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, words);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);

  if (reply == NULL)
    fail (task, error_of_silence (g_task_get_task_data (task), error));
  else if (reply->status != 200)
    fail (task, error_of_reply (reply));
  else
    take_page (task, reply);
}

static void
ask (GTask *task)
{
  const Reading *reading = g_task_get_task_data (task);

  desk_store_client_ask (reading->client, reading->reference, NULL, MOST_BYTES,
                         g_task_get_cancellable (task), on_answered, task);
}

void
desk_store_pages_read (DeskStoreClient *client,
                       const char *reference,
                       DeskStoreTake take,
                       gpointer take_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->client = client;
  reading->take = take;
  reading->data = take_data;
  reading->reference = g_strdup (reference);
  g_task_set_task_data (task, reading, reading_free);
  ask (task);
}

gboolean
desk_store_pages_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
