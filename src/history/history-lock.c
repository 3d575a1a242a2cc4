/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "history/history-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define LOOK_AGAIN_US 10000

/* Each turn is one byte of the file. The lock belongs to the open file and not to the process, so it works
 * between threads too; the kernel releases it when a program dies. */
static gboolean
try_lock (int fd, DeskHistoryTurn turn)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = turn, .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &range) == 0;
}

int
desk_history_lock (const char *history, DeskHistoryTurn turn, guint wait_ms, gboolean *taken)
{
  const gint64 until_us = g_get_monotonic_time () + (gint64) wait_ms * 1000;
  /* Not ".lock": SQLite itself uses that name where it has no better lock. */
  g_autofree char *path = g_strconcat (history, "-turns", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  *taken = FALSE;
  while (fd >= 0 && !try_lock (fd, turn)) {
    *taken = errno == EAGAIN || errno == EACCES;
    if (!*taken || g_get_monotonic_time () >= until_us) {
      close (g_steal_fd (&fd));
      return -1;
    }
    g_usleep (LOOK_AGAIN_US);
  }
  *taken = FALSE;
  return fd;
}

void
desk_history_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
