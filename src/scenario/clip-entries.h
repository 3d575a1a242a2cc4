/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* Writes `clip:` entries into a scenario's text and leaves every other byte alone. */

G_BEGIN_DECLS

/* `clips` maps a reply's key ("invoice/opening", "people/erik/answer") to the name of its clip. The
 * replies of `yaml`, a scenario that was read without an error, which are in it and name no clip are
 * given theirs; `n_added` (out) counts them. Returns the new text. (transfer full) */
char *desk_clip_entries_add (const char *yaml, gsize length, GHashTable *clips, guint *n_added);

G_END_DECLS
