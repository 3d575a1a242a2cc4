/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/store-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "matching/tame-text.h"

#define MOST_LETTERS 200
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

static char *
shorten (const char *text)
{
  g_autofree char *start = desk_tame_start (text, MOST_LETTERS);
  g_autofree char *line = desk_tame_line (start);

  return g_strdup (g_strstrip (line));
}

char *
desk_store_words (const DeskStoreReply *reply)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);
  g_autofree char *text = data != NULL ? g_strndup (data, MIN (length, MOST_BYTES)) : g_strdup ("");
  json_t *json = data != NULL ? json_loadb (data, length, 0, NULL) : NULL;
  const char *words = find_words (json);
  char *line;

  if (words != NULL)
    line = shorten (words);
  else
    line = *g_strstrip (text) == '<' ? g_strdup ("") : shorten (text);
  json_decref (json);
  return line;
}

/* "400", "400: the verb is unknown". (transfer full) */
static char *
describe (const DeskStoreReply *reply)
{
  g_autofree char *words = desk_store_words (reply);

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
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);
  json_t *ids;
  gboolean taken;

  if (reply->status == 204)
    return TRUE;
  ids = data != NULL ? json_loadb (data, length, 0, NULL) : NULL;
  taken = names_all (ids, items, first, n);
  json_decref (ids);
  return taken;
}

static DeskStoreVerdict
say_redirect (const DeskStoreReply *reply, char **words)
{
  g_autofree char *where = shorten (reply->leads_to != NULL ? reply->leads_to : "?");

  *words = g_strdup_printf (
      _ ("The learning record store is said to be at “%s” now. Nothing is sent there "
         "before that address is set."),
      where);
  return DESK_STORE_MISSET;
}

static DeskStoreVerdict
say_misset (const DeskStoreReply *reply, char **words)
{
  if (reply->status == 401)
    *words = g_strdup (
        _ ("The learning record store does not know this user and secret: set them anew."));
  else if (reply->status == 403)
    *words = g_strdup (
        _ ("The learning record store does not let this user do that: its administrator must "
           "allow writing and reading of statements."));
  else
    *words = g_strdup_printf (
        _ ("There is no learning record store at the address that is set (%u): check it."),
        reply->status);
  return DESK_STORE_MISSET;
}

static DeskStoreVerdict
say_later (const DeskStoreReply *reply, char **words)
{
  g_autofree char *said = describe (reply);

  if (reply->status == 200)
    *words = g_strdup (_ ("The learning record store answered without saying what it took."));
  else
    *words = g_strdup_printf (_ ("The learning record store cannot take anything now (%s)."), said);
  return DESK_STORE_LATER;
}

static DeskStoreVerdict
say_refused (const DeskStoreReply *reply, DeskStoreVerdict verdict, char **words)
{
  *words = describe (reply);
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
  if (status == 401 || status == 403 || status == 404 || status == 405 || status == 407 ||
      status == 410)
    return say_misset (reply, words);
  if (status == 409)
    return say_refused (reply, DESK_STORE_CONFLICTS, words);
  if (status == 413)
    return say_refused (reply, DESK_STORE_TOO_LONG, words);
  if (status >= 400 && status < 500 && status != 408 && status != 425 && status != 429)
    return say_refused (reply, DESK_STORE_REFUSES, words);
  return say_later (reply, words);
}

DeskStoreVerdict
desk_store_verdict_of_error (const GError *error, const char *host, char **words)
{
  g_autofree char *said = shorten (error->message);

  if (error->domain == G_TLS_ERROR) {
    *words = g_strdup_printf (
        _ ("Nothing is sent to “%s”: its certificate is not to be trusted (%s)."), host, said);
    return DESK_STORE_MISSET;
  }
  *words =
      g_strdup_printf (_ ("The learning record store at “%s” cannot be reached: %s"), host, said);
  return DESK_STORE_LATER;
}
