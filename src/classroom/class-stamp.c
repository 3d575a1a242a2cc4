/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-stamp.h"

#include <sys/stat.h>

gboolean
desk_class_stamp_read (const char *path, DeskClassStamp *stamp)
{
  struct stat info;

  if (lstat (path, &info) != 0)
    return FALSE;
  stamp->size = info.st_size;
  stamp->modified_ns =
      (gint64) info.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info.st_mtim.tv_nsec;
  stamp->inode = info.st_ino;
  return TRUE;
}
