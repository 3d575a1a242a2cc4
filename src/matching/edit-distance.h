/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* How many typing slips lie between two words. */

G_BEGIN_DECLS

/* The restricted Damerau-Levenshtein distance of two UTF-8 texts in characters: insertions,
 * deletions, replacements and swaps of neighbours, no place edited twice. Distances above `limit`
 * are told as `limit` + 1; a small limit is fast whatever the length. */
guint desk_edit_distance (const char *a, const char *b, guint limit);

G_END_DECLS
