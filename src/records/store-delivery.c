/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-delivery.h"

#include <glib/gi18n-lib.h>

#include "records/statement-text.h"
#include "records/store-address.h"
#include "records/store-conflict.h"
#include "records/store-doubts.h"
#include "records/store-verdict.h"
#include "records/task-step.h"

/* A run goes round: a batch is taken from the outbox (on a thread); it and its halves lie as pieces on a
 * stack; the uppermost is sent; what became of it is written down (on a thread); the next piece. Each
 * statement of a batch is delivered, refused, put off or passed over before the next is taken, or the run
 * ends: it cannot go on for ever, whatever the store answers. */

#define MOST_ANSWER ((gsize) 1 << 20) /* bytes */

/* A store that takes none of so many, and nothing else, has been set wrongly, or is none. */
#define MOST_IN_A_ROW 25
/* A store that took nothing in this run, and fails so many times while it is looked for what it fails at, fails at
 * all. The first single statement is found by the sixth. */
#define MOST_FAILED_IN_A_ROW 12

/* Runs in which a store may fail at statements before it is looked into which of them it is: by then it has had
 * time to come to itself. One that asks for time is given it for longer. */
#define RUNS_TO_LOOK_INTO_IT 3
#define RUNS_WHERE_TIME_IS_ASKED_FOR 6

/* Statements of the batch that are sent together. */
typedef struct {
  guint first;
  guint n;
} Piece;

/* What became of a piece. */
typedef enum {
  FATE_TAKEN,
  FATE_REFUSED, /* it is one statement, as with the next */
  FATE_FAILED,
  FATE_HELD, /* the store failed at it, and the run ends */
} Fate;

/* A run; owned but for the first two. */
typedef struct {
  DeskStoreClient *client;
  DeskOutbox *outbox;
  DeskStoreDelivery *result;
  GPtrArray *batch;  /* of DeskOutboxItem */
  GArray *pieces;    /* of Piece, to be sent, the next one last */
  Piece piece;       /* on its way, or being written down */
  Fate fate;         /* of it, as the next */
  char *words;       /* what the store said; or NULL */
  guint most;        /* statements of the next batch */
  guint most_before; /* as it was when this batch was taken */
  guint n_failed;    /* pieces that the store failed at */
  DeskStoreDoubts *doubts;
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
  g_free (run->words);
  desk_store_doubts_free (run->doubts);
  g_free (run);
}

/* The end of a run. */

/* Takes the task and the words. */
static void
finish (GTask *task, DeskStoreEnd end, char *words)
{
  Run *run = g_task_get_task_data (task);

  run->result->end = end;
  run->result->words = words;
  g_task_return_pointer (task, g_steal_pointer (&run->result), free_result);
  g_object_unref (task);
}

/* The store took something in this run: it is set rightly, and works. What it does not take otherwise is then the fault
 * of the statement, however many there are. */
static gboolean
takes_something (const Run *run)
{
  return run->result->n_delivered > 0;
}

static gboolean
is_enough (const Run *run)
{
  return !takes_something (run) && (desk_store_doubts_count (run->doubts, FALSE) >= MOST_IN_A_ROW ||
                                    run->n_failed >= MOST_FAILED_IN_A_ROW);
}

/* Where the store took something no doubt is left. */
static void
close_on_thread (GTask *step, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;

  if (desk_store_doubts_leave (run->doubts, run->outbox, &error))
    g_task_return_boolean (step, TRUE);
  else
    g_task_return_error (step, error);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  const Run *run = g_task_get_task_data (task);
  const gboolean known = is_enough (run);
  const char *refusal = desk_store_doubts_words (run->doubts, DESK_STORE_DOUBT_REFUSED, known);
  const char *failure = desk_store_doubts_words (run->doubts, DESK_STORE_DOUBT_FAILED, known);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    desk_task_fail (task, error);
  else if (refusal != NULL)
    finish (
        task, DESK_DELIVERED_MISSET,
        g_strdup_printf (
            _ ("The learning record store refuses everything, the last time with “%s”."), refusal));
  else if (failure != NULL)
    finish (task, DESK_DELIVERED_LATER,
            g_strdup_printf (
                _ ("The learning record store fails at everything, the last time with “%s”."),
                failure));
  else
    finish (task, DESK_DELIVERED_ALL, NULL);
}

