/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include "matching/phone-number.h"

/* A telephone number that is grouped while it is typed, with the caret in it. */

G_BEGIN_DECLS

/* On which side of the spaces and hyphens between two digits the caret comes to stand. */
typedef enum {
  DESK_CARET_BEHIND, /* right after the digit before it: what was typed, or is to be rubbed out */
  DESK_CARET_AHEAD,  /* right before the digit after it: what is to be deleted */
} DeskCaretSide;

/* `typed` grouped as desk_phone_number_group() does, with nothing changed but spaces and hyphens; as
 * it was typed where there is anything else than digits, those, and a leading "+". `caret`, in
 * characters, is moved to stand between the same digits. (transfer full) */
char *
desk_phone_typing_group (const char *typed, DeskCountry country, DeskCaretSide side, guint *caret);

G_END_DECLS
