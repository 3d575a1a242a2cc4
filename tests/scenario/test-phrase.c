/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/diagnostics.h"
#include "scenario/phrase.h"

static void
test_languages (void)
{
  static const char *const swedish[] = { "sv", "sv-FI", "SV" };
  static const char *const english[] = { "en", "en-GB", "svx", "de" };

  for (gsize i = 0; i < G_N_ELEMENTS (swedish); i++)
    g_assert_cmpstr (desk_builtin_phrases (swedish[i])[DESK_PHRASE_ASK_RECIPIENT].spoken, ==,
                     "Vem söker du?");
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    g_assert_cmpstr (desk_builtin_phrases (english[i])[DESK_PHRASE_ASK_RECIPIENT].spoken, ==,
                     "Who would you like to speak to?");
}

/* The ids and replies of the contract, by hand. */
static void
test_builtin_phrases (void)
{
  static const char *const expected[DESK_N_BUILTIN_PHRASES][2] = {
    { "greet", "opening" },
    { "ask_name", "name" },
    { "ask_spelling", "spelling" },
    { "ask_organisation", "organisation" },
    { "ask_number", "number" },
    { "ask_matter", "matter" },
    { "ask_recipient", "recipient" },
    { "ask_hold", NULL },
    { "thank_holding", "thanks" },
    { "offer_message", "message_yes" },
    { "read_back", NULL },
    { "tell_transfer", "transfer_ok" },
    { "announce", NULL },
    { "apologise", "apology" },
    { "ask_repeat", NULL },
    { "goodbye", "goodbye" },
  };

  for (guint i = 0; i < DESK_N_BUILTIN_PHRASES; i++) {
    const DeskPhrase *english = &desk_builtin_phrases ("en")[i];
    const DeskPhrase *swedish = &desk_builtin_phrases ("sv")[i];
    g_assert_cmpuint (english->index, ==, i);
    g_assert_cmpint (english->which, ==, i);
    g_assert_cmpstr (english->id, ==, expected[i][0]);
    g_assert_cmpstr (english->reply, ==, expected[i][1]);
    g_assert_cmpstr (swedish->id, ==, expected[i][0]);
    g_assert_cmpstr (swedish->reply, ==, expected[i][1]);
    g_assert_cmpstr (swedish->label, ==, english->label);
    g_assert_cmpstr (swedish->spoken, !=, english->spoken);
    g_assert_false (english->critical);
  }
}

static void
test_neutral_replies (void)
{
  const char *const *ids = desk_builtin_reply_ids ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 19);
  for (guint i = 0; i < DESK_N_BUILTIN_PHRASES; i++) {
    const char *reply = desk_builtin_phrases ("en")[i].reply;
    g_assert_true (reply == NULL || g_strv_contains (ids, reply));
  }
  g_assert_cmpstr (desk_neutral_reply ("en", "hold_yes"), ==, "Yes, that's fine.");
  g_assert_cmpstr (desk_neutral_reply ("sv", "hold_yes"), ==, "Ja, det går bra.");
  g_assert_cmpstr (desk_neutral_reply ("en", "zebra"), ==, "I'm afraid I couldn't say.");
  g_assert_cmpstr (desk_neutral_reply ("sv", "zebra"), ==, "Det kan jag tyvärr inte svara på.");
}

static void
test_diagnostics_in_order (void)
{
  g_autoptr (DeskDiagnostics) diagnostics = desk_diagnostics_new ("a.yaml");

  desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 3, 1, "c");
  desk_diagnostics_add (diagnostics, DESK_SEVERITY_WARNING, 1, 7, "b %d", 2);
  desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 3, 1, "d");
  desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, 0, 0, "a");
  g_autofree char *text = desk_diagnostics_to_text (diagnostics);
  g_assert_cmpstr (text, ==,
                   "a.yaml: error: a\na.yaml:1:7: warning: b 2\na.yaml:3:1: error: c\n"
                   "a.yaml:3:1: error: d\n");
  g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR), ==, 3);
  g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_WARNING), ==, 1);
}

static void
test_diagnostics_are_bounded (void)
{
  g_autoptr (DeskDiagnostics) diagnostics = desk_diagnostics_new ("a.yaml");

  for (guint i = 1; i <= 20000; i++)
    desk_diagnostics_add (diagnostics, DESK_SEVERITY_ERROR, i, 1, "x");
  g_assert_cmpuint (desk_diagnostics_count (diagnostics, DESK_SEVERITY_ERROR), ==, 20000);
  g_assert_cmpuint (desk_diagnostics_get_n_items (diagnostics), ==, 10001);
  g_assert_cmpuint (desk_diagnostics_get_item (diagnostics, 0)->line, ==, 0);
  g_assert_cmpuint (desk_diagnostics_get_item (diagnostics, 10000)->line, ==, 10000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/languages", test_languages);
  g_test_add_func ("/phrase/builtin", test_builtin_phrases);
  g_test_add_func ("/phrase/neutral-replies", test_neutral_replies);
  g_test_add_func ("/diagnostics/in-order", test_diagnostics_in_order);
  g_test_add_func ("/diagnostics/bounded", test_diagnostics_are_bounded);
  return g_test_run ();
}
