/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/whole-file.h"

/* A new one is written in place, so that half of it would stay. */
gboolean
desk_whole_file_put (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const gboolean is_new = !g_file_query_exists (file, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, error))
    return TRUE;
  if (is_new)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}
