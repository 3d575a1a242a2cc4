/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* What was heard and said in a session, where it was recorded: a sound file beside the journal, known
 * by its name alone (desk_journal_sound_path()). The history keeps nothing of it. */

G_BEGIN_DECLS

/* Deletes the recording of the session whose journal is at `journal`; the session stays. Not while
 * the session is being worked (G_IO_ERROR_BUSY). That there is none is no error. Sets a GIOError. */
gboolean desk_history_delete_sound (const char *journal, GError **error);

G_END_DECLS
