/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Of every byte of a journal, or of thousands of random cases, a test tries one in so many: all of them, except
 * under valgrind, which is some fifty times as slow and looks for what one case in 17 shows as well. */
static inline guint
one_in (void)
{
  const char *n = g_getenv ("FRONTDESK_TEST_ONE_IN");

  return n == NULL ? 1 : (guint) g_ascii_strtoull (n, NULL, 10);
}
