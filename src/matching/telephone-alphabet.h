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

/* "Adam" for A and a, "Echo" for E; NULL: the letter has no name of its own. Static storage. */
const char *desk_alphabet_letter (DeskAlphabet alphabet, gunichar letter);

/* Spells `text`: "Åke Sigurd Adam – Ludvig". A dash stands for whatever separates two words. A letter with
 * an accent goes by the plain letter's name; digits and other signs stay as they are. After
 * DESK_MOST_SPELLED letters, "…" stands for the rest. "" for a blank text. (transfer full) */
char *desk_alphabet_spell (const char *text, DeskAlphabet alphabet);

#define DESK_MOST_SPELLED 60

G_END_DECLS
