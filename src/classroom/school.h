/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gio/gio.h>

/* What the school has set up once for all who work at this machine: the file
 * /etc/frontdesk/frontdesk.conf, which only an administrator can write. What it says counts before what
 * a user says. There need be none. */

G_BEGIN_DECLS

typedef struct {
  char *path;           /* of the file */
  char *results_folder; /* where finished sessions are handed in; NULL: it says nothing of it */
} DeskSchool;

/* A file that is not there says nothing. Sets a GKeyFileError or GFileError, with its path, for one that
 * cannot be read: then nothing is to be handed in anywhere else. (transfer full) */
DeskSchool *desk_school_new (GError **error);
void desk_school_free (DeskSchool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSchool, desk_school_free)

G_END_DECLS
