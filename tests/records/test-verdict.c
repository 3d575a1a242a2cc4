/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <string.h>

#include "records/same-statement.h"
#include "records/store-verdict.h"

/* Two statements, "a" and "b", are sent. */
static GPtrArray *
items_new (void)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint n = 0; n < 2; n++) {
    DeskOutboxItem *item = g_new0 (DeskOutboxItem, 1);

    item->id = g_strdup (n == 0 ? "a" : "b");
    item->body = g_bytes_new_static ("{}", 2);
    g_ptr_array_add (items, item);
  }
  return items;
}

static void
items_free (GPtrArray *items)
{
  for (guint n = 0; n < items->len; n++)
    desk_outbox_item_free (items->pdata[n]);
  g_ptr_array_unref (items);
}

typedef struct {
  guint status;
  const char *body;
  DeskStoreVerdict expected;
  const char *words; /* a part of them; NULL: there are none */
} Case;

static const Case cases[] = {
  { 200, "[\"a\",\"b\"]", DESK_STORE_TOOK, NULL },
  { 200, "[\"b\",\"a\"]", DESK_STORE_TOOK, NULL },
  { 204, "", DESK_STORE_TOOK, NULL },
  { 200, "[\"a\"]", DESK_STORE_LATER, "without saying" },
  { 200, "[\"a\",\"a\"]", DESK_STORE_LATER, "without saying" },
  { 200, "[\"a\",\"b\",\"c\"]", DESK_STORE_LATER, "without saying" },
  { 200, "[\"a\",7]", DESK_STORE_LATER, "without saying" },
  { 200, "{\"a\":1,\"b\":1}", DESK_STORE_LATER, "without saying" },
  { 200, "", DESK_STORE_LATER, "without saying" },
  { 201, "[\"a\",\"b\"]", DESK_STORE_LATER, "201" },
  { 100, "", DESK_STORE_LATER, "100" },
  { 301, "", DESK_STORE_MISSET, "“?”" },
  { 302, "", DESK_STORE_MISSET, "“?”" },
  { 304, "", DESK_STORE_MISSET, "“?”" },
  { 400, "{\"message\":\"no\"}", DESK_STORE_REFUSES, "400: no" },
  { 400, "<html>", DESK_STORE_REFUSES, "400" },
  { 401, "", DESK_STORE_MISSET, "user and secret" },
  { 402, "", DESK_STORE_MISSET, "(402)" },
  { 403, "", DESK_STORE_MISSET, "does not let this user" },
  { 404, "", DESK_STORE_MISSET, "no learning record store" },
  { 405, "", DESK_STORE_MISSET, "no learning record store" },
  { 406, "", DESK_STORE_MISSET, "(406)" },
  { 407, "", DESK_STORE_MISSET, "no learning record store" },
  { 408, "", DESK_STORE_LATER, "408" },
  { 409, "", DESK_STORE_CONFLICTS, "409" },
  { 410, "", DESK_STORE_MISSET, "no learning record store" },
  { 412, "", DESK_STORE_REFUSES, "412" },
  { 413, "", DESK_STORE_TOO_LONG, "413" },
  { 415, "", DESK_STORE_MISSET, "(415)" },
  { 421, "", DESK_STORE_MISSET, "(421)" },
  { 422, "{\"warnings\":[\"bad\"]}", DESK_STORE_REFUSES, "422: bad" },
  { 425, "", DESK_STORE_LATER, "425" },
  { 426, "", DESK_STORE_MISSET, "(426)" },
  { 429, "", DESK_STORE_LATER, "429" },
  { 431, "", DESK_STORE_MISSET, "(431)" },
  { 451, "{\"detail\":\"law\"}", DESK_STORE_MISSET, "(451: law)" },
  { 500, "", DESK_STORE_FAILS, "500" },
  { 503, "{\"error\":\"a\\u001b[2J\\nb\"}", DESK_STORE_FAILS, "503: a\xef\xbf\xbd[2J b" },
  { 599, "", DESK_STORE_FAILS, "599" },
};

static void
test_verdicts (void)
{
  GPtrArray *items = items_new ();

  for (guint n = 0; n < G_N_ELEMENTS (cases); n++) {
    const Case *at = &cases[n];
    g_autoptr (GBytes) body = g_bytes_new_static (at->body, strlen (at->body));
    const DeskStoreReply reply = { .status = at->status, .body = body, .wait_s = -1 };
    g_autofree char *words = NULL;

    g_test_message ("%u %s", at->status, at->body);
    g_assert_cmpint (desk_store_verdict (&reply, items, 0, 2, &words), ==, at->expected);
    g_assert_true ((words == NULL) == (at->words == NULL));
    if (words != NULL)
      g_assert_nonnull (strstr (words, at->words));
  }
  items_free (items);
}

