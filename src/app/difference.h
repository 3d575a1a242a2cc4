/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Where two pieces of writing part. */

G_BEGIN_DECLS

/* The bytes of `text` (from start up to end) that remain when what it has in common with `other` at
 * the beginning and at the end is left out; whole characters. Equal texts give start = end. */
void desk_difference_find (const char *text, const char *other, gsize *start, gsize *end);

G_END_DECLS
