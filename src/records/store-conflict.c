/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-conflict.h"

#include <glib/gi18n-lib.h>

#include "records/same-statement.h"
#include "records/statement-text.h"
#include "records/store-address.h"
#include "records/task-step.h"

#define MOST_ANSWER ((gsize) 1 << 20) /* bytes */

/* What is asked; borrowed. */
typedef struct {
  DeskStoreClient *client;
  const DeskOutboxItem *item;
} Question;

void
desk_store_look_up_free (DeskStoreLookUp *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->said);
  g_free (self);
}

static void
free_look_up (gpointer look_up)
{
  desk_store_look_up_free (look_up);
}

/* Takes the task and what it came to. */
static void
conclude (GTask *task, DeskStoreLookUp found)
{
  g_task_return_pointer (task, g_memdup2 (&found, sizeof found), free_look_up);
  g_object_unref (task);
}

/* Takes the task and the words. */
static void
conclude_not (GTask *task, char *words)
{
  conclude (task, (DeskStoreLookUp){ .has = DESK_STORE_HAS_IT_NOT, .words = words, .wait_s = -1 });
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

/* Takes the task: it is there, and is not shown. */
static void
conclude_hidden (GTask *task, const char *words)
{
  conclude_not (
      task,
      g_strdup_printf (_ ("409: the store has a statement by this id, which it does not show (%s)"),
                       words));
}

/* Takes the task: the statement was not given. */
static void
judge (GTask *task, const DeskStoreReply *reply)
{
  GPtrArray none = { 0 };
  g_autofree char *words = NULL;
  const DeskStoreVerdict verdict = desk_store_verdict (reply, &none, 0, 0, &words);

  switch (verdict) {
  case DESK_STORE_FAILS:
  case DESK_STORE_LATER:
  case DESK_STORE_MISSET:
    conclude (task, (DeskStoreLookUp){ .has = DESK_STORE_MAY_HAVE_IT,
                                       .words = g_steal_pointer (&words),
                                       .said = desk_store_reply_describe (reply),
                                       .verdict = verdict,
                                       .wait_s = reply->wait_s });
    break;
  case DESK_STORE_TOOK:
  case DESK_STORE_TOO_LONG:
  case DESK_STORE_REFUSES:
  case DESK_STORE_CONFLICTS: conclude_hidden (task, words != NULL ? words : "204"); break;
  }
}

/* Takes the task. A store answers 404 where what it has was taken back. */
static void
compare (GTask *task, const DeskStoreReply *reply)
{
  const Question *question = g_task_get_task_data (task);

  if (reply->status == 200 && is_the_same (question->item, reply))
    conclude (task, (DeskStoreLookUp){ .has = DESK_STORE_HAS_IT, .wait_s = -1 });
  else if (reply->status == 200)
    conclude_not (task, g_strdup (_ ("409: the store has another statement by this id")));
  else if (reply->status == 404)
    conclude_hidden (task, "404");
  else
    judge (task, reply);
}

/* Takes the task and the error. */
static void
on_unanswered (GTask *task, GError *error)
{
  const Question *question = g_task_get_task_data (task);
  g_autofree char *host =
      desk_store_address_host (desk_store_client_get_address (question->client));
  DeskStoreLookUp found = { .has = DESK_STORE_MAY_HAVE_IT, .wait_s = -1 };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    desk_task_fail (task, error);
    return;
  }
  found.verdict = desk_store_verdict_of_error (error, host, &found.words);
  found.said = desk_statement_line (error->message);
  g_error_free (error);
  conclude (task, found);
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
  Question *question = g_new0 (Question, 1);
  g_autofree char *escaped = g_uri_escape_string (item->id, NULL, FALSE);
  g_autofree char *reference = g_strdup_printf ("statements?statementId=%s", escaped);

  question->client = client;
  question->item = item;
  g_task_set_task_data (task, question, g_free);
  desk_store_client_ask (client, reference, NULL, MOST_ANSWER, cancellable, on_answered, task);
}

DeskStoreLookUp *
desk_store_conflict_look_up_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
