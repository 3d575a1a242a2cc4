/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* What the school has set up for everyone who works at this machine: the file
 * /etc/frontdesk/frontdesk.conf, which only an administrator can write. It takes precedence over a user's
 * settings. It need not exist. */

G_BEGIN_DECLS

typedef struct {
  char *path;           /* of the file */
  char *results_folder; /* where finished sessions are handed in; NULL: not set */
} DeskSchool;

/* Where there is no file, nothing is set. NULL sets a GKeyFileError or GFileError, with the path, for a
 * file that cannot be read: then nothing may be handed in anywhere else. (transfer full) */
DeskSchool *desk_school_new (GError **error);
void desk_school_free (DeskSchool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSchool, desk_school_free)

G_END_DECLS
