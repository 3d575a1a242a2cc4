/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/standard-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/terminal.h"

/* A caller may close a standard file (`>&-`). The next file to be opened would then get its number,
 * and what is printed would land in it; so its place is taken, the wrong way round, by a file that
 * refuses what is written to it. */
static void
take_places (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Runs at the exit, which GLib's --help takes without coming back. */
static void
flush_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  g_printerr ("frontdesk: %s\n", _ ("Not everything could be written to standard output."));
  _exit (3);
}

void
desk_standard_files_guard (void)
{
  take_places ();
  desk_terminal_guard ();
  atexit (flush_output);
}
