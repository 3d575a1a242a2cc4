/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-delivery.h"

#include <glib/gi18n-lib.h>

#include "records/same-statement.h"
#include "records/store-address.h"
#include "records/store-verdict.h"
#include "records/task-step.h"

/* A run goes round: a batch is taken from the outbox (on a thread); it and its halves lie as pieces on a
 * stack; the uppermost is sent; what became of it is written down (on a thread); the next piece. Each
 * statement of a batch is delivered or refused before the next is taken, or the run ends: it cannot go
 * on for ever, whatever the store answers. */

#define MOST_ANSWER ((gsize) 1 << 20) /* bytes */
/* A store that refuses so many one after the other has been set wrongly, or is none. */
#define MOST_REFUSED_IN_A_ROW 25

/* Statements of the batch that are sent together. */
typedef struct {
  guint first;
  guint n;
} Piece;

/* A run; owned but for the first two. */
typedef struct {
  DeskStoreClient *client;
  DeskOutbox *outbox;
  DeskStoreDelivery *result;
  GPtrArray *batch;            /* of DeskOutboxItem */
  GArray *pieces;              /* of Piece, to be sent, the next one last */
  Piece piece;                 /* on its way, or being written down */
  char *refusal;               /* why it is, when it is */
  guint most;                  /* statements of a batch */
  GPtrArray *refused_in_a_row; /* ids */
} Run;

static void take (GTask *task);
static void send_next (GTask *task);

void
desk_store_delivery_free (DeskStoreDelivery *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}

static void
free_result (gpointer result)
{
  desk_store_delivery_free (result);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  desk_store_delivery_free (run->result);
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_array_unref (run->pieces);
  g_free (run->refusal);
  g_ptr_array_unref (run->refused_in_a_row);
  g_free (run);
}

/* Takes the task and the words. */
static void
finish (GTask *task, DeskStoreEnd end, char *words)
{
  Run *run = g_task_get_task_data (task);

  run->result->end = end;
  if (words != NULL) {
    g_free (run->result->words);
    run->result->words = words;
  }
  g_task_return_pointer (task, g_steal_pointer (&run->result), free_result);
  g_object_unref (task);
}

/* Writing down what became of a piece. */

static gboolean
write_down (Run *run, GError **error)
{
  const DeskOutboxItem *first = run->batch->pdata[run->piece.first];

  if (run->refusal != NULL)
    return desk_outbox_refused (run->outbox, first->id, run->refusal, error);
  return desk_outbox_delivered (run->outbox, run->batch, run->piece.first, run->piece.n, error);
}

static void
write_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_down (data, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
count (Run *run)
{
  const DeskOutboxItem *first = run->batch->pdata[run->piece.first];

  if (run->refusal == NULL) {
    run->result->n_delivered += run->piece.n;
    g_ptr_array_set_size (run->refused_in_a_row, 0);
    return;
  }
  g_ptr_array_add (run->refused_in_a_row, g_strdup (first->id));
  g_free (run->result->words);
  run->result->words = g_steal_pointer (&run->refusal);
}

static void
put_back_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;

  if (desk_outbox_wait_again (run->outbox, run->refused_in_a_row, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

/* It was not these statements that were refused: they go by themselves once the store is set right. */
static void
on_put_back (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  const Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    desk_task_fail (task, error);
  else
    finish (task, DESK_DELIVERED_MISSET,
            g_strdup_printf (
                _ ("The learning record store refuses everything, the last time with “%s”."),
                run->result->words));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    desk_task_fail (task, error);
    return;
  }
  count (run);
  if (run->refused_in_a_row->len < MOST_REFUSED_IN_A_ROW)
    send_next (task);
  else
    desk_task_step (task, put_back_on_thread, on_put_back);
}

/* `refusal`: NULL, or why the piece, of one statement, is refused; taken. */
static void
settle (GTask *task, char *refusal)
{
  Run *run = g_task_get_task_data (task);

  run->refusal = refusal;
  desk_task_step (task, write_on_thread, on_written);
}

/* A statement that the store has already, it says, in other words. */

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

static void
on_unanswered (GTask *task, GError *error)
{
  Run *run = g_task_get_task_data (task);
  g_autofree char *host = desk_store_address_host (desk_store_client_get_address (run->client));
  DeskStoreVerdict verdict;
  char *words;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    desk_task_fail (task, error);
    return;
  }
  verdict = desk_store_verdict_of_error (error, host, &words);
  g_error_free (error);
  finish (task, verdict == DESK_STORE_MISSET ? DESK_DELIVERED_MISSET : DESK_DELIVERED_LATER, words);
}

/* The statement was not given. A store that will never give it holds up no other. */
static void
judge_look_up (GTask *task, const DeskStoreReply *reply)
{
  const Run *run = g_task_get_task_data (task);
  char *words;

  switch (desk_store_verdict (reply, run->batch, 0, 0, &words)) {
  case DESK_STORE_LATER: finish (task, DESK_DELIVERED_LATER, words); break;
  case DESK_STORE_MISSET: finish (task, DESK_DELIVERED_MISSET, words); break;
  case DESK_STORE_TOOK:
  case DESK_STORE_TOO_LONG:
  case DESK_STORE_REFUSES:
  case DESK_STORE_CONFLICTS:
    settle (task, g_strdup_printf (
                      _ ("409: the store has a statement by this id, which it does not show (%s)"),
                      words != NULL ? words : "204"));
    g_free (words);
    break;
  }
}

static void
compare (GTask *task, const DeskStoreReply *reply)
{
  const Run *run = g_task_get_task_data (task);

  if (reply->status == 200 && is_the_same (run->batch->pdata[run->piece.first], reply))
    settle (task, NULL);
  else if (reply->status == 200 || reply->status == 404)
    settle (task, g_strdup (_ ("409: the store has another statement by this id")));
  else
    judge_look_up (task, reply);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);

  if (reply == NULL)
    on_unanswered (data, error);
  else
    compare (data, reply);
}

