/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/complain.h"

#include "report/words.h"

#define LONGEST 4000 /* letters; the faults of a scenario take several lines */

void
desk_complain (const char *command, const char *message)
{
  g_autofree char *tame = desk_words_tame (message);
  g_autofree char *start = g_utf8_substring (tame, 0, MIN (g_utf8_strlen (tame, -1), LONGEST));

  g_printerr ("frontdesk %s: %s%s\n", command, start, g_str_equal (start, tame) ? "" : " …");
}
