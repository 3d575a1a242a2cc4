/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/clip-decoder.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <sndfile.h>
#include <soxr.h>
#include <sys/stat.h>

#include "audio/telephone.h"
#include "scenario/clip-file.h"

/* A file flows through in blocks: decode, mix down to mono, resample, append. So the memory is that
 * of the result, whatever rate and channels a file claims to have, and a header that lies about the
 * length costs nothing. */

G_DEFINE_QUARK (desk_clip_error, desk_clip_error)

#define BLOCK_FRAMES 4096
#define EASE_MS 3

typedef struct {
  SNDFILE *file;
  SF_INFO info;
  soxr_t resampler; /* NULL: the file has our rate */
  float *block;     /* as decoded */
  float *mono;
  float *resampled;
  gsize resampled_frames;
  GArray *samples; /* of float: the result */
} Decoder;

static void
decoder_clear (Decoder *self)
{
  if (self->file != NULL)
    sf_close (self->file);
  if (self->resampler != NULL)
    soxr_delete (self->resampler);
  g_free (self->block);
  g_free (self->mono);
  g_free (self->resampled);
  g_clear_pointer (&self->samples, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decoder, decoder_clear)

static gboolean
check_file (int fd, const char *path, GError **error)
{
  struct stat st;

  if (fstat (fd, &st) < 0 || !S_ISREG (st.st_mode)) {
    g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_OPEN, _ ("“%s” is not a file."), path);
    return FALSE;
  }

  if (st.st_size > DESK_CLIP_MAX_BYTES) {
    g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_TOO_BIG,
                 _ ("The clip “%s” is larger than %d MiB. Save it as Opus or Vorbis."), path,
                 DESK_CLIP_MAX_BYTES / (1024 * 1024));
    return FALSE;
  }

  return TRUE;
}

static gboolean
set_unreadable (GError **error, const char *path, const char *why)
{
  g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_FORMAT,
               _ ("The clip “%s” cannot be read: %s Use WAV, FLAC, Vorbis, Opus or MP3."), path,
               why);
  return FALSE;
}

static gboolean
open_file (Decoder *self, const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0) {
    int saved = errno;

    g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_OPEN,
                 _ ("The clip “%s” cannot be opened: %s."), path, g_strerror (saved));
    return FALSE;
  }

  if (!check_file (fd, path, error)) {
    close (fd);
    return FALSE;
  }

  self->file = sf_open_fd (fd, SFM_READ, &self->info, SF_TRUE);
  if (self->file == NULL)
    return set_unreadable (error, path, sf_strerror (NULL));

  if (self->info.channels > DESK_CLIP_FILE_MOST_CHANNELS ||
      self->info.samplerate < DESK_CLIP_FILE_LOWEST_RATE ||
      self->info.samplerate > DESK_CLIP_FILE_HIGHEST_RATE) {
    g_autofree char *why = g_strdup_printf (_ ("it has %d channels at %d Hz."), self->info.channels,
                                            self->info.samplerate);

    return set_unreadable (error, path, why);
  }

  return TRUE;
}

static gboolean
open_resampler (Decoder *self, const char *path, GError **error)
{
  const soxr_quality_spec_t quality = soxr_quality_spec (SOXR_HQ, 0);
  const soxr_io_spec_t io = soxr_io_spec (SOXR_FLOAT32_I, SOXR_FLOAT32_I);
  const soxr_runtime_spec_t runtime = soxr_runtime_spec (1);
  soxr_error_t fault = NULL;

  if (self->info.samplerate == DESK_MIXER_RATE)
    return TRUE;

  self->resampler =
      soxr_create (self->info.samplerate, DESK_MIXER_RATE, 1, &fault, &io, &quality, &runtime);
  if (self->resampler == NULL)
    return set_unreadable (error, path, fault);

  self->resampled_frames =
      (gsize) BLOCK_FRAMES * DESK_MIXER_RATE / (gsize) self->info.samplerate + BLOCK_FRAMES;
  self->resampled = g_new (float, self->resampled_frames);
  return TRUE;
}

/* A float file may hold anything; what is no number would spoil every later frame of the mix. */
static void
mix_down (Decoder *self, gsize n_frames)
{
  const int channels = self->info.channels;

  for (gsize i = 0; i < n_frames; i++) {
    float sum = 0;

    for (int c = 0; c < channels; c++)
      sum += self->block[i * (gsize) channels + (gsize) c];
    sum /= (float) channels;
    self->mono[i] = isfinite (sum) ? CLAMP (sum, -1.0f, 1.0f) : 0;
  }
}

/* `in` NULL: the end, and what the resampler still holds. */
static void
resample (Decoder *self, const float *in, gsize n_frames)
{
  gsize used = 0, made = 0;

  do {
    soxr_process (self->resampler, in, n_frames, &used, self->resampled, self->resampled_frames,
                  &made);
    g_array_append_vals (self->samples, self->resampled, (guint) made);
    n_frames -= used;
    if (in != NULL)
      in += used;
  } while (n_frames > 0 || made == self->resampled_frames);
}

static void
append (Decoder *self, gsize n_frames)
{
  if (self->resampler != NULL)
    resample (self, self->mono, n_frames);
  else
    g_array_append_vals (self->samples, self->mono, (guint) n_frames);
}

static gboolean
read_all (Decoder *self, const char *path, GCancellable *cancellable, GError **error)
{
  const sf_count_t most = (sf_count_t) DESK_CLIP_MAX_SECONDS * self->info.samplerate;
  sf_count_t total = 0;

  self->block = g_new (float, BLOCK_FRAMES *(gsize) self->info.channels);
  self->mono = g_new (float, BLOCK_FRAMES);
  self->samples = g_array_new (FALSE, FALSE, sizeof (float));

  for (;;) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;

    sf_count_t n = sf_readf_float (self->file, self->block, BLOCK_FRAMES);

    if (n <= 0)
      break;

    total += n;
    if (total > most) {
      g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_TOO_LONG,
                   _ ("The clip “%s” is longer than %d minutes. Shorten it."), path,
                   DESK_CLIP_MAX_SECONDS / 60);
      return FALSE;
    }

    mix_down (self, (gsize) n);
    append (self, (gsize) n);
  }

  if (sf_error (self->file) != SF_ERR_NO_ERROR)
    return set_unreadable (error, path, sf_strerror (self->file));

  if (total == 0) {
    g_set_error (error, DESK_CLIP_ERROR, DESK_CLIP_ERROR_EMPTY, _ ("The clip “%s” is empty."),
                 path);
    return FALSE;
  }

  if (self->resampler != NULL)
    resample (self, NULL, 0);
  return TRUE;
}

static void
ease_ends (float *samples, guint n_frames)
{
  const guint width = MIN (DESK_MS_TO_FRAMES (EASE_MS), n_frames / 2);

  for (guint i = 0; i < width; i++) {
    float gain = (float) i / (float) width;

    samples[i] *= gain;
    samples[n_frames - 1 - i] *= gain;
  }
}

DeskSound *
desk_clip_decode (const char *path, DeskLaw law, GCancellable *cancellable, GError **error)
{
  g_auto (Decoder) decoder = { NULL };

  if (!open_file (&decoder, path, error) || !open_resampler (&decoder, path, error) ||
      !read_all (&decoder, path, cancellable, error))
    return NULL;

  gsize n_frames = 0;
  float *samples = g_array_steal (decoder.samples, &n_frames);

  samples = g_renew (float, samples, n_frames);
  desk_telephone_carry (samples, n_frames, law);
  ease_ends (samples, (guint) n_frames);
  return desk_sound_new_take (samples, (guint32) n_frames, 0);
}
