/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sndfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  MAX_BYTES = 50 << 20,
  MAX_SECONDS = 5 * 60,
};

G_DEFINE_QUARK (desk_clip_file_error, desk_clip_file_error)

/* A descriptor of a plain file of a fitting size, or -1. */
static int
open_clip (const char *path, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0) {
    int reason = errno;
    gboolean absent = reason == ENOENT || reason == ENOTDIR;
    g_set_error_literal (error, DESK_CLIP_FILE_ERROR,
                         absent ? DESK_CLIP_FILE_ERROR_ABSENT : DESK_CLIP_FILE_ERROR_UNREADABLE,
                         g_strerror (reason));
    return -1;
  }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size <= MAX_BYTES)
    return fd;
  if (!S_ISREG (status.st_mode))
    g_set_error_literal (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_UNREADABLE,
                         _ ("it is not a file"));
  else
    g_set_error_literal (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_TOO_BIG,
                         _ ("it is larger than 50 MiB"));
  close (fd);
  return -1;
}

/* Fills in `info` from the header alone. */
static gboolean
read_header (int fd, SF_INFO *info, GError **error)
{
  SNDFILE *file = sf_open_fd (fd, SFM_READ, info, SF_FALSE);

  if (file == NULL) {
    g_set_error (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_UNREADABLE,
                 _ ("it holds no sound that can be played (%s)"), sf_strerror (NULL));
    return FALSE;
  }
  sf_close (file);
  return TRUE;
}

/* Files written as a stream may not state their length; libsndfile then reports the largest possible number
 * of frames. */
static const char *
find_fault (const SF_INFO *info)
{
  if (info->frames <= 0)
    return _ ("it holds no sound");
  if (info->channels > DESK_CLIP_FILE_MOST_CHANNELS)
    return _ ("it has more than 8 channels");
  if (info->samplerate < DESK_CLIP_FILE_LOWEST_RATE ||
      info->samplerate > DESK_CLIP_FILE_HIGHEST_RATE)
    return _ ("its sample rate is not between 4000 and 384000 Hz");
  if (info->frames == SF_COUNT_MAX)
    return _ ("it does not say how long it is; open it in a sound editor and save it again");
  return NULL;
}

static gboolean
check_info (const SF_INFO *info, GError **error)
{
  const char *fault = find_fault (info);

  if (fault != NULL) {
    g_set_error_literal (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_UNREADABLE, fault);
    return FALSE;
  }
  if (info->frames <= (sf_count_t) info->samplerate * MAX_SECONDS)
    return TRUE;
  g_set_error_literal (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_TOO_LONG,
                       _ ("it is longer than 5 minutes"));
  return FALSE;
}

gint64
desk_clip_file_length_ms (const char *path, GError **error)
{
  SF_INFO info = { 0 };
  int fd = open_clip (path, error);

  if (fd < 0)
    return -1;
  gboolean read = read_header (fd, &info, error);
  close (fd);
  if (!read || !check_info (&info, error))
    return -1;
  return (info.frames * 1000 + info.samplerate / 2) / info.samplerate;
}

char *
desk_clip_file_path (const char *folder, const char *clip)
{
  return g_build_filename (folder, "clips", clip, NULL);
}
