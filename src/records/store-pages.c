/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/store-address.h"
#include "records/store-verdict.h"
#include "records/task-step.h"

#define A_PAGE 100          /* statements that are asked for at once; a store may give fewer */
#define MOST_EMPTY_PAGES 20 /* in a row; a store that goes on so has no end */
#define A_PAGE_BYTES ((gsize) 2 << 20)
#define LONGEST_REFERENCE 8000 /* bytes of where the next page is */

/* Ten thousand sessions are some 30,000 statements and 75 MB: what was passed or failed, what began, and the
 * calls that were failed; they take five minutes where the store takes a second for each page. */
#define MOST_STATEMENTS 100000
#define MOST_BYTES ((gsize) 256 << 20)
#define LONGEST_US (10 * G_TIME_SPAN_MINUTE)

/* A reading that goes on; owned but for the client, the bounds and the data. */
typedef struct {
  DeskStoreClient *client;
  DeskStoreBounds *bounds;
  DeskStoreTake take;
  gpointer data;
  char *reference;
  guint n_empty;     /* of the last ones */
  GHashTable *asked; /* checksums of the references of this reading */
} Reading;

static void
append (GString *reference, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (reference, "&%s=", key);
  g_string_append_uri_escaped (reference, value, NULL, FALSE);
}

void
desk_store_bounds_begin (DeskStoreBounds *self)
{
  self->statements = MOST_STATEMENTS;
  self->bytes = MOST_BYTES;
  self->until_us = g_get_monotonic_time () + LONGEST_US;
}

char *
desk_store_query_reference (const DeskStoreQuery *query)
{
  GString *reference = g_string_new (NULL);

  g_string_printf (reference, "statements?limit=%d", A_PAGE);
  append (reference, "verb", query->verb);
  append (reference, "activity", query->activity);
  append (reference, "related_activities", query->related ? "true" : NULL);
  append (reference, "since", query->since);
  return g_string_free (reference, FALSE);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->reference);
  g_hash_table_unref (reading->asked);
  g_free (reading);
}

static void ask (GTask *task);

static GError *
error_of_form (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The learning record store answered with something other than statements."));
}

static GError *
error_of_length (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
      _ ("The learning record store has more statements than can be read at once: "
         "choose fewer by a date, as in “--since 2026-11-01”."));
}

/* A store may give more at once than it was asked for. */
static GError *
error_of_page (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
      _ ("The learning record store gives a page with more statements than can be read at once: "
         "choose fewer by a date, as in “--since 2026-11-01”."));
}

static GError *
error_of_time (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
      _ ("The learning record store takes too long to give all of its statements: "
         "choose fewer by a date, as in “--since 2026-11-01”."));
}

static GError *
error_of_circle (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The learning record store leads in a circle: it points to a page that was read already."));
}

static void
take_statements (Reading *reading, const json_t *statements)
{
  reading->bounds->statements -= (guint) json_array_size (statements);
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
  } else if (reading->n_empty >= MOST_EMPTY_PAGES) {
    desk_task_fail (task, error_of_length ());
  } else if (strlen (more) > LONGEST_REFERENCE) {
    desk_task_fail (task, error_of_form ());
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
  Reading *reading = g_task_get_task_data (task);
  json_t *page = desk_store_reply_json (reply);
  const json_t *statements = json_object_get (page, "statements");

  reading->bounds->bytes -= g_bytes_get_size (reply->body);
  if (!json_is_array (statements)) {
    desk_task_fail (task, error_of_form ());
  } else if (json_array_size (statements) > A_PAGE) {
    desk_task_fail (task, error_of_page ());
  } else if (json_array_size (statements) > reading->bounds->statements) {
    desk_task_fail (task, error_of_length ());
  } else {
    take_statements (reading, statements);
    turn (task, json_string_value (json_object_get (page, "more")));
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
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE)) {
    g_error_free (error);
    return error_of_page ();
  }
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
    desk_task_fail (task, error_of_silence (g_task_get_task_data (task), error));
  else if (reply->status != 200)
    desk_task_fail (task, desk_store_reply_error (reply));
  else
    take_page (task, reply);
}

/* A page is asked for only as long as the longest one has room. */
static void
ask (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, reading->reference, -1);

  if (!g_hash_table_add (reading->asked, sum))
    desk_task_fail (task, error_of_circle ());
  else if (g_get_monotonic_time () >= reading->bounds->until_us)
    desk_task_fail (task, error_of_time ());
  else if (reading->bounds->bytes < A_PAGE_BYTES)
    desk_task_fail (task, error_of_length ());
  else
    desk_store_client_ask (reading->client, reading->reference, NULL, A_PAGE_BYTES,
                           g_task_get_cancellable (task), on_answered, task);
}

void
desk_store_pages_read (DeskStoreClient *client,
                       const char *reference,
                       DeskStoreBounds *bounds,
                       DeskStoreTake take,
                       gpointer take_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->client = client;
  reading->bounds = bounds;
  reading->take = take;
  reading->data = take_data;
  reading->reference = g_strdup (reference);
  reading->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, reading, reading_free);
  ask (task);
}

gboolean
desk_store_pages_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
