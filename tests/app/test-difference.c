/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>

#include "app/difference.h"

static const struct {
  const char *text;
  const char *other;
  const char *before;
  const char *differs;
} cases[] = {
  { "same", "same", "same", "" },
  { "Åsa Lindkvist", "Åsa Lindqvist", "Åsa Lind", "k" },
  { "070-174 60 05", "070-174 06 05", "070-174 ", "60" },
  { "", "anything", "", "" },
  { "anything", "", "", "anything" },
  { "Lindqvst", "Lindqvist", "Lindqv", "" },
  { "Lindqvist", "Lindqvst", "Lindqv", "i" },
  { "aa", "aaa", "aa", "" },
  { "Please call, Urgent", "Please call", "Please call", ", Urgent" },
  { "Öberg", "Åberg", "", "Ö" }, /* the letters share their first byte */
  { "Åå", "Åö", "Å", "å" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *before = NULL;
    g_autofree char *differs = NULL;
    gsize start, end;

    desk_difference_find (cases[i].text, cases[i].other, &start, &end);
    before = g_strndup (cases[i].text, start);
    differs = g_strndup (cases[i].text + start, end - start);
    g_assert_cmpstr (before, ==, cases[i].before);
    g_assert_cmpstr (differs, ==, cases[i].differs);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/table", test_table);
  return g_test_run ();
}
