/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* The recording of a session, where one was made: a sound file beside the journal, found by its name alone
 * (desk_journal_sound_path()). The history keeps nothing about it. */

G_BEGIN_DECLS

/* Deletes the recording of the session whose journal is at `journal`; the session itself stays. Sets a
 * GIOError; G_IO_ERROR_BUSY while the session is being worked. That there is no recording is no error. */
gboolean desk_history_delete_sound (const char *journal, GError **error);

G_END_DECLS
