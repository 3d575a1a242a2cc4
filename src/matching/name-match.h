/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* A caller's right name, and how much of it a written name gets right. */

G_BEGIN_DECLS

typedef enum {
  DESK_NAME_GIVEN,
  DESK_NAME_SURNAME,
} DeskNamePart;

#define DESK_N_NAME_PARTS 2

typedef struct {
  GPtrArray *parts[DESK_N_NAME_PARTS]; /* owned, of GString: the right spellings, folded */
} DeskNameKey;

/* `given` and `surname` may be NULL or empty. The lists of other spellings are NULL-terminated and may be
 * NULL. */
void desk_name_key_init (DeskNameKey *key,
                         const char *given,
                         const char *const *given_accept,
                         const char *surname,
                         const char *const *surname_accept);
void desk_name_key_clear (DeskNameKey *key);

gboolean desk_name_key_applies (const DeskNameKey *key);
gboolean desk_name_key_has_part (const DeskNameKey *key, DeskNamePart part);

/* 0, 0.5 or 1 for each part, for the division that scores highest. */
typedef struct {
  double value; /* 0 to 1 */
  double parts[DESK_N_NAME_PARTS];
} DeskNameValue;

DeskNameValue desk_name_key_score (const DeskNameKey *key, const char *written);

G_END_DECLS
