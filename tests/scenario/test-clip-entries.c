/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-entries.h"

#include <string.h>

/* `pairs` is key, name, key, name, …, NULL. */
static void
check (const char *const *pairs, const char *before, const char *after, guint expected_added)
{
  g_autoptr (GHashTable) clips = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *edited = NULL;
  guint n_added = 99;

  for (; *pairs != NULL; pairs += 2)
    g_hash_table_insert (clips, (gpointer) pairs[0], (gpointer) pairs[1]);
  edited = desk_clip_entries_add (before, strlen (before), clips, &n_added);
  g_assert_cmpstr (edited, ==, after);
  g_assert_cmpuint (n_added, ==, expected_added);
}

static const char *const one[] = { "a/opening", "a-opening.opus", NULL };

static void
test_flow (void)
{
  check (
      one, "calls: # twelve\n  - {id: a, says: {opening: {text: \"Hej\"}}} # the end\n",
      "calls: # twelve\n  - {id: a, says: {opening: {clip: a-opening.opus, text: \"Hej\"}}} # the end\n",
      1);
}

static void
test_block (void)
{
  check (one, "calls:\n  - id: a\n    says:\n      opening:\n        # hers\n        text: Hej\n",
         "calls:\n  - id: a\n    says:\n      opening:\n        # hers\n"
         "        clip: a-opening.opus\n        text: Hej\n",
         1);
}

static void
test_block_with_carriage_returns (void)
{
  check (one, "calls:\r\n- id: a\r\n  says:\r\n    opening:\r\n      text: Hej\r\n",
         "calls:\r\n- id: a\r\n  says:\r\n    opening:\r\n      clip: a-opening.opus\r\n"
         "      text: Hej\r\n",
         1);
}

/* Letters of two and four bytes before the place, and a byte order mark. */
static void
test_wide_letters (void)
{
  check (
      one,
      "\xEF\xBB\xBFtitle: Måndag \xF0\x9F\x93\x9E\ncalls: [{id: a, says: {opening: {text: Åh}}}]\n",
      "\xEF\xBB\xBFtitle: Måndag \xF0\x9F\x93\x9E\n"
      "calls: [{id: a, says: {opening: {clip: a-opening.opus, text: Åh}}}]\n",
      1);
}

static void
test_several (void)
{
  static const char *const clips[] = { "people/eva/answer", "p.opus", "a/opening", "a.opus",
                                       "b/opening",         "b.opus", NULL };

  check (
      clips,
      "calls:\n  - {id: b, says: {opening: {text: x}}}\n  - {id: a, says: {opening: {text: y}}}\n"
      "people:\n  - {id: eva, says: {answer: {text: z}}}\n",
      "calls:\n  - {id: b, says: {opening: {clip: b.opus, text: x}}}\n"
      "  - {id: a, says: {opening: {clip: a.opus, text: y}}}\n"
      "people:\n  - {id: eva, says: {answer: {clip: p.opus, text: z}}}\n",
      3);
}

/* `clip:` is there and has no value. */
static void
test_empty (void)
{
  check (one, "calls: [{id: a, says: {opening: {clip: , text: y}}}]\n",
         "calls: [{id: a, says: {opening: {clip: a-opening.opus , text: y}}}]\n", 1);
  check (one, "calls: [{id: a, says: {opening: {clip: \"\", text: y}}}] # å\n",
         "calls: [{id: a, says: {opening: {clip: a-opening.opus, text: y}}}] # å\n", 1);
  check (one, "calls:\n- id: a\n  says:\n    opening:\n      text: y\n      clip:   # none yet\n",
         "calls:\n- id: a\n  says:\n    opening:\n      text: y\n"
         "      clip: a-opening.opus   # none yet\n",
         1);
}

static void
test_left_alone (void)
{
  const char *named = "calls: [{id: a, says: {opening: {text: y, clip: own.wav}}}]\n";
  const char *other = "calls: [{id: other, says: {opening: {text: y}}}]\n";
  const char *strange = "calls: {a: [b]}\npeople: 7\n";

  check (one, named, named, 0);
  check (one, other, other, 0);
  check (one, strange, strange, 0);
  check (one, "", "", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip-entries/flow", test_flow);
  g_test_add_func ("/clip-entries/block", test_block);
  g_test_add_func ("/clip-entries/carriage-returns", test_block_with_carriage_returns);
  g_test_add_func ("/clip-entries/wide-letters", test_wide_letters);
  g_test_add_func ("/clip-entries/several", test_several);
  g_test_add_func ("/clip-entries/empty", test_empty);
  g_test_add_func ("/clip-entries/left-alone", test_left_alone);
  return g_test_run ();
}
