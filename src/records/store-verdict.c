/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/statement-text.h"

#define MOST_BYTES 4000 /* looked at for words */

/* Stores differ in where they say it. */
static const char *
find_words (const json_t *object)
{
  static const char *const keys[] = { "message", "error", "detail", "title" };

  for (guint n = 0; n < G_N_ELEMENTS (keys); n++) {
    const json_t *value = json_object_get (object, keys[n]);

    if (json_is_string (value))
      return json_string_value (value);
  }
  return json_string_value (json_array_get (json_object_get (object, "warnings"), 0));
}

/* What the store said, on a line of 200 letters at most; "" where that is nothing for people. (transfer full) */
static char *
words_of (const DeskStoreReply *reply)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);
  g_autofree char *text = data != NULL ? g_strndup (data, MIN (length, MOST_BYTES)) : g_strdup ("");
  json_t *json = desk_store_reply_json (reply);
  const char *words = find_words (json);
  char *line;

  if (words != NULL)
    line = desk_statement_line (words);
  else
    line = *g_strstrip (text) == '<' ? g_strdup ("") : desk_statement_line (text);
  json_decref (json);
  return line;
}

char *
desk_store_reply_describe (const DeskStoreReply *reply)
{
  g_autofree char *words = words_of (reply);

  return *words != '\0' ? g_strdup_printf ("%u: %s", reply->status, words)
                        : g_strdup_printf ("%u", reply->status);
}

static gboolean
names_all (const json_t *ids, const GPtrArray *items, guint first, guint n)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  if (!json_is_array (ids) || json_array_size (ids) != n)
    return FALSE;
  for (guint at = 0; at < n; at++) {
    const char *id = json_string_value (json_array_get (ids, at));

    g_hash_table_add (named, (gpointer) (id != NULL ? id : ""));
  }
  for (guint at = first; at < first + n; at++) {
    if (!g_hash_table_contains (named, ((const DeskOutboxItem *) items->pdata[at])->id))
      return FALSE;
  }
  return TRUE;
}

/* Whoever stands between may answer 200 for a store that is away: it counts when it names what it took. */
static gboolean
has_taken (const DeskStoreReply *reply, const GPtrArray *items, guint first, guint n)
{
  json_t *ids;
  gboolean taken;

  if (reply->status == 204)
    return TRUE;
  ids = desk_store_reply_json (reply);
  taken = names_all (ids, items, first, n);
  json_decref (ids);
  return taken;
}

static DeskStoreVerdict
say_redirect (const DeskStoreReply *reply, char **words)
{
  g_autofree char *where = desk_statement_line (reply->leads_to != NULL ? reply->leads_to : "?");

  *words = g_strdup_printf (
      _ ("The learning record store is said to be at “%s” now. Nothing is sent there "
         "before that address is set."),
      where);
  return DESK_STORE_MISSET;
}

static gboolean
is_in (const guint *statuses, gsize n, guint status)
{
  for (gsize at = 0; at < n; at++) {
    if (statuses[at] == status)
      return TRUE;
  }
  return FALSE;
}

/* There is something else at that address, or nothing. */
static gboolean
is_elsewhere (guint status)
{
  static const guint statuses[] = { 404, 405, 407, 410 };

  return is_in (statuses, G_N_ELEMENTS (statuses), status);
}

/* Never about one statement, but about who asks, how, or where: payment, what is accepted, a gateway that was not
 * meant, a kind of content, a version of HTTP, headers, the law. */
static gboolean
is_misset (guint status)
{
  static const guint statuses[] = { 401, 402, 403, 406, 415, 421, 426, 431, 451 };

  return is_elsewhere (status) || is_in (statuses, G_N_ELEMENTS (statuses), status);
}

static DeskStoreVerdict
say_misset (const DeskStoreReply *reply, char **words)
{
  g_autofree char *said = desk_store_reply_describe (reply);

  if (reply->status == 401)
    *words = g_strdup (
        _ ("The learning record store does not know this user and secret: set them again."));
  else if (reply->status == 403)
    *words = g_strdup (
        _ ("The learning record store does not let this user do that: its administrator must "
           "allow writing and reading of statements."));
  else if (is_elsewhere (reply->status))
    *words = g_strdup_printf (
        _ ("There is no learning record store at the address that is set (%u): check it."),
        reply->status);
  else
    *words = g_strdup_printf (
        _ ("The learning record store cannot be used as it is set up (%s): ask its administrator."),
        said);
  return DESK_STORE_MISSET;
}

static DeskStoreVerdict
say_later (const DeskStoreReply *reply, char **words)
{
  g_autofree char *said = desk_store_reply_describe (reply);

  if (reply->status == 200)
    *words = g_strdup (_ ("The learning record store answered without saying what it took."));
  else
    *words = g_strdup_printf (_ ("The learning record store cannot take anything now (%s)."), said);
  return reply->status >= 500 ? DESK_STORE_FAILS : DESK_STORE_LATER;
}

static DeskStoreVerdict
say_refused (const DeskStoreReply *reply, DeskStoreVerdict verdict, char **words)
{
  *words = desk_store_reply_describe (reply);
  return verdict;
}

DeskStoreVerdict
desk_store_verdict (
    const DeskStoreReply *reply, const GPtrArray *items, guint first, guint n, char **words)
{
  const guint status = reply->status;

  *words = NULL;
  if ((status == 200 || status == 204) && has_taken (reply, items, first, n))
    return DESK_STORE_TOOK;
  if (status >= 300 && status < 400)
    return say_redirect (reply, words);
  if (is_misset (status))
    return say_misset (reply, words);
  if (status == 409)
    return say_refused (reply, DESK_STORE_CONFLICTS, words);
  if (status == 413)
    return say_refused (reply, DESK_STORE_TOO_LONG, words);
  if (status >= 400 && status < 500 && status != 408 && status != 425 && status != 429)
    return say_refused (reply, DESK_STORE_REFUSES, words);
  return say_later (reply, words);
}

/* Somebody was there, and broke off in the midst of it. */
static gboolean
is_broken_off (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
         g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_EOF) ||
         g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_MISC);
}

DeskStoreVerdict
desk_store_verdict_of_error (const GError *error, const char *host, char **words)
{
  g_autofree char *said = desk_statement_line (error->message);

  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE)) {
    *words = g_strdup_printf (
        _ ("Nothing is sent to “%s”: its certificate is not to be trusted (%s)."), host, said);
    return DESK_STORE_MISSET;
  }
  *words =
      g_strdup_printf (_ ("The learning record store at “%s” cannot be reached: %s"), host, said);
  return is_broken_off (error) ? DESK_STORE_FAILS : DESK_STORE_LATER;
}

GError *
desk_store_reply_error (const DeskStoreReply *reply)
{
  GPtrArray none = { 0 };
  g_autofree char *words = NULL;

  desk_store_verdict (reply, &none, 0, 0, &words);
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                              words != NULL ? words
                                            : _ ("The learning record store answered nothing."));
}
