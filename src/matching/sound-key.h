/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Keys for how a name sounds, so that "Lindkvist" finds Lindqvist and "Smith" finds Schmidt. */

G_BEGIN_DECLS

typedef enum {
  DESK_EAR_SWEDISH,
  DESK_EAR_ENGLISH,
} DeskEar;

#define DESK_N_EARS ((guint) DESK_EAR_ENGLISH + 1)

/* The key of one word, in any case, as a speaker of that language hears it: "LENTKFST". Words with the same
 * key sound alike. Letters that are not Latin become "?". (transfer full) */
char *desk_sound_key (const char *word, DeskEar ear);

G_END_DECLS
