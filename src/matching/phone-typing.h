/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/phone-number.h"

/* Groups a telephone number while it is typed, and keeps the caret in place. */

G_BEGIN_DECLS

/* On which side of a separator the caret ends up. */
typedef enum {
  DESK_CARET_BEHIND, /* directly after the preceding digit: what was typed, or Backspace would delete */
  DESK_CARET_AHEAD, /* directly before the following digit: what Delete would delete */
} DeskCaretSide;

/* `typed` with spaces and hyphens as desk_phone_number_group() sets them. Unchanged if it holds anything
 * but digits, separators and a leading "+". `caret`, in characters, is moved so that it stays between the
 * same digits. (transfer full) */
char *
desk_phone_typing_group (const char *typed, DeskCountry country, DeskCaretSide side, guint *caret);

G_END_DECLS
