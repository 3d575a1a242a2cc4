/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <string.h>

#include "matching/remark.h"

static inline void
assert_english (const DeskRemark *remark, const char *expected)
{
  g_autofree char *english = desk_remark_to_english (remark);

  g_assert_cmpstr (english, ==, expected);
}

/* A whole sentence: every place was filled, and something is said. */
static inline void
assert_sentence (const DeskRemark *remark)
{
  g_autofree char *english = desk_remark_to_english (remark);

  g_test_message ("%s", english);
  g_assert_true (g_utf8_validate (english, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (english, -1), >, 5);
  g_assert_null (strchr (english, '{'));
}
