/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/sound.h"

/* A recording that is read bit by bit, from anywhere in it, as mono at 48 kHz: all its channels
 * together. Used by one thread at a time; takes its time. */

G_BEGIN_DECLS

typedef struct _DeskTapeReader DeskTapeReader;

/* Any file of one or two channels that libsndfile reads. Sets a GIOError, whose message is for the
 * user. */
DeskTapeReader *desk_tape_reader_new (const char *path, GError **error);
void desk_tape_reader_free (DeskTapeReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTapeReader, desk_tape_reader_free)

gint64 desk_tape_reader_get_duration_ms (const DeskTapeReader *self);

gboolean desk_tape_reader_seek (DeskTapeReader *self, gint64 position_ms, GError **error);

/* The next `n_frames` at 48 kHz, fewer at the end, which follow the last ones without a seam. NULL
 * without an error: there are no more. (transfer full) */
DeskSound *desk_tape_reader_read (DeskTapeReader *self, guint n_frames, GError **error);

G_END_DECLS
