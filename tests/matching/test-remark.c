/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/remark.h"

#include "remark-assert.h"

static void
test_places (void)
{
  g_autoptr (DeskRemark) remark = desk_remark_new (
      9800, "{who} greeted {after} s after {who} answered, {n} of {n}",
      desk_fill_text ("who", "Åsa"), desk_fill_seconds ("after", 840), desk_fill_count ("n", 3));
  g_autoptr (DeskRemark) plain = desk_remark_plain (-1, "no {place} here, nor {there");

  assert_english (remark, "00:09.8 Åsa greeted 0.84 s after Åsa answered, 3 of 3");
  assert_english (plain, "no {place} here, nor {there");
  assert_english (NULL, "");
}

/* What somebody wrote is no template, however much it looks like one. */
static void
test_what_people_wrote (void)
{
  g_autofree char *long_text = g_strnfill (1 << 20, 'x');
  g_autoptr (DeskRemark) remark = desk_remark_new (-1, "\"{written}\" for \"{expected}\"",
                                                   desk_fill_text ("written", "{expected} %s \xff"),
                                                   desk_fill_text ("expected", "{written}"));
  g_autoptr (DeskRemark) cut =
      desk_remark_new (-1, "{written}", desk_fill_text ("written", long_text));
  g_autoptr (DeskRemark) nothing =
      desk_remark_new (-1, "[{written}]", desk_fill_text ("written", NULL));
  g_autofree char *short_text = desk_remark_to_english (cut);

  assert_english (remark, "\"{expected} %s \xef\xbf\xbd\" for \"{written}\"");
  g_assert_cmpint (g_utf8_strlen (short_text, -1), ==, 61);
  g_assert_true (g_str_has_suffix (short_text, "…"));
  assert_english (nothing, "[]");
}

static void
test_parts (void)
{
  g_autoptr (DeskRemark) inner = desk_remark_new (-1, "number {n}", desk_fill_count ("n", 4417));
  DeskRemark *remark = desk_remark_new (61000, "missing: {fact}", desk_fill_remark ("fact", inner));

  remark = desk_remark_append (
      remark,
      desk_remark_new (-1, "ticked: {labels}", desk_fill_words ("labels", "Urgent\nPlease call")));
  g_clear_pointer (&inner, desk_remark_free);
  assert_english (remark, "01:01.0 missing: number 4417; ticked: Urgent, Please call");
  desk_remark_free (remark);
}

/* Without a catalogue the user's language is English. */
static void
test_words (void)
{
  g_autoptr (DeskRemark) remark =
      desk_remark_new (69900, "held {held} s, {late} s late, {over} s over {most} s",
                       desk_fill_seconds ("held", 94000), desk_fill_seconds ("late", 13480),
                       desk_fill_seconds ("over", 15040), desk_fill_brief_seconds ("most", 15000));
  g_autofree char *words = desk_remark_to_words (remark);

  /* Never rounded to the second that is the limit. */
  g_assert_cmpstr (words, ==, "01:09 held 94.0 s, 13.5 s late, 15.1 s over 15 s");
  assert_english (remark, "01:09.9 held 94.0 s, 13.48 s late, 15.04 s over 15 s");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remark/places", test_places);
  g_test_add_func ("/remark/what-people-wrote", test_what_people_wrote);
  g_test_add_func ("/remark/parts", test_parts);
  g_test_add_func ("/remark/words", test_words);
  return g_test_run ();
}
