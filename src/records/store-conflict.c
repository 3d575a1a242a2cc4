/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-conflict.h"

#include <glib/gi18n-lib.h>

#include "records/same-statement.h"
#include "records/store-address.h"

#define MOST_ANSWER ((gsize) 1 << 20) /* bytes */

/* A look-up; borrowed but for the words. */
typedef struct {
  DeskStoreClient *client;
  const DeskOutboxItem *item;
  DeskStoreVerdict verdict;
  char *words; /* or NULL */
} LookUp;

static void
look_up_free (gpointer data)
{
  LookUp *look_up = data;

  g_free (look_up->words);
  g_free (look_up);
}

/* Takes the task and the words. */
static void
conclude (GTask *task, DeskStoreVerdict verdict, char *words)
{
  LookUp *look_up = g_task_get_task_data (task);

  look_up->verdict = verdict;
  look_up->words = words;
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static gboolean
is_the_same (const DeskOutboxItem *item, const DeskStoreReply *reply)
{
  gsize length;
  const char *data = g_bytes_get_data (item->body, &length);
  json_t *sent = json_loadb (data, length, 0, NULL);
  json_t *kept = desk_store_reply_json (reply);
  const gboolean same = sent != NULL && kept != NULL && desk_same_statement (sent, kept);

  json_decref (sent);
  json_decref (kept);
  return same;
}

/* The statement was not given. */
static void
judge (GTask *task, const DeskStoreReply *reply)
{
  GPtrArray none = { 0 };
  g_autofree char *words = NULL;

  switch (desk_store_verdict (reply, &none, 0, 0, &words)) {
  case DESK_STORE_FAILS:
  case DESK_STORE_LATER: conclude (task, DESK_STORE_LATER, g_steal_pointer (&words)); break;
  case DESK_STORE_MISSET: conclude (task, DESK_STORE_MISSET, g_steal_pointer (&words)); break;
  case DESK_STORE_TOOK:
  case DESK_STORE_TOO_LONG:
  case DESK_STORE_REFUSES:
  case DESK_STORE_CONFLICTS:
    conclude (task, DESK_STORE_REFUSES,
              g_strdup_printf (
                  _ ("409: the store has a statement by this id, which it does not show (%s)"),
                  words != NULL ? words : "204"));
    break;
  }
}

static void
compare (GTask *task, const DeskStoreReply *reply)
{
  const LookUp *look_up = g_task_get_task_data (task);

  if (reply->status == 200 && is_the_same (look_up->item, reply))
    conclude (task, DESK_STORE_TOOK, NULL);
  else if (reply->status == 200 || reply->status == 404)
    conclude (task, DESK_STORE_REFUSES,
              g_strdup (_ ("409: the store has another statement by this id")));
  else
    judge (task, reply);
}

/* Takes the task and the error. */
static void
on_unanswered (GTask *task, GError *error)
{
  const LookUp *look_up = g_task_get_task_data (task);
  g_autofree char *host = desk_store_address_host (desk_store_client_get_address (look_up->client));
  DeskStoreVerdict verdict;
  char *words;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  verdict = desk_store_verdict_of_error (error, host, &words);
  g_error_free (error);
  conclude (task, verdict == DESK_STORE_MISSET ? DESK_STORE_MISSET : DESK_STORE_LATER, words);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);

  if (reply == NULL)
    on_unanswered (data, error);
  else
    compare (data, reply);
}

void
desk_store_conflict_look_up (DeskStoreClient *client,
                             const DeskOutboxItem *item,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  LookUp *look_up = g_new0 (LookUp, 1);
  g_autofree char *escaped = g_uri_escape_string (item->id, NULL, FALSE);
  g_autofree char *reference = g_strdup_printf ("statements?statementId=%s", escaped);

  look_up->client = client;
  look_up->item = item;
  g_task_set_task_data (task, look_up, look_up_free);
  desk_store_client_ask (client, reference, NULL, MOST_ANSWER, cancellable, on_answered, task);
}

gboolean
desk_store_conflict_look_up_finish (GAsyncResult *result,
                                    DeskStoreVerdict *verdict,
                                    char **words,
                                    GError **error)
{
  LookUp *look_up = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *verdict = look_up->verdict;
  *words = g_steal_pointer (&look_up->words);
  return TRUE;
}
