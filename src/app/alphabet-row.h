/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gtk/gtk.h>

#include "matching/telephone-alphabet.h"

/* A name as it is spelled on the telephone, with a button that changes the alphabet. */

G_BEGIN_DECLS

#define DESK_TYPE_ALPHABET_ROW (desk_alphabet_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskAlphabetRow, desk_alphabet_row, DESK, ALPHABET_ROW, GtkBox)

void desk_alphabet_row_set_alphabet (DeskAlphabetRow *self, DeskAlphabet alphabet);

/* The name as it stands. */
void desk_alphabet_row_set_name (DeskAlphabetRow *self, const char *name);

/* What it shows. */
const char *desk_alphabet_row_get_words (DeskAlphabetRow *self);

G_END_DECLS
