/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "records/secret-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST 1024 /* bytes */

static gboolean
fail (GError **error, const char *path, const char *what)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _ ("The secret in “%s”: %s"), shown,
               what);
  return FALSE;
}

static gboolean
is_kept_well (const struct stat *status, const char *path, GError **error)
{
  if (!S_ISREG (status->st_mode))
    return fail (error, path, _ ("it is no regular file"));
  if (status->st_uid != 0 && status->st_uid != geteuid ())
    return fail (error, path, _ ("it must belong to root; change that with “chown root”"));
  if ((status->st_mode & (S_IRWXO | S_IWGRP)) != 0)
    return fail (error, path, _ ("others can read or change it; change that with “chmod 640”"));
  return TRUE;
}

/* Bytes, or -1 with errno. */
static gssize
read_whole (int fd, char *text, gsize size)
{
  gsize length = 0;
  gssize got = 0;

  while (length < size && (got = read (fd, text + length, size - length)) > 0)
    length += (gsize) got;
  return got < 0 ? -1 : (gssize) length;
}

static gboolean
fail_to_open (GError **error, const char *path, int saved)
{
  return fail (
      error, path,
      saved == EACCES
          ? _ ("you may not read it; whoever set it up must add you to its group, and then you "
               "must sign in again")
          : g_strerror (saved));
}

static char *
take_line (int fd, const char *path, GError **error)
{
  char text[LONGEST + 1] = "";
  const gssize length = read_whole (fd, text, LONGEST);
  char *line = NULL;

  if (length < 0)
    fail (error, path, g_strerror (errno));
  else if (strcspn (text, "\r\n") == 0 || length == LONGEST)
    fail (error, path, _ ("its first line must be the secret and nothing else"));
  else
    line = g_strndup (text, strcspn (text, "\r\n"));
  explicit_bzero (text, sizeof text);
  return line;
}

char *
desk_secret_file_read (const char *path, GError **error)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status;
  char *line = NULL;

  if (fd < 0 || fstat (fd, &status) != 0)
    fail_to_open (error, path, errno);
  else if (is_kept_well (&status, path, error))
    line = take_line (fd, path, error);
  if (fd >= 0)
    close (fd);
  return line;
}
