/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-client.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/secret.h"
#include "records/soup.h"
#include "records/store-address.h"

#define PATIENCE_S 60       /* that an answer may take */
#define QUIET_S 30          /* without a byte the store counts as gone */
#define PIECE 16384         /* bytes that are read at a time */
#define LONGEST_HEADER 2000 /* bytes of a header that is looked at */
/* Times that a store may say that an answer is to come (1xx) before it comes. libsoup reads on without letting the
 * main loop go round for as long as there is something to read. */
#define MOST_INFORMATIONAL 10

struct _DeskStoreClient {
  DeskSoup soup;
  SoupSession *session; /* owned, as below */
  char *address;
  char *authorization; /* holds the secret */
};

/* A question on its way; all owned but the client. */
typedef struct {
  DeskStoreClient *client;
  SoupMessage *message;
  GCancellable *cancellable; /* of this question alone */
  GCancellable *callers;     /* or NULL */
  gulong callers_id;
  GSource *patience;
  GInputStream *stream;
  GByteArray *body;
  gsize most_bytes;
  guint n_informational;
  gboolean late;
} Question;

/* The certificates to trust; NULL with an error where they cannot be read. */
static GTlsDatabase *
read_authorities (const char *path, GError **error)
{
  GTlsDatabase *database = g_tls_file_database_new (path, error);

  if (database == NULL)
    g_prefix_error (error, _ ("The certificates in “%s” cannot be read: "), path);
  return database;
}

/* In plain text the secret goes to this machine itself, and past no other on the way. */
static gboolean
is_plain (const DeskStoreSetup *setup)
{
  return g_str_has_prefix (setup->address, "http:");
}

static SoupSession *
session_new (const DeskSoup *soup, const DeskStoreSetup *setup, GTlsDatabase *authorities)
{
  SoupSession *session =
      soup->session_new_with_options ("user-agent", "Frontdesk/" DESK_VERSION, "timeout", QUIET_S,
                                      "idle-timeout", QUIET_S, "max-conns-per-host", 1, NULL);

  if (authorities != NULL)
    g_object_set (session, "tls-database", authorities, NULL);
  if (is_plain (setup))
    g_object_set (session, "proxy-resolver", NULL, NULL);
  /* A small answer must not unfold into a large one; and who asks for a password gets none. */
  soup->session_remove_feature_by_type (session, soup->content_decoder_get_type ());
  soup->session_remove_feature_by_type (session, soup->auth_manager_get_type ());
  return session;
}

static char *
basic_authorization (const char *user, const char *secret)
{
  char *both = g_strdup_printf ("%s:%s", user, secret);
  char *encoded = g_base64_encode ((const guchar *) both, strlen (both));
  char *whole = g_strconcat ("Basic ", encoded, NULL);

  desk_secret_free (both);
  desk_secret_free (encoded);
  return whole;
}

DeskStoreClient *
desk_store_client_new (const DeskStoreSetup *setup, const char *secret, GError **error)
{
  g_autoptr (DeskStoreClient) self = g_new0 (DeskStoreClient, 1);
  g_autoptr (GTlsDatabase) authorities = NULL;

  if (!desk_soup_find (&self->soup, error))
    return NULL;
  if (setup->authorities != NULL) {
    authorities = read_authorities (setup->authorities, error);
    if (authorities == NULL)
      return NULL;
  }
  self->session = session_new (&self->soup, setup, authorities);
  self->address = g_strdup (setup->address);
  self->authorization = basic_authorization (setup->user, secret);
  return g_steal_pointer (&self);
}

void
desk_store_client_free (DeskStoreClient *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    self->soup.session_abort (self->session);
  g_clear_object (&self->session);
  g_free (self->address);
  desk_secret_free (self->authorization);
  g_free (self);
}

const char *
desk_store_client_get_address (const DeskStoreClient *self)
{
  return self->address;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_cancellable_disconnect (question->callers, question->callers_id);
  g_clear_object (&question->callers);
  if (question->patience != NULL)
    g_source_destroy (question->patience);
  g_clear_pointer (&question->patience, g_source_unref);
  g_signal_handlers_disconnect_by_data (question->message, question);
  g_clear_object (&question->message);
  g_clear_object (&question->cancellable);
  g_clear_object (&question->stream);
  g_clear_pointer (&question->body, g_byte_array_unref);
  g_free (question);
}

void
desk_store_reply_free (DeskStoreReply *reply)
{
  if (reply == NULL)
    return;
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->leads_to);
  g_free (reply);
}

json_t *
desk_store_reply_json (const DeskStoreReply *reply)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);

  return data != NULL ? json_loadb (data, length, 0, NULL) : NULL;
}

static void
free_reply (gpointer reply)
{
  desk_store_reply_free (reply);
}

