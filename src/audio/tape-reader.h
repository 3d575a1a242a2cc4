/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

#include "audio/sound.h"

/* Reads a recording piece by piece, from anywhere in it, as mono at 48 kHz: all channels mixed. One thread
 * at a time; slow. */

G_BEGIN_DECLS

typedef struct _DeskTapeReader DeskTapeReader;

/* Opens any file of one or two channels that libsndfile reads. Sets a GIOError, whose message is for the
 * user. */
DeskTapeReader *desk_tape_reader_new (const char *path, GError **error);
void desk_tape_reader_free (DeskTapeReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTapeReader, desk_tape_reader_free)

gint64 desk_tape_reader_get_duration_ms (const DeskTapeReader *self);

gboolean desk_tape_reader_seek (DeskTapeReader *self, gint64 position_ms, GError **error);

/* The next `n_frames` at 48 kHz, fewer at the end; they follow the previous ones seamlessly. NULL without
 * an error: the end. (transfer full) */
DeskSound *desk_tape_reader_read (DeskTapeReader *self, guint n_frames, GError **error);

G_END_DECLS