static void
test_a_part_of_them (void)
{
  GPtrArray *items = items_new ();
  g_autoptr (GBytes) body = g_bytes_new_static ("[\"b\"]", 5);
  const DeskStoreReply reply = { .status = 200, .body = body };
  g_autofree char *words = NULL;

  g_assert_cmpint (desk_store_verdict (&reply, items, 1, 1, &words), ==, DESK_STORE_TOOK);
  g_assert_cmpint (desk_store_verdict (&reply, items, 0, 1, &words), ==, DESK_STORE_LATER);
  items_free (items);
}

static void
test_errors (void)
{
  g_autoptr (GError) certificate =
      g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "expired");
  g_autoptr (GError) silence = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "late");
  g_autoptr (GError) broken = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "broken");
  g_autoptr (GError) cut = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_EOF, "cut off");
  g_autofree char *of_broken = NULL;
  g_autofree char *of_cut = NULL;
  g_autofree char *of_certificate = NULL;
  g_autofree char *of_silence = NULL;

  g_assert_cmpint (desk_store_verdict_of_error (certificate, "lrs", &of_certificate), ==,
                   DESK_STORE_MISSET);
  g_assert_nonnull (strstr (of_certificate, "“lrs”"));
  g_assert_cmpint (desk_store_verdict_of_error (silence, "lrs", &of_silence), ==, DESK_STORE_LATER);
  g_assert_nonnull (strstr (of_silence, "late"));
  g_assert_cmpint (desk_store_verdict_of_error (broken, "lrs", &of_broken), ==, DESK_STORE_FAILS);
  g_assert_cmpint (desk_store_verdict_of_error (cut, "lrs", &of_cut), ==, DESK_STORE_FAILS);
  g_assert_nonnull (strstr (of_cut, "cannot be reached: cut off"));
}

typedef struct {
  const char *sent;
  const char *kept;
  gboolean same;
} Pair;

static const Pair pairs[] = {
  { "{\"a\":1}", "{\"a\":1}", TRUE },
  /* What a store adds, and how it writes. */
  { "{\"a\":1}", "{\"a\":1.0,\"stored\":\"2026-11-24T10:00:00Z\",\"authority\":{}}", TRUE },
  { "{\"t\":\"2026-11-24T10:00:00+01:00\"}", "{\"t\":\"2026-11-24T09:00:00.000Z\"}", TRUE },
  { "{\"c\":{\"id\":\"x\"}}", "{\"c\":[{\"id\":\"x\",\"objectType\":\"Activity\"}]}", TRUE },
  { "{\"l\":[1,{\"b\":true}]}", "{\"l\":[1,{\"b\":true,\"n\":null}]}", TRUE },
  { "{}", "{\"a\":1}", TRUE },
  /* What it may not. */
  { "{\"a\":1}", "{}", FALSE },
  { "{\"a\":1}", "{\"a\":2}", FALSE },
  { "{\"a\":1}", "{\"a\":\"1\"}", FALSE },
  { "{\"a\":true}", "{\"a\":false}", FALSE },
  { "{\"a\":null}", "{\"a\":false}", FALSE },
  { "{\"a\":\"b\"}", "{\"a\":\"B\"}", FALSE },
  { "{\"t\":\"2026-11-24T10:00:00+01:00\"}", "{\"t\":\"2026-11-24T10:00:00Z\"}", FALSE },
  { "{\"l\":[1,2]}", "{\"l\":[1]}", FALSE },
  { "{\"l\":[1,2]}", "{\"l\":[2,1]}", FALSE },
  { "{\"c\":{\"id\":\"x\"}}", "{\"c\":[{\"id\":\"x\"},{\"id\":\"y\"}]}", FALSE },
  { "{\"c\":{\"id\":\"x\"}}", "{\"c\":[]}", FALSE },
  { "{\"a\":1}", "[]", FALSE },
};

static void
test_same_statement (void)
{
  for (guint n = 0; n < G_N_ELEMENTS (pairs); n++) {
    json_t *sent = json_loads (pairs[n].sent, 0, NULL);
    json_t *kept = json_loads (pairs[n].kept, 0, NULL);

    g_test_message ("%s and %s", pairs[n].sent, pairs[n].kept);
    g_assert_true (desk_same_statement (sent, kept) == pairs[n].same);
    json_decref (sent);
    json_decref (kept);
  }
}

/* However deep a reply is, it ends. */
static void
test_deep (void)
{
  json_t *sent = json_array ();
  json_t *kept;

  for (guint n = 0; n < 1000; n++)
    sent = json_pack ("[o]", sent);
  kept = json_deep_copy (sent);
  g_assert_false (desk_same_statement (sent, kept));
  json_decref (sent);
  json_decref (kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/verdict/verdicts", test_verdicts);
  g_test_add_func ("/records/verdict/a-part-of-them", test_a_part_of_them);
  g_test_add_func ("/records/verdict/errors", test_errors);
  g_test_add_func ("/records/verdict/same-statement", test_same_statement);
  g_test_add_func ("/records/verdict/deep", test_deep);
  return g_test_run ();
}
