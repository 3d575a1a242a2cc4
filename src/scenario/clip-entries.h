/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Inserts `clip:` entries into a scenario's text and leaves every other byte alone. */

G_BEGIN_DECLS

/* `clips` maps keys of replies ("invoice/opening", "people/erik/answer") to names of clips. Each of those
 * replies in `yaml`, which must have been read without an error, gets its clip unless it names one.
 * `n_added` (out) counts them. Returns the new text. (transfer full) */
char *desk_clip_entries_add (const char *yaml, gsize length, GHashTable *clips, guint *n_added);

G_END_DECLS
