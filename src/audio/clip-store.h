/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib-object.h>

#include "audio/sound.h"
#include "audio/telephone-law.h"

/* Keeps the clips that will be needed next, decoded, within a memory budget. */

G_BEGIN_DECLS

#define DESK_CLIP_STORE_BUDGET (64 * 1024 * 1024)

#define DESK_TYPE_CLIP_STORE (desk_clip_store_get_type ())
G_DECLARE_FINAL_TYPE (DeskClipStore, desk_clip_store, DESK, CLIP_STORE, GObject)

/**
 * Signals of DeskClipStore, on the main context of the thread that made it:
 *  - "ready" (guint key): the clip can be played
 *  - "failed" (guint key, const GError *error): it never will be; told once
 */

/* Clips are identified by the index of their reply. `budget`: bytes that decoded clips may take; a single
 * clip may exceed it. `law`: the companding applied to all of them. */
DeskClipStore *desk_clip_store_new (gsize budget, DeskLaw law);

/* Requests the clip for `due_ms`; the one due first is fetched first. `length_ms` tells how much memory to
 * reserve. Asking again changes `due_ms`. A clip that failed is not retried. */
void desk_clip_store_want (
    DeskClipStore *self, guint key, const char *path, gint64 length_ms, gint64 due_ms);

/* The clip is not needed any more and may be evicted. */
void desk_clip_store_release (DeskClipStore *self, guint key);

/* NULL until it is ready. (transfer full) */
DeskSound *desk_clip_store_lookup (DeskClipStore *self, guint key);

/* Stops fetching and signalling. For the owner's dispose: a clip being fetched holds a reference to the
 * store. */
void desk_clip_store_close (DeskClipStore *self);

/* Bytes that decoded clips take now. */
gsize desk_clip_store_get_used (DeskClipStore *self);

/* How many are being fetched; 0: everything there is room for is ready. */
guint desk_clip_store_get_n_loading (DeskClipStore *self);

G_END_DECLS
