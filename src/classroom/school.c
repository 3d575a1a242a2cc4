/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/school.h"

#include <glib/gi18n-lib.h>

#define USUAL_PATH "/etc/frontdesk/frontdesk.conf"
/* For tests, and to try a file before it is put in its place. */
#define VARIABLE "FRONTDESK_SCHOOL"

static gboolean
take_folder (DeskSchool *self, GKeyFile *file, GError **error)
{
  g_autofree char *folder = g_key_file_get_string (file, "results", "folder", NULL);

  if (folder == NULL || *g_strstrip (folder) == '\0')
    return TRUE;
  if (!g_path_is_absolute (folder)) {
    g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                 _ ("%s: the class folder must be a full path, beginning with “/”, not “%s”"),
                 self->path, folder);
    return FALSE;
  }
  self->results_folder = g_steal_pointer (&folder);
  return TRUE;
}

static gboolean
load (DeskSchool *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  if (g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &local))
    return take_folder (self, file, error);
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", self->path);
  return FALSE;
}

DeskSchool *
desk_school_new (GError **error)
{
  g_autoptr (DeskSchool) self = g_new0 (DeskSchool, 1);
  const char *path = g_getenv (VARIABLE);

  self->path = g_strdup (path != NULL ? path : USUAL_PATH);
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

void
desk_school_free (DeskSchool *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->results_folder);
  g_free (self);
}