static void
close_run (GTask *task)
{
  desk_task_step (task, close_on_thread, on_closed);
}

/* Writing down what became of a piece. */

/* It is none any more where the store takes others. */
static gboolean
add_doubt (Run *run, DeskStoreDoubt doubt, GError **error)
{
  return desk_store_doubts_add (run->doubts, run->outbox, run->batch->pdata[run->piece.first],
                                doubt, run->words, error) &&
         (!takes_something (run) || desk_store_doubts_settle (run->doubts, run->outbox, error));
}

static gboolean
write_down (Run *run, GError **error)
{
  const Piece *piece = &run->piece;

  switch (run->fate) {
  case FATE_TAKEN:
    return desk_outbox_delivered (run->outbox, run->batch, piece->first, piece->n, error) &&
           desk_store_doubts_settle (run->doubts, run->outbox, error);
  case FATE_REFUSED: return add_doubt (run, DESK_STORE_DOUBT_REFUSED, error);
  case FATE_FAILED: return add_doubt (run, DESK_STORE_DOUBT_FAILED, error);
  case FATE_HELD:
    return desk_outbox_failed (run->outbox, run->batch, piece->first, piece->n, error) &&
           desk_store_doubts_leave (run->doubts, run->outbox, error);
  }
  return TRUE;
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
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    desk_task_fail (task, error);
    return;
  }
  if (run->fate == FATE_HELD) {
    finish (task, DESK_DELIVERED_LATER, g_steal_pointer (&run->words));
    return;
  }
  run->result->n_delivered += run->fate == FATE_TAKEN ? run->piece.n : 0;
  g_clear_pointer (&run->words, g_free);
  if (is_enough (run))
    close_run (task);
  else
    send_next (task);
}

/* Takes the words. */
static void
settle (GTask *task, Fate fate, char *words)
{
  Run *run = g_task_get_task_data (task);

  run->fate = fate;
  run->words = words;
  desk_task_step (task, write_on_thread, on_written);
}

/* Sending. */

static void
push (Run *run, guint first, guint n)
{
  const Piece piece = { first, n };

  g_array_append_val (run->pieces, piece);
}

static void
halve (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  const guint half = run->piece.n / 2;

  push (run, run->piece.first + half, run->piece.n - half);
  push (run, run->piece.first, half);
  send_next (task);
}

static void look_up (GTask *task);

/* A statement that is too long for itself says nothing of how many go together. */
static void
learn_length (Run *run)
{
  if (run->piece.n > 1)
    run->most = MIN (run->most, run->piece.n / 2);
  else
    run->most = run->most_before;
}

/* Takes the words. */
static void
on_refused (GTask *task, DeskStoreVerdict verdict, char *words)
{
  Run *run = g_task_get_task_data (task);

  if (verdict == DESK_STORE_TOO_LONG)
    learn_length (run);
  if (run->piece.n == 1 && verdict != DESK_STORE_CONFLICTS) {
    settle (task, FATE_REFUSED, words);
    return;
  }
  g_free (words);
  if (run->piece.n > 1)
    halve (task);
  else
    look_up (task);
}

/* This run included. */
static guint
count_failed_runs (const Run *run)
{
  guint most = 0;

  for (guint n = 0; n < run->piece.n; n++) {
    const DeskOutboxItem *item = run->batch->pdata[run->piece.first + n];

    most = MAX (most, item->n_failed);
  }
  return most + 1;
}

/* Takes the texts: why nothing goes now, and what the store said. */
static void
on_failed (GTask *task, gboolean asks_for_time, char *words, char *said)
{
  Run *run = g_task_get_task_data (task);
  const guint patience = asks_for_time ? RUNS_WHERE_TIME_IS_ASKED_FOR : RUNS_TO_LOOK_INTO_IT;

  run->n_failed++;
  if (count_failed_runs (run) < patience || (run->piece.n > 1 && is_enough (run)))
    settle (task, FATE_HELD, g_steal_pointer (&words));
  else if (run->piece.n > 1)
    halve (task);
  else
    settle (task, FATE_FAILED, g_steal_pointer (&said));
  g_free (words);
  g_free (said);
}

