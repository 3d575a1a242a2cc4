/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The names by which letters are spelled on the telephone. */

G_BEGIN_DECLS

typedef enum {
  DESK_ALPHABET_SWEDISH, /* Adam, Bertil: of the Swedish telephone company */
  DESK_ALPHABET_ICAO,    /* Alfa, Bravo: of the International Civil Aviation Organization */
} DeskAlphabet;

#define DESK_N_ALPHABETS ((guint) DESK_ALPHABET_ICAO + 1)

/* "Adam" for A and a, "Echo" for E; NULL: that letter has no name of its own. */
const char *desk_alphabet_letter (DeskAlphabet alphabet, gunichar letter);

/* "Åke Sigurd Adam – Ludvig": every letter of `text` by its name, what lies between its words as
 * a dash. A letter with an accent goes by the letter's name, digits and other signs stand as they
 * are. At most `DESK_MOST_SPELLED` letters are spelled, then "…" says that there are more. "" for a
 * blank text. (transfer full) */
char *desk_alphabet_spell (const char *text, DeskAlphabet alphabet);

#define DESK_MOST_SPELLED 60

G_END_DECLS
