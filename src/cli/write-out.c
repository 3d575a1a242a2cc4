/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/write-out.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/complain.h"

gboolean
desk_write_out (const char *command, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (path == NULL) {
    fwrite (data, 1, length, stdout);
    return TRUE;
  }
  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                &error))
    return TRUE;
  message = g_strdup_printf (_ ("%s could not be written: %s"), path, error->message);
  desk_complain (command, message);
  return FALSE;
}