/* Takes the task and the error. */
static void
give_up (GTask *task, GError *error)
{
  const Question *question = g_task_get_task_data (task);

  if (question->late) {
    g_clear_error (&error);
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                                 _ ("The learning record store took too long to answer."));
  } else if (question->n_informational > MOST_INFORMATIONAL) {
    g_clear_error (&error);
    error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("The learning record store announces an answer and gives none."));
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static const char *
header (const Question *question, const char *name)
{
  const DeskSoup *soup = &question->client->soup;
  const char *text =
      soup->message_headers_get_one (soup->message_get_response_headers (question->message), name);

  return text != NULL && strlen (text) <= LONGEST_HEADER ? text : NULL;
}

/* "120", or a date; -1: not asked for. */
static gint64
read_wait (const Question *question)
{
  const char *text = header (question, "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return (gint64) seconds;
  date = question->client->soup.date_time_new_from_http_string (text);
  return date != NULL ? MAX (0, g_date_time_difference (date, now) / G_TIME_SPAN_SECOND) : -1;
}

/* Takes the task. */
static void
answer (GTask *task)
{
  Question *question = g_task_get_task_data (task);
  DeskStoreReply *reply = g_new0 (DeskStoreReply, 1);

  reply->status = (guint) question->client->soup.message_get_status (question->message);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&question->body));
  reply->wait_s = read_wait (question);
  reply->leads_to = g_strdup (header (question, "Location"));
  g_task_return_pointer (task, reply, free_reply);
  g_object_unref (task);
}

static void read_on (GTask *task);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) piece =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (piece == NULL) {
    give_up (task, error);
  } else if (g_bytes_get_size (piece) == 0) {
    answer (task);
  } else if (question->body->len + g_bytes_get_size (piece) > question->most_bytes) {
    give_up (task,
             g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                                  _ ("The learning record store answered with far too much.")));
  } else {
    g_byte_array_append (question->body, g_bytes_get_data (piece, NULL),
                         (guint) g_bytes_get_size (piece));
    read_on (task);
  }
}

static void
read_on (GTask *task)
{
  Question *question = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (question->stream, PIECE, G_PRIORITY_DEFAULT,
                                   question->cancellable, on_read, task);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;

  question->stream = question->client->soup.session_send_finish ((SoupSession *) (gpointer) source,
                                                                 result, &error);
  if (question->stream == NULL)
    give_up (task, error);
  else
    read_on (task);
}

static void
on_informational (SoupMessage *message, Question *question)
{
  if (++question->n_informational > MOST_INFORMATIONAL)
    g_cancellable_cancel (question->cancellable);
}

static gboolean
on_late (gpointer data)
{
  Question *question = data;

  question->late = TRUE;
  g_cancellable_cancel (question->cancellable);
  return G_SOURCE_REMOVE;
}

/* In the main context of the thread that asks. */
static GSource *
patience_new (Question *question)
{
  GSource *source = g_timeout_source_new_seconds (PATIENCE_S);

  g_source_set_callback (source, on_late, question, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
on_callers_cancelled (GCancellable *callers, gpointer data)
{
  g_cancellable_cancel (data);
}

static SoupMessage *
message_new (const DeskStoreClient *self, GUri *uri, GBytes *body)
{
  const DeskSoup *soup = &self->soup;
  SoupMessage *message = soup->message_new_from_uri (body != NULL ? "POST" : "GET", uri);
  SoupMessageHeaders *headers = soup->message_get_request_headers (message);

  soup->message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup->message_headers_replace (headers, "X-Experience-API-Version", "1.0.3");
  soup->message_headers_replace (headers, "Authorization", self->authorization);
  soup->message_headers_replace (headers, "Accept", "application/json");
  if (body != NULL)
    soup->message_set_request_body_from_bytes (message, "application/json", body);
  return message;
}

static Question *
question_new (DeskStoreClient *self, SoupMessage *message, gsize most_bytes, GCancellable *callers)
{
  Question *question = g_new0 (Question, 1);

  question->client = self;
  question->message = message;
  question->most_bytes = most_bytes;
  question->body = g_byte_array_new ();
  question->cancellable = g_cancellable_new ();
  question->patience = patience_new (question);
  g_signal_connect (message, "got-informational", G_CALLBACK (on_informational), question);
  if (callers != NULL) {
    question->callers = g_object_ref (callers);
    question->callers_id =
        g_cancellable_connect (callers, G_CALLBACK (on_callers_cancelled),
                               g_object_ref (question->cancellable), g_object_unref);
  }
  return question;
}

void
desk_store_client_ask (DeskStoreClient *self,
                       const char *reference,
                       GBytes *body,
                       gsize most_bytes,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  GError *error = NULL;
  g_autoptr (GUri) uri = desk_store_address_resolve (self->address, reference, &error);
  SoupMessage *message;

  if (uri == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  message = message_new (self, uri, body);
  g_task_set_task_data (task, question_new (self, message, most_bytes, cancellable), question_free);
  self->soup.session_send_async (self->session, message, G_PRIORITY_DEFAULT,
                                 ((Question *) g_task_get_task_data (task))->cancellable, on_sent,
                                 task);
}

DeskStoreReply *
desk_store_client_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