/* Takes the words: nothing more goes in this run, for a reason that is no statement's. */
static void
stop (GTask *task, DeskStoreVerdict verdict, char *words)
{
  finish (task, verdict == DESK_STORE_MISSET ? DESK_DELIVERED_MISSET : DESK_DELIVERED_LATER, words);
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
  case DESK_STORE_TOOK: settle (task, FATE_TAKEN, words); break;
  case DESK_STORE_TOO_LONG:
  case DESK_STORE_REFUSES:
  case DESK_STORE_CONFLICTS: on_refused (task, verdict, words); break;
  case DESK_STORE_FAILS:
    on_failed (task, reply->wait_s >= 0, words, desk_store_reply_describe (reply));
    break;
  case DESK_STORE_LATER:
  case DESK_STORE_MISSET: stop (task, verdict, words); break;
  }
}

/* Takes the error. */
static void
judge_silence (GTask *task, GError *error)
{
  Run *run = g_task_get_task_data (task);
  g_autofree char *host = desk_store_address_host (desk_store_client_get_address (run->client));
  G_GNUC_UNUSED g_autoptr (GError) owned = error;
  char *words;
  const DeskStoreVerdict verdict = desk_store_verdict_of_error (error, host, &words);

  run->result->wait_s = -1;
  if (verdict == DESK_STORE_FAILS)
    on_failed (task, FALSE, words, desk_statement_line (error->message));
  else
    stop (task, verdict, words);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;
  g_autoptr (DeskStoreReply) reply = desk_store_client_ask_finish (result, &error);

  if (reply != NULL)
    judge (data, reply);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_task_fail (data, error);
  else
    judge_silence (data, error);
}

/* A statement that the store says it has already. A store that fails to show it fails at this statement. */

static void
judge_unknown (GTask *task, DeskStoreLookUp *found)
{
  if (found->verdict == DESK_STORE_FAILS)
    on_failed (task, found->wait_s >= 0, g_steal_pointer (&found->words),
               g_steal_pointer (&found->said));
  else
    stop (task, found->verdict, g_steal_pointer (&found->words));
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DeskStoreLookUp) found = desk_store_conflict_look_up_finish (result, &error);

  if (found == NULL) {
    desk_task_fail (task, error);
    return;
  }
  run->result->wait_s = found->wait_s;
  switch (found->has) {
  case DESK_STORE_HAS_IT: settle (task, FATE_TAKEN, NULL); break;
  case DESK_STORE_HAS_IT_NOT: settle (task, FATE_REFUSED, g_steal_pointer (&found->words)); break;
  case DESK_STORE_MAY_HAVE_IT: judge_unknown (task, found); break;
  }
}

static void
look_up (GTask *task)
{
  const Run *run = g_task_get_task_data (task);

  desk_store_conflict_look_up (run->client, run->batch->pdata[run->piece.first],
                               g_task_get_cancellable (task), on_looked_up, task);
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

/* Of those of the same length the one that came last. */
static guint
find_largest (const GArray *pieces)
{
  guint largest = 0;

  for (guint n = 1; n < pieces->len; n++) {
    if (g_array_index (pieces, Piece, n).n >= g_array_index (pieces, Piece, largest).n)
      largest = n;
  }
  return largest;
}

/* Once there is a single statement that the store does not take, and it has not taken any, one is looked for that it
 * takes: in the largest piece. */
static guint
find_next (const Run *run)
{
  const gboolean is_unknown =
      !takes_something (run) && desk_store_doubts_count (run->doubts, TRUE) > 0;

  return is_unknown ? find_largest (run->pieces) : run->pieces->len - 1;
}

static void
send_next (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (GBytes) body = NULL;
  guint next;

  if (run->pieces->len == 0) {
    take (task);
    return;
  }
  next = find_next (run);
  run->piece = g_array_index (run->pieces, Piece, next);
  g_array_remove_index (run->pieces, next);
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
    close_run (task);
  } else {
    run->most_before = run->most;
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
  run->doubts = desk_store_doubts_new ();
  g_task_set_task_data (task, run, run_free);
  take (task);
}

DeskStoreDelivery *
desk_store_deliver_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
