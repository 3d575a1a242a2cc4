/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Where two pieces of writing part, letter by letter. */

G_BEGIN_DECLS

/* Bytes of a text, from `start` up to `end`; whole characters. */
typedef struct {
  gsize start;
  gsize end;
} DeskSpan;

/* The letters of each text that a shortest way of mending one into the other inserts, takes away,
 * replaces or swaps (restricted Damerau-Levenshtein); what is not in the spans is the same in both.
 * Both must be valid UTF-8. Where very long texts part in many places, all from the first to the
 * last is one span. Sets both arrays. (transfer full) (element-type DeskSpan) */
void desk_difference_find (const char *a, const char *b, GArray **in_a, GArray **in_b);

G_END_DECLS
