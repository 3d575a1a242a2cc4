/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells whether a file is still the one that was read. */
typedef struct {
  gint64 size;
  gint64 modified_ns;
  guint64 inode;
} DeskClassStamp;

/* FALSE: the file cannot be examined. Symbolic links are not followed. */
gboolean desk_class_stamp_read (const char *path, DeskClassStamp *stamp);

G_END_DECLS
