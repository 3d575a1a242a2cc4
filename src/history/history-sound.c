/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-sound.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "engine/journal.h"

gboolean
desk_history_delete_sound (const char *journal, GError **error)
{
  g_autofree char *path = desk_journal_sound_path (journal);
  g_autofree char *name = g_filename_display_name (path);
  int saved_errno;

  if (desk_journal_is_being_written (journal)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: %s", name,
                 _ ("belongs to a session that is being worked"));
    return FALSE;
  }
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", name,
               g_strerror (saved_errno));
  return FALSE;
}
