/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The number of typing errors between two words. */

G_BEGIN_DECLS

/* The restricted Damerau-Levenshtein distance of two UTF-8 texts, in characters: insertions, deletions,
 * replacements and swaps of neighbours, no part edited twice. Distances above `limit` are returned as
 * `limit` + 1. A small limit is fast at any length. */
guint desk_edit_distance (const char *a, const char *b, guint limit);

G_END_DECLS
