/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/tape-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sndfile.h>
#include <string.h>
#include <unistd.h>

#include "audio/tape-track.h"

/* Offsets in the head of a FLAC file (RFC 9639, section 8.2): STREAMINFO comes first. */
#define BLOCK_SIZE_AT 8 /* two bytes: frames of a block at least */
#define TOTAL_AT 21     /* its lowest four bits are the highest of the number of frames */
#define TOTAL_BYTES 5

struct _DeskTapeFile {
  int fd;
  SNDFILE *sound; /* owned */
  gint64 end;     /* of what was written */
  gint64 at;
  guint64 n_blocks; /* whole ones in the file */
  int failure;      /* errno of the first one; 0: none */
};

static sf_count_t
get_length (void *data)
{
  return ((DeskTapeFile *) data)->end;
}

/* A pipe cannot seek. The encoder seeks only to complete the head. */
static sf_count_t
seek (sf_count_t offset, int whence, void *data)
{
  DeskTapeFile *self = data;
  const off_t at = lseek (self->fd, offset, whence);

  if (at >= 0)
    self->at = at;
  return at;
}

static sf_count_t
tell (void *data)
{
  return ((DeskTapeFile *) data)->at;
}

static sf_count_t
read_back (void *bytes, sf_count_t n_bytes, void *data)
{
  DeskTapeFile *self = data;
  const ssize_t n = read (self->fd, bytes, (size_t) n_bytes);

  self->at += MAX (n, 0);
  return MAX (n, 0);
}

static gboolean
write_all (DeskTapeFile *self, const char *bytes, size_t n_bytes)
{
  while (n_bytes > 0) {
    const ssize_t n = write (self->fd, bytes, n_bytes);

    if (n < 0 && errno != EINTR) {
      self->failure = errno;
      return FALSE;
    }
    bytes += MAX (n, 0);
    n_bytes -= (size_t) MAX (n, 0);
  }
  return TRUE;
}

/* A block begins with fourteen bits that are 1 but for the last. */
static gboolean
is_block (const guchar *bytes, sf_count_t n_bytes)
{
  return n_bytes > 2 && bytes[0] == 0xff && (bytes[1] & 0xfc) == 0xf8;
}

/* The encoder writes block by block. A block that does not fit on the disk is taken off again. */
static sf_count_t
write_on (const void *bytes, sf_count_t n_bytes, void *data)
{
  DeskTapeFile *self = data;

  if (self->failure != 0)
    return 0;
  if (!write_all (self, bytes, (size_t) n_bytes)) {
    if (ftruncate (self->fd, self->end) < 0 && errno != EINVAL) /* a pipe */
      g_debug ("A block that was cut off stays: %s", g_strerror (errno));
    return 0;
  }
  if (is_block (bytes, n_bytes) && self->at == self->end)
    self->n_blocks++;
  self->at += n_bytes;
  self->end = MAX (self->end, self->at);
  return n_bytes;
}

static gboolean
fail (int saved_errno, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                       g_strerror (saved_errno));
  return FALSE;
}

static gboolean
fail_encoding (const DeskTapeFile *self, GError **error)
{
  if (self->failure != 0)
    return fail (self->failure, error);
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, sf_strerror (self->sound));
  return FALSE;
}

static void
desk_tape_file_free (DeskTapeFile *self)
{
  close (self->fd);
  g_free (self);
}

DeskTapeFile *
desk_tape_file_new_for_fd (int fd, GError **error)
{
  SF_VIRTUAL_IO io = { get_length, seek, read_back, write_on, tell };
  SF_INFO info = {
    .samplerate = DESK_TAPE_RATE,
    .channels = 2,
    .format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
  };
  DeskTapeFile *self = g_new0 (DeskTapeFile, 1);

  self->fd = fd;
  self->sound = sf_open_virtual (&io, SFM_WRITE, &info, self);
  if (self->sound == NULL || self->failure != 0) {
    fail_encoding (self, error);
    if (self->sound != NULL)
      sf_close (self->sound);
    desk_tape_file_free (self);
    return NULL;
  }
  sf_command (self->sound, SFC_SET_CLIPPING, NULL, SF_TRUE);
  return self;
}

DeskTapeFile *
desk_tape_file_new (const char *path, GError **error)
{
  const int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  DeskTapeFile *self;

  if (fd < 0) {
    fail (errno, error);
    return NULL;
  }
  self = desk_tape_file_new_for_fd (fd, error);
  if (self == NULL)
    g_unlink (path);
  return self;
}

/* Sets the number of frames in the head to that of the whole blocks that are there. In a pipe, or where the
 * disk takes no more changes, it stays as it is. */
static void
write_total (const DeskTapeFile *self)
{
  guchar size[2];
  guchar total[TOTAL_BYTES];
  guint64 n_frames;

  if (self->n_blocks == 0 || pread (self->fd, size, 2, BLOCK_SIZE_AT) != 2 ||
      pread (self->fd, total, TOTAL_BYTES, TOTAL_AT) != TOTAL_BYTES)
    return;
  n_frames = self->n_blocks * (guint64) (size[0] << 8 | size[1]);
  total[0] = (guchar) ((total[0] & 0xf0) | ((n_frames >> 32) & 0x0f));
  for (guint n = 1; n < TOTAL_BYTES; n++)
    total[n] = (guchar) (n_frames >> (8 * (TOTAL_BYTES - 1 - n)));
  if (pwrite (self->fd, total, TOTAL_BYTES, TOTAL_AT) != TOTAL_BYTES)
    g_debug ("The length at the head of a recording could not be written.");
}

gboolean
desk_tape_file_write (DeskTapeFile *self, const float *frames, gsize n_frames, GError **error)
{
  const guint64 n_blocks = self->n_blocks;

  if (self->failure != 0)
    return fail (self->failure, error);
  if (sf_writef_float (self->sound, frames, (sf_count_t) n_frames) != (sf_count_t) n_frames ||
      self->failure != 0) {
    write_total (self);
    return fail_encoding (self, error);
  }
  if (self->n_blocks != n_blocks)
    write_total (self);
  return TRUE;
}

gboolean
desk_tape_file_close (DeskTapeFile *self, GError **error)
{
  gboolean good = TRUE;
  gboolean failed_before;

  if (self == NULL)
    return TRUE;
  failed_before = self->failure != 0;
  sf_close (self->sound);
  if (self->failure != 0) {
    write_total (self);
    good = failed_before || fail (self->failure, error);
  }
  desk_tape_file_free (self);
  return good;
}
