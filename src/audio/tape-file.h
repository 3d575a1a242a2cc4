/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* A FLAC file written piece by piece: 16 kHz, 16 bits, two channels. Whatever happens to the program or the
 * disk, what has been written can be read: the encoder's blocks of a quarter of a second go to the system
 * as they are made, followed by the length in the header. */

G_BEGIN_DECLS

typedef struct _DeskTapeFile DeskTapeFile;

/* A new file, which only its owner can read. Sets a GFileError. */
DeskTapeFile *desk_tape_file_new (const char *path, GError **error);

/* The same into an open file, which is closed with it, also on failure. */
DeskTapeFile *desk_tape_file_new_for_fd (int fd, GError **error);

/* Writes interleaved frames, -1 to 1; may block on the disk. After a failure, which sets a GFileError,
 * nothing more is written. */
gboolean
desk_tape_file_write (DeskTapeFile *self, const float *frames, gsize n_frames, GError **error);

/* Writes what is left and frees `self`, which may be NULL. Sets a GFileError if that failed and nothing had
 * failed before. */
gboolean desk_tape_file_close (DeskTapeFile *self, GError **error);

G_END_DECLS
