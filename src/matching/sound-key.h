/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* How a name sounds, so that "Lindkvist" finds Lindqvist and "Smith" finds Schmidt. */

G_BEGIN_DECLS

typedef enum {
  DESK_EAR_SWEDISH,
  DESK_EAR_ENGLISH,
} DeskEar;

#define DESK_N_EARS ((guint) DESK_EAR_ENGLISH + 1)

/* The key of one word, in whatever case, as somebody who speaks that language hears it: "LENTKFST".
 * Two words with the same key sound much alike. Letters that are not Latin
 * are all told as "?". (transfer full) */
char *desk_sound_key (const char *word, DeskEar ear);

G_END_DECLS
