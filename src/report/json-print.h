/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>
#include <jansson.h>

/* How all JSON leaves the program. */

G_BEGIN_DECLS

/* `root` as jansson writes it by `flags`, and yet harmless on a terminal: what is wild (tame-text.h)
 * stands as \uXXXX, which whoever reads JSON turns back into the letter. No line end follows.
 * (transfer full) */
char *desk_json_print (const json_t *root, size_t flags);

/* The same for JSON that has been written already: changes the bytes of `json` from `start` on. */
void desk_json_escape_wild (GString *json, gsize start);

G_END_DECLS
