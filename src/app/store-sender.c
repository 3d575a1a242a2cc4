/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/store-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "history/history.h"
#include "records/store-pause.h"
#include "records/store-sending.h"

/* A store that is slow does not keep a program without a window alive: the next start delivers. */
#define LONGEST_STAY_SECONDS 30
/* Keys change one after another. */
#define REST_MS 200

struct _DeskStoreSender {
  GObject parent_instance;

  GSettings *settings;       /* owned */
  GApplication *application; /* borrowed; NULL: none */
  DeskStoreSetup *setup;     /* owned, as below; NULL: none */
  GCancellable *cancellable; /* of the run; NULL: none runs */
  char *words;
  char *trouble;
  guint n_failures; /* in a row */
  guint retry_id;
  guint settle_id; /* while the settings come to rest */
  guint stay_id;   /* while the application is held for the run */
  gboolean again;  /* once the run is done */
};

G_DEFINE_FINAL_TYPE (DeskStoreSender, desk_store_sender, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_WORDS,
  PROP_TROUBLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* Takes both texts. */
static void
tell (DeskStoreSender *self, char *words, char *trouble)
{
  g_free (self->words);
  g_free (self->trouble);
  self->words = words;
  self->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
stop_staying (DeskStoreSender *self)
{
  if (self->stay_id == 0)
    return;
  g_clear_handle_id (&self->stay_id, g_source_remove);
  g_application_release (self->application);
}

static gboolean
on_stayed_long (gpointer data)
{
  DeskStoreSender *self = data;

  self->stay_id = 0;
  g_application_release (self->application);
  return G_SOURCE_REMOVE;
}

static void
stay (DeskStoreSender *self)
{
  if (self->application == NULL)
    return;
  g_application_hold (self->application);
  self->stay_id = g_timeout_add_seconds (LONGEST_STAY_SECONDS, on_stayed_long, self);
}

static gboolean
on_retry (gpointer data)
{
  DeskStoreSender *self = data;

  self->retry_id = 0;
  desk_store_sender_run (self);
  return G_SOURCE_REMOVE;
}

static void
try_later (DeskStoreSender *self, gint64 asked_s, gboolean misset)
{
  const double pause_s = desk_store_pause (++self->n_failures, asked_s, misset, g_random_double ());

  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_id = g_timeout_add ((guint) (1000 * pause_s), on_retry, self);
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
  const DeskOutboxRefusal *last = sending->refusals->pdata[0];
  const guint n = sending->counts.n_refused;

  return g_strdup_printf (
      ngettext (
          "The learning record store refuses %u statement (%s). It is kept; the instructor should "
          "know. “frontdesk class --send” tries it again.",
          "The learning record store refuses %u statements (%s). They are kept; the instructor should "
          "know. “frontdesk class --send” tries them again.",
          n),
      n, last->words);
}

static char *
describe_waiting (const DeskStoreSending *sending)
{
  const guint n = sending->counts.n_waiting;

  return g_strdup_printf (
      ngettext ("%u statement waits for the learning record store. %s It is tried again by itself.",
                "%u statements wait for the learning record store. %s It is tried again by itself.",
                n),
      n, sending->delivery->words != NULL ? sending->delivery->words : "");
}

static void
tell_sending (DeskStoreSender *self, const DeskStoreSending *sending)
{
  g_autofree char *trouble = NULL;

  if (sending->delivery->end != DESK_DELIVERED_ALL) {
    trouble = describe_waiting (sending);
    try_later (self, sending->delivery->wait_s, sending->delivery->end == DESK_DELIVERED_MISSET);
  } else {
    self->n_failures = 0;
    if (sending->refusals->len > 0)
      trouble = describe_refused (sending);
  }
  if (trouble == NULL && sending->notice != NULL)
    trouble = g_strdup (sending->notice);
  tell (self, trouble != NULL ? g_strdup (trouble) : describe (sending),
        g_steal_pointer (&trouble));
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
  stop_staying (self);
  if (self->settings == NULL) /* disposed of */
    return;
  if (!cancelled && sending != NULL)
    tell_sending (self, sending);
  else if (!cancelled)
    tell_failure (self, error);
  if (self->again)
    desk_store_sender_run (self);
}

static void
begin (DeskStoreSender *self)
{
  g_autofree char *sessions = desk_history_default_sessions ();

  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->retry_id, g_source_remove);
  stay (self);
  desk_store_send (self->setup, sessions, FALSE, self->cancellable, on_sent, g_object_ref (self));
}

void
desk_store_sender_run (DeskStoreSender *self)
{
  g_return_if_fail (DESK_IS_STORE_SENDER (self));
  if (self->cancellable != NULL)
    self->again = TRUE;
  else if (self->setup != NULL)
    begin (self);
}

const DeskStoreSetup *
desk_store_sender_get_setup (DeskStoreSender *self)
{
  g_return_val_if_fail (DESK_IS_STORE_SENDER (self), NULL);
  return self->setup;
}

const char *
desk_store_sender_get_trouble (DeskStoreSender *self)
{
  g_return_val_if_fail (DESK_IS_STORE_SENDER (self), NULL);
  return self->trouble;
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
  desk_store_sender_run (self);
  return G_SOURCE_REMOVE;
}

/* Nothing more goes where nothing is to go. */
void
desk_store_sender_run_anew (DeskStoreSender *self)
{
  g_return_if_fail (DESK_IS_STORE_SENDER (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (REST_MS, on_settled, self);
}

static void
on_changed (DeskStoreSender *self, const char *key)
{
  if (g_str_has_prefix (key, "store-"))
    desk_store_sender_run_anew (self);
}

static void
desk_store_sender_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskStoreSender *self = DESK_STORE_SENDER (object);

  switch (id) {
  case PROP_WORDS: g_value_set_string (value, self->words); break;
  case PROP_TROUBLE: g_value_set_string (value, self->trouble); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

/* A run goes on to its end by itself, as the application is held for it. */
static void
desk_store_sender_dispose (GObject *object)
{
  DeskStoreSender *self = DESK_STORE_SENDER (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  stop_staying (self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_store_sender_parent_class)->dispose (object);
}

static void
desk_store_sender_finalize (GObject *object)
{
  DeskStoreSender *self = DESK_STORE_SENDER (object);

  desk_store_setup_free (self->setup);
  g_free (self->words);
  g_free (self->trouble);
  G_OBJECT_CLASS (desk_store_sender_parent_class)->finalize (object);
}

static void
desk_store_sender_class_init (DeskStoreSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = desk_store_sender_get_property;
  object_class->dispose = desk_store_sender_dispose;
  object_class->finalize = desk_store_sender_finalize;
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
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
  self->application = application;
  find_setup (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}
