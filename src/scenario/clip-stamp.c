/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/clip-stamp.h"

#include <fcntl.h>
#include <sndfile.h>
#include <string.h>
#include <unistd.h>

#define BEGINNING "Synthesised by Frontdesk; "

char *
desk_clip_stamp_digest (const char *text, const char *language)
{
  g_autofree char *all = g_strconcat (language, "\n", text, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  return g_strndup (digest, 32);
}

char *
desk_clip_stamp_write (const char *voice, const char *digest, gint64 n_frames)
{
  return g_strdup_printf (BEGINNING "text %s; frames %" G_GINT64_FORMAT "; voice %s", digest,
                          n_frames, voice);
}

/* NULL unless it is a stamp, and for a sound of `n_frames`. */
static DeskClipStamp *
parse (const char *comment, gint64 n_frames)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^" BEGINNING "text ([0-9a-f]{32}); frames ([0-9]{1,12}); voice (.*)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *frames = NULL;
  DeskClipStamp *stamp;

  if (!g_utf8_validate (comment, -1, NULL) || !g_regex_match (regex, comment, 0, &match))
    return NULL;
  frames = g_match_info_fetch (match, 2);
  if (g_ascii_strtoll (frames, NULL, 10) != n_frames)
    return NULL;
  stamp = g_new0 (DeskClipStamp, 1);
  stamp->digest = g_match_info_fetch (match, 1);
  stamp->voice = g_match_info_fetch (match, 3);
  return stamp;
}

DeskClipStamp *
desk_clip_stamp_read (const char *path)
{
  /* Does not block, even if it is a pipe or a device. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  SF_INFO info = { 0 };
  SNDFILE *file = fd >= 0 ? sf_open_fd (fd, SFM_READ, &info, SF_FALSE) : NULL;
  DeskClipStamp *stamp = NULL;

  if (file != NULL) {
    const char *comment = sf_get_string (file, SF_STR_COMMENT);

    stamp = comment != NULL ? parse (comment, info.frames) : NULL;
    sf_close (file);
  }
  if (fd >= 0)
    close (fd);
  return stamp;
}

void
desk_clip_stamp_free (DeskClipStamp *stamp)
{
  if (stamp == NULL)
    return;
  g_free (stamp->voice);
  g_free (stamp->digest);
  g_free (stamp);
}
