/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "target.h"

#include <sys/mman.h>
#include <unistd.h>

#include "audio/clip-decoder.h"
#include "scenario/clip-file.h"

/* A sound file from a stranger. Only files are decoded, so this is one, in memory. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("clip", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  DeskSound *sound;

  if (write (fd, data, size) == (gssize) size) {
    g_assert_cmpint (desk_clip_file_length_ms (path, NULL), <=, DESK_CLIP_MAX_SECONDS * 1000);
    sound = desk_clip_decode (path, DESK_LAW_NONE, NULL, NULL);
    g_clear_pointer (&sound, desk_sound_unref);
  }
  close (fd);
  return 0;
}