static void
look_up (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  const DeskOutboxItem *item = run->batch->pdata[run->piece.first];
  g_autofree char *escaped = g_uri_escape_string (item->id, NULL, FALSE);
  g_autofree char *reference = g_strdup_printf ("statements?statementId=%s", escaped);

  desk_store_client_ask (run->client, reference, NULL, MOST_ANSWER, g_task_get_cancellable (task),
                         on_looked_up, task);
}

/* Sending. */

static void
push (Run *run, guint first, guint n)
{
  const Piece piece = { first, n };

  g_array_append_val (run->pieces, piece);
}

static void
halve (Run *run)
{
  const guint half = run->piece.n / 2;

  push (run, run->piece.first + half, run->piece.n - half);
  push (run, run->piece.first, half);
}

/* Takes the words. */
static void
on_refused (GTask *task, DeskStoreVerdict verdict, char *words)
{
  Run *run = g_task_get_task_data (task);

  if (verdict == DESK_STORE_TOO_LONG)
    run->most = MAX (1, run->piece.n / 2);
  if (run->piece.n > 1) {
    g_free (words);
    halve (run);
    send_next (task);
  } else if (verdict == DESK_STORE_CONFLICTS) {
    g_free (words);
    look_up (task);
  } else {
    settle (task, words);
  }
}

static void
judge (GTask *task, const DeskStoreReply *reply)
{
  Run *run = g_task_get_task_data (task);
  char *words;
  const DeskStoreVerdict verdict =
      desk_store_verdict (reply, run->batch, run->piece.first, run->piece.n, &words);

  run->result->wait_s = reply->wait_s;
  switch (verdict) {
  case DESK_STORE_TOOK: settle (task, NULL); break;
  case DESK_STORE_TOO_LONG:
  case DESK_STORE_REFUSES:
  case DESK_STORE_CONFLICTS: on_refused (task, verdict, words); break;
  case DESK_STORE_LATER: finish (task, DESK_DELIVERED_LATER, words); break;
  case DESK_STORE_MISSET: finish (task, DESK_DELIVERED_MISSET, words); break;
  }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);

  if (reply == NULL)
    on_unanswered (data, error);
  else
    judge (data, reply);
}

/* A JSON array of the statements of the piece. (transfer full) */
static GBytes *
body_of (const Run *run)
{
  GByteArray *body = g_byte_array_new ();

  for (guint n = 0; n < run->piece.n; n++) {
    const DeskOutboxItem *item = run->batch->pdata[run->piece.first + n];

    g_byte_array_append (body, (const guint8 *) (n == 0 ? "[" : ","), 1);
    g_byte_array_append (body, g_bytes_get_data (item->body, NULL),
                         (guint) g_bytes_get_size (item->body));
  }
  g_byte_array_append (body, (const guint8 *) "]", 1);
  return g_byte_array_free_to_bytes (body);
}

static void
send_next (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GBytes) body = NULL;

  if (run->pieces->len == 0) {
    take (task);
    return;
  }
  run->piece = g_array_index (run->pieces, Piece, run->pieces->len - 1);
  g_array_set_size (run->pieces, run->pieces->len - 1);
  body = body_of (run);
  desk_store_client_ask (run->client, "statements", body, MOST_ANSWER,
                         g_task_get_cancellable (task), on_answered, task);
}

/* Taking a batch. */

static void
free_items (gpointer items)
{
  g_ptr_array_unref (items);
}

static void
take_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;
  GPtrArray *items = desk_outbox_take (run->outbox, run->most, DESK_STORE_MOST_BYTES, &error);

  if (items != NULL)
    g_task_return_pointer (step, items, free_items);
  else
    g_task_return_error (step, error);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *items = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&run->batch, g_ptr_array_unref);
  run->batch = items;
  if (items == NULL) {
    desk_task_fail (task, error);
  } else if (items->len == 0) {
    finish (task, DESK_DELIVERED_ALL, NULL);
  } else {
    push (run, 0, items->len);
    send_next (task);
  }
}

static void
take (GTask *task)
{
  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else
    desk_task_step (task, take_on_thread, on_taken);
}

void
desk_store_deliver (DeskStoreClient *client,
                    DeskOutbox *outbox,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Run *run = g_new0 (Run, 1);

  run->client = client;
  run->outbox = outbox;
  run->result = g_new0 (DeskStoreDelivery, 1);
  run->result->wait_s = -1;
  run->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  run->most = DESK_STORE_MOST_STATEMENTS;
  run->refused_in_a_row = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, run, run_free);
  take (task);
}

DeskStoreDelivery *
desk_store_deliver_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
