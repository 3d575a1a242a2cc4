/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/store-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "history/history.h"
#include "records/store-pause.h"
#include "records/store-sending.h"

/* Keys change one after another. */
#define REST_MS 200

struct _DeskStoreSender {
  DeskErrand parent_instance;

  GSettings *settings;       /* owned, as below */
  DeskStoreSetup *setup;     /* NULL: none */
  GCancellable *cancellable; /* of the run; NULL: none runs */
  guint n_failures;          /* in a row */
  guint settle_id;           /* while the settings come to rest */
};

G_DEFINE_FINAL_TYPE (DeskStoreSender, desk_store_sender, DESK_TYPE_ERRAND)

static void
tell (DeskStoreSender *self, char *words, char *trouble)
{
  desk_errand_tell (DESK_ERRAND (self), words, trouble);
}

static void
try_later (DeskStoreSender *self, gint64 asked_s, gboolean misset)
{
  const double pause_s = desk_store_pause (++self->n_failures, asked_s, misset, g_random_double ());

  desk_errand_try_later (DESK_ERRAND (self), (guint) (1000 * pause_s));
}

static char *
describe (const DeskStoreSending *sending)
{
  const guint n = sending->counts.n_delivered;

  if (n == 0)
    return g_strdup (_ ("There was no finished session to deliver yet."));
  return g_strdup_printf (ngettext ("%u statement about sessions has been delivered.",
                                    "%u statements about sessions have been delivered.", n),
                          n);
}

static char *
describe_refused (const DeskStoreSending *sending)
{
  const DeskOutboxComplaint *last = sending->refusals->pdata[0];
  const guint n = sending->counts.n_refused;

  return g_strdup_printf (
      ngettext (
          "The learning record store refuses %u statement (%s). It is kept; tell your instructor. "
          "“frontdesk class --send” tries it again.",
          "The learning record store refuses %u statements (%s). They are kept; tell your "
          "instructor. “frontdesk class --send” tries them again.",
          n),
      n, last->words);
}

/* All others are delivered. */
static char *
describe_put_off (const DeskStoreSending *sending)
{
  const DeskOutboxComplaint *last = sending->put_off->pdata[0];
  const guint n = sending->counts.n_put_off;

  return g_strdup_printf (
      ngettext (
          "The learning record store fails at %u statement each time (%s). It is kept, and tried "
          "again now and then; tell your instructor.",
          "The learning record store fails at %u statements each time (%s). They are kept, and "
          "tried again now and then; tell your instructor.",
          n),
      n, last->words);
}

static char *
describe_waiting (const DeskStoreSending *sending)
{
  const guint n = sending->counts.n_waiting;

  if (n == 0) /* what found no room in the outbox waits in the journals */
    return g_strdup (sending->delivery->words);
  return g_strdup_printf (
      ngettext (
          "%u statement is waiting for the learning record store. %s Frontdesk will try again.",
          "%u statements are waiting for the learning record store. %s Frontdesk will try again.",
          n),
      n, sending->delivery->words != NULL ? sending->delivery->words : "");
}

/* NULL: all is well. (transfer full) */
static char *
describe_trouble (const DeskStoreSending *sending)
{
  if (sending->delivery->end != DESK_DELIVERED_ALL)
    return describe_waiting (sending);
  if (sending->put_off->len > 0)
    return describe_put_off (sending);
  if (sending->refusals->len > 0)
    return describe_refused (sending);
  return g_strdup (sending->notice);
}

/* When it is to be tried again by itself. */
static void
plan (DeskStoreSender *self, const DeskStoreSending *sending)
{
  if (sending->delivery->end != DESK_DELIVERED_ALL) {
    try_later (self, sending->delivery->wait_s, sending->delivery->end == DESK_DELIVERED_MISSET);
    return;
  }
  self->n_failures = 0;
  if (sending->counts.next_s >= 0)
    desk_errand_try_later (DESK_ERRAND (self), (guint) (1000 * (sending->counts.next_s + 1)));
}

static void
tell_sending (DeskStoreSender *self, const DeskStoreSending *sending)
{
  char *trouble = describe_trouble (sending);
  char *words = trouble != NULL ? g_strdup (trouble) : describe (sending);

  plan (self, sending);
  tell (self, words, trouble);
}

/* What another store came to is of no interest any more. */
static void
tell_failure (DeskStoreSender *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  try_later (self, -1, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    tell (self, g_strdup (error->message), g_strdup (error->message));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskStoreSender) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStoreSending) sending = desk_store_send_finish (result, &error);
  const gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  desk_errand_end (DESK_ERRAND (self));
  if (!cancelled && sending != NULL)
    tell_sending (self, sending);
  else if (!cancelled)
    tell_failure (self, error);
  desk_errand_go_on (DESK_ERRAND (self));
}

static gboolean
desk_store_sender_begin (DeskErrand *errand)
{
  DeskStoreSender *self = DESK_STORE_SENDER (errand);
  g_autofree char *sessions = NULL;

  if (self->setup == NULL)
    return FALSE;
  sessions = desk_history_default_sessions ();
  self->cancellable = g_cancellable_new ();
  desk_store_send (self->setup, sessions, FALSE, self->cancellable, on_sent, g_object_ref (self));
  return TRUE;
}

const DeskStoreSetup *
desk_store_sender_get_setup (DeskStoreSender *self)
{
  g_return_val_if_fail (DESK_IS_STORE_SENDER (self), NULL);
  return self->setup;
}

/* A set-up that cannot be used may mean anywhere: then nothing leaves the machine. */
static void
find_setup (DeskStoreSender *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->setup, desk_store_setup_free);
  self->setup = desk_store_setup_new (self->settings, &error);
  tell (self, error != NULL ? g_strdup (error->message) : NULL,
        error != NULL ? g_strdup (error->message) : NULL);
}

static gboolean
on_settled (gpointer data)
{
  DeskStoreSender *self = data;

  self->settle_id = 0;
  self->n_failures = 0;
  find_setup (self);
  desk_errand_run (DESK_ERRAND (self));
  return G_SOURCE_REMOVE;
}

/* Nothing more goes where nothing is to go. */
void
desk_store_sender_run_anew (DeskStoreSender *self)
{
  g_return_if_fail (DESK_IS_STORE_SENDER (self));
  g_cancellable_cancel (self->cancellable);
  desk_errand_give_up (DESK_ERRAND (self));
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (REST_MS, on_settled, self);
}

static void
on_changed (DeskStoreSender *self, const char *key)
{
  if (g_str_has_prefix (key, "store-"))
    desk_store_sender_run_anew (self);
}

/* A run goes on to its end by itself: it holds a reference, and the application is held for it. */
static void
desk_store_sender_dispose (GObject *object)
{
  DeskStoreSender *self = DESK_STORE_SENDER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_store_sender_parent_class)->dispose (object);
}

static void
desk_store_sender_finalize (GObject *object)
{
  desk_store_setup_free (DESK_STORE_SENDER (object)->setup);
  G_OBJECT_CLASS (desk_store_sender_parent_class)->finalize (object);
}

static void
desk_store_sender_class_init (DeskStoreSenderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_store_sender_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_store_sender_finalize;
  DESK_ERRAND_CLASS (klass)->begin = desk_store_sender_begin;
}

static void
desk_store_sender_init (DeskStoreSender *self)
{
}

DeskStoreSender *
desk_store_sender_new (GSettings *settings, GApplication *application)
{
  DeskStoreSender *self = g_object_new (DESK_TYPE_STORE_SENDER, NULL);

  self->settings = g_object_ref (settings);
  desk_errand_set_application (DESK_ERRAND (self), application);
  find_setup (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}
